#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// Years of experience: of all that is demanded as a minimum the smallest; what is only wished for does not count.
void read_experience(const fact_words & in, fact<double> & to);

}  // namespace rolewright::adverts
