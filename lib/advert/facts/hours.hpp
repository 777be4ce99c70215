#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// Hours a week and the fraction of full time. Two different working weeks, or a range, have no one value; hours are never
/// computed from days, shifts or fractions.
void read_hours(const fact_words & in, advert_facts & to);

}  // namespace rolewright::adverts
