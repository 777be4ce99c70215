#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// Facts that are one of a few words: contract and workplace. Two answers of equal weight are none.
void read_choices(const fact_words & in, advert_facts & to);

/// Facts that hold several: shifts, licences, checks, languages, benefits.
void read_lists(const fact_words & in, advert_facts & to);

}  // namespace rolewright::adverts
