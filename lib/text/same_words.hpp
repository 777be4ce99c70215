#pragma once
#include <string_view>

namespace rolewright::text {

/// Whether every word of `words` is among those of `of`, whatever their order, case and marks.
bool holds_words(std::string_view of, std::string_view words);

/// Whether `phrase` stands in `of` as whole words, whatever their case and the space between them.
bool holds_phrase(std::string_view of, std::string_view phrase);

}  // namespace rolewright::text
