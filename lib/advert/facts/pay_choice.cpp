// Full-time rates drive out what part-timers get of them; then the highest rank wins, and what is as good and of the same
// currency and period widens it to one overall range.
#include "advert/facts/pay_choice.hpp"

#include <algorithm>
#include <cmath>

namespace rolewright::adverts {
namespace {

constexpr int as_good_as = 2;        // ranks below the best that still widen it
constexpr double most_apart = 6;  // two scales of one advert further apart are no one range

double top_of(const pay_candidate & c) { return c.value.max.value_or(c.value.min.value_or(0)); }
double foot_of(const pay_candidate & c) { return c.value.min.value_or(c.value.max.value_or(0)); }
bool same_kind(const pay_candidate & a, const pay_candidate & b) { return a.value.per == b.value.per && a.value.currency == b.value.currency; }

void drop_part_time_pay(std::vector<pay_candidate> & all) {
    const auto drop = [&](auto && which) {
        const auto kept = std::stable_partition(all.begin(), all.end(), [&](const auto & c) { return !which(c); });
        if (kept != all.begin()) all.erase(kept, all.end());
    };
    const bool any_full = std::any_of(all.begin(), all.end(), [](const auto & c) { return c.full_time; });
    drop([](const auto & c) { return c.actual; });
    if (!any_full) return;
    const auto full = *std::max_element(all.begin(), all.end(), [](const auto & a, const auto & b) { return a.full_time != b.full_time ? b.full_time : top_of(a) < top_of(b); });
    drop([&](const auto & c) { return !c.full_time && same_kind(c, full) && top_of(c) < top_of(full); });
}

}  // namespace

fact<salary> choose_pay(std::vector<pay_candidate> candidates, std::vector<note> & notes) {
    fact<salary> made;
    if (candidates.empty()) return made;
    drop_part_time_pay(candidates);
    std::stable_sort(candidates.begin(), candidates.end(), [](const auto & a, const auto & b) { return a.rank > b.rank; });
    const auto & best = candidates.front();
    auto whole = best.value;
    for (const auto & c : candidates) {
        made.ranges.push_back(c.where);
        const bool as_good = same_kind(c, best) && c.rank + as_good_as >= best.rank;
        if (!as_good || top_of(c) > most_apart * foot_of(best) || top_of(best) > most_apart * foot_of(c)) continue;
        if (whole.min && c.value.min) whole.min = std::min(*whole.min, *c.value.min);
        if (whole.max && c.value.max) whole.max = std::max(*whole.max, *c.value.max);
    }
    if (best.slip) notes.push_back({note_code::figure_unclear, {}, best.where});
    made.value = whole;
    return made;
}

}  // namespace rolewright::adverts
