#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// Closing, interview and start dates. A date without a year has no value, but its range is kept.
void read_dates(const advert & of, const packs::language_set & set, const review_options & options, workspace & work, advert_facts & to);

}  // namespace rolewright::adverts
