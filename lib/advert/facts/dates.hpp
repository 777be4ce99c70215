#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// Posting, closing, interview and start dates. A date without a day or a year has no value, but its range is kept.
/// Notes say where a weekday disagrees, where there is no such day, and where day and month could be swapped.
void read_dates(const fact_words & in, advert_facts & to, std::vector<note> & notes);

}  // namespace rolewright::adverts
