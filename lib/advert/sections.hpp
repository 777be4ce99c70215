#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// Finds the headings of the `main` text and fills sections, statements, clauses of `to`.
void read_sections(advert & to, const packs::language_set & set, const review_options & options, workspace & work);

}  // namespace rolewright::adverts
