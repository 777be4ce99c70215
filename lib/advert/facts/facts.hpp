#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// All facts that the statements of `of` state, each with its ranges; given facts (a record's title, employer) win.
advert_facts read_facts(const advert & of, const packs::language_set & set, const review_options & options, workspace & work);

}  // namespace rolewright::adverts
