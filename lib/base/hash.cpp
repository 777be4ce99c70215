// A thin layer over xxhash.
#include "base/hash.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace rolewright {

std::string hash_of(std::string_view bytes) { return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size())); }

void hasher::add(std::string_view piece) {
    pieces_ += std::to_string(piece.size());
    pieces_ += ':';
    pieces_ += hash_of(piece);
}

std::string hasher::hex() const { return hash_of(pieces_); }

}  // namespace rolewright
