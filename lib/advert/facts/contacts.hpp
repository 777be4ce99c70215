#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// Whom to write to and to call, and the advert's reference. The ranges hold every place.
void read_contacts(const fact_words & in, advert_facts & to);

}  // namespace rolewright::adverts
