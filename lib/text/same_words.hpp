#pragma once
#include <string_view>

namespace rolewright::text {

/// Whether every word of `words` is among those of `of`, whatever their order, case and marks.
bool holds_words(std::string_view of, std::string_view words);

}  // namespace rolewright::text
