#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// Facts that are names: title, employer, location and its postcode. A record's title and employer stand before the text's.
void read_names(const fact_words & in, advert_facts & to);

}  // namespace rolewright::adverts
