#pragma once
#include "advert/understand.hpp"

#include <string_view>

namespace rolewright::adverts {

/// Whether a line does no more than state a fact, so that it heads no part, bold as it may be: "Closing date: 8 May",
/// "Permanent", "36 hours a week", "Band 6". `in` holds its words.
bool states_a_fact(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work);

}  // namespace rolewright::adverts
