#pragma once
#include <string>
#include <string_view>
#include <unordered_set>

namespace rolewright::text {

/// The share (0 to 1) of the first words of `text` that are among the commonest of a language; 0 for no words.
double share_of_common(std::string_view text, const std::unordered_set<std::string> & common);

}  // namespace rolewright::text
