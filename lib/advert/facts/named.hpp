#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// Facts that are names: title, employer, location, reference, the address to write to; and those that are one of a
/// few words: contract and workplace.
void read_names(const advert & of, const packs::language_set & set, workspace & work, advert_facts & to);

}  // namespace rolewright::adverts
