#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// The advert's pay: the best-ranked amount or range of the text; two scales of one rank become one overall range.
fact<salary> read_pay(const advert & of, const packs::language_set & set, const review_options & options, workspace & work);

}  // namespace rolewright::adverts
