#pragma once
#include "advert/understand.hpp"

#include <string_view>

namespace rolewright::adverts {

/// What the pack's values say in statement `index`; `fact` limits them to one fact, "" gives all.
std::vector<value_hit> values_in(const advert & of, std::uint32_t index, std::string_view fact, const packs::language_set & set, workspace & work);

/// The fact that a label names, or "".
std::string_view fact_named(const advert & of, range label, const packs::language_set & set, workspace & work);

std::string_view fact_named(std::string_view text, const text_words & label, const packs::language_set & set, workspace & work);

/// The values in a line that is no statement.
std::vector<value_hit> values_in_line(const advert & of, range line, const packs::language_set & set, workspace & work);

/// Statement `index` without its label.
range words_of(const statement & s);

}  // namespace rolewright::adverts
