#pragma once
#include "advert/understand.hpp"

#include <string_view>

namespace rolewright::adverts {

/// A `<value>` of the language pack that matched in a clause.
struct value_hit {
    const packs::fact_value * rule = nullptr;
    range where;
};

/// What the pack's values say in statement `index`; `fact` limits them to one fact.
std::vector<value_hit> values_in(const advert & of, std::uint32_t index, std::string_view fact, const packs::language_set & set, workspace & work);

/// The fact that a key-value line's label names, or "".
std::string_view label_fact(const advert & of, const statement & s, const packs::language_set & set, workspace & work);

/// Statement `index` without its label.
range words_of(const statement & s);

}  // namespace rolewright::adverts
