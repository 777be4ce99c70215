#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// The advert's pay: the best-ranked amount or range of the text; two scales of one rank become one overall range, and
/// of a full-time rate with what the part-timer gets, the full-time rate counts. Figures that look mistyped get a note.
fact<salary> read_pay(const fact_words & in, std::vector<note> & notes);

}  // namespace rolewright::adverts
