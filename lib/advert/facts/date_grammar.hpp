#pragma once
#include "advert/facts/grammar.hpp"

#include <optional>

namespace rolewright::adverts {

/// A date as it is written, with what is missing left out.
struct date_words {
    std::optional<double> day, month, year;
    std::optional<std::uint8_t> weekday;  ///< 1 is Monday
    bool ambiguous = false;               ///< "04/09/2027": either number could be the month
};

/// Parses a date at `it` and moves it behind. `month_first` settles what "04/09/2027" means.
std::optional<date_words> parse_date(grammar::iterator & it, grammar::iterator end, bool month_first);

}  // namespace rolewright::adverts
