#pragma once
#include <cstdint>
#include <string_view>

namespace rolewright {

/// A half-open range of bytes [begin, end) of a UTF-8 text. Both ends stand on code-point boundaries.
struct range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr std::uint32_t size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
    constexpr bool contains(range other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(range other) const { return begin < other.end && other.begin < end; }
    /// The words of `text` that the range covers.
    constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }

    friend constexpr bool operator==(range, range) = default;
    friend constexpr auto operator<=>(range, range) = default;
};

}  // namespace rolewright
