#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// What goes with the workplace: the days of hybrid work there and at home, and travel.
void read_workplace(const fact_words & in, advert_facts & to);

}  // namespace rolewright::adverts
