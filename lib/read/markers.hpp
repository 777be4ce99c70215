#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rolewright::readers {

/// The list marker that opens a line: bullets of every make, "1.", "a)", "(iv)".
struct marker {
    std::size_t size = 0;   ///< bytes up to the item's words, white space included; 0: none
    bool bullet = false;    ///< a sign, not a number or letter
};
marker marker_at(std::string_view line);

/// The byte size of a bullet sign ("•", a Wingdings leftover) at the start of `text`, or 0. Hyphens are no such sign.
std::size_t bullet_sign(std::string_view text);

}  // namespace rolewright::readers
