#pragma once
#include <rolewright/advert.hpp>

#include <vector>

namespace rolewright::adverts {

/// An amount or range that may be the pay.
struct pay_candidate {
    salary value;
    range where;
    int rank = 0;
    bool full_time = false;  ///< said to be the full-time rate
    bool actual = false;     ///< said to be what the part-timer gets
    bool slip = false;       ///< a figure looks mistyped
};

/// Ranks the candidates and makes one pay of those that are as good as the best. Ranges: the best first.
fact<salary> choose_pay(std::vector<pay_candidate> candidates, std::vector<note> & notes);

}  // namespace rolewright::adverts
