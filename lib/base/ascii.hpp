#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace rolewright {

/// Where the first byte from `at` on stands that is no ASCII, or the end: eight at a time as long as they are ASCII.
inline std::size_t past_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high = 0x8080808080808080u;
    for (std::uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if (eight & high) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

}  // namespace rolewright
