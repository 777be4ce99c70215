#pragma once
#include "advert/understand.hpp"

#include <string_view>

namespace rolewright::adverts {

/// The fact that a label names, or "".
std::string_view fact_named(const advert & of, range label, const packs::language_set & set, workspace & work);

std::string_view fact_named(std::string_view text, const text_words & label, const packs::language_set & set, workspace & work);

/// The words of a line that is no statement, and the values in it.
text_words words_in_line(const advert & of, range line, const packs::language_set & set, workspace & work);
std::vector<value_hit> values_in_line(const advert & of, const text_words & line, const packs::language_set & set, workspace & work);

/// Statement `index` without its label.
range words_of(const statement & s);

}  // namespace rolewright::adverts
