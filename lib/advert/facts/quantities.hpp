#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// Hours a week and years of experience.
void read_quantities(const advert & of, const packs::language_set & set, workspace & work, advert_facts & to);

}  // namespace rolewright::adverts
