#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// The people to ask, by name; addresses and telephone numbers must have been read before.
void read_contact_names(const fact_words & in, advert_facts & to);

}  // namespace rolewright::adverts
