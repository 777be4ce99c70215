#pragma once
#include <string_view>

namespace rolewright::adverts {

/// A gap that the writer still has to fill, "[Question: …]": it states no fact and asks for nothing.
inline bool is_placeholder(std::string_view words) {
    while (!words.empty() && (words.front() == ' ' || words.front() == ':' || words.front() == '\t' || words.front() == '\n')) words.remove_prefix(1);
    return words.size() > 2 && words.front() == '[' && words.back() == ']';
}

}  // namespace rolewright::adverts
