#pragma once
#include "base/eight_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace rolewright {

/// Where the first byte from `at` on stands that is no ASCII, or the end: sixteen at a time as long as they are ASCII.
inline std::size_t past_ascii(std::string_view text, std::size_t at) {
    for (std::uint64_t eights[2]; at + sizeof eights <= text.size(); at += sizeof eights) {
        std::memcpy(eights, text.data() + at, sizeof eights);
        if ((eights[0] | eights[1]) & eight_bytes::top_bits) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

}  // namespace rolewright
