#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// Hours a week, the fraction of full time and days a week. Two different working weeks, or a range, have no one value; hours are never
/// computed from days, shifts or fractions.
void read_hours(const fact_words & in, advert_facts & to);

}  // namespace rolewright::adverts
