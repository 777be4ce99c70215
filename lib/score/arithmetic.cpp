// "Enough, not everything": each part looks at its best few criteria only, so nobody gains by asking for more.
//   everyday 30: the best three everyday criteria ÷ 3
//   security 30: the mean of (the better of account-security and online-safety) and data-protection
//   role     40: the best three of the role's core (digital-basics and security aside) ÷ 3, or ÷ their number if fewer;
//                a role without such a core drops the part and the rest is rescaled to 100
#include "score/arithmetic.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace rolewright::scoring {
namespace {

constexpr double points_everyday = 30, points_security = 30, points_role = 40;
constexpr std::size_t best_few = best_three::size;
constexpr double share_of_security_for_strong = 0.5;

best_three best_among(const std::vector<std::uint16_t> & criteria, const std::vector<double> & value_of) {
    best_three best;
    for (const auto c : criteria) best.raise(0, value_of[c]);
    return best;
}

}  // namespace

void best_three::raise(double before, double now) {
    auto at = size - 1;
    while (at > 0 && best_[at] < before) --at;
    if (now <= best_[at]) return;
    best_[at] = now;
    for (; at > 0 && best_[at] > best_[at - 1]; --at) std::swap(best_[at], best_[at - 1]);
}

arithmetic::arithmetic(const role_reading & role, const packs::language_set & set) : set_(set), relevance_(judging::relevances_of(role, set)) {
    using namespace std::string_view_literals;
    const auto & all = set.criteria.criteria;
    parts_.resize(all.size());
    everyday_.reserve(all.size());
    core_.reserve(all.size());
    for (std::uint16_t i = 0; i < all.size(); ++i) {
        const std::string_view id = all[i].id;
        if (id == "account-security"sv) account_security_ = i;
        if (id == "online-safety"sv) online_safety_ = i;
        if (id == "data-protection"sv) data_protection_ = i;
        const bool aside = id == "digital-basics"sv || all[i].part == score_part::security;
        parts_[i] = {all[i].part == score_part::everyday, account_security_ == i || online_safety_ == i || data_protection_ == i, !aside && of(i) == relevance::core};
        if (parts_[i].everyday) everyday_.push_back(i);
        if (parts_[i].core) core_.push_back(i);
    }
}

// `value_of` gives the value of one criterion; of those in the two parts that the best make up, these are known.
template <class ValueOf>
arithmetic::points arithmetic::points_of(const best_three & everyday, const best_three & core, ValueOf && value_of) const {
    const auto value_or_none = [&](std::optional<std::uint16_t> criterion) { return criterion ? value_of(*criterion) : 0; };
    points made;
    const double account = std::max(value_or_none(account_security_), value_or_none(online_safety_));
    made.security_share = (account + value_or_none(data_protection_)) / 2;
    made.everyday = points_everyday * (everyday.sum() / static_cast<double>(best_few));
    made.security = points_security * made.security_share;
    made.possible = points_everyday + points_security;
    if (core_.empty()) return made;
    made.role = points_role * (core.sum() / static_cast<double>(std::min(core_.size(), best_few)));
    made.possible += points_role;
    return made;
}

std::vector<points_source> arithmetic::sources(const std::vector<double> & value_of) const {
    const auto best_of = [&](const std::vector<std::uint16_t> & all) {
        std::vector<std::uint16_t> best;
        std::copy_if(all.begin(), all.end(), std::back_inserter(best), [&](auto c) { return value_of[c] > 0; });
        std::stable_sort(best.begin(), best.end(), [&](auto a, auto b) { return value_of[a] > value_of[b]; });
        if (best.size() > best_few) best.resize(best_few);
        return best;
    };
    points_source security{score_part::security, {}, 2};
    const auto value_or_none = [&](std::optional<std::uint16_t> criterion) { return criterion ? value_of[*criterion] : 0; };
    const bool safety = value_or_none(online_safety_) > value_or_none(account_security_);
    for (const auto & c : {safety ? online_safety_ : account_security_, data_protection_})
        if (c && value_of[*c] > 0) security.criteria.push_back(*c);
    std::vector<points_source> made{{score_part::everyday, best_of(everyday_), static_cast<double>(best_few)}, std::move(security)};
    if (!core_.empty()) made.push_back({score_part::role, best_of(core_), static_cast<double>(std::min(core_.size(), best_few))});
    return made;
}

sum arithmetic::add_up(const std::vector<double> & value_of) const {
    const auto points = points_of(best_among(everyday_, value_of), best_among(core_, value_of), [&](std::uint16_t c) { return value_of[c]; });
    const double scale = 100 / points.possible;
    sum made;
    made.parts.reserve(3);
    made.parts.push_back({score_part::everyday, points.everyday * scale, points_everyday * scale});
    made.parts.push_back({score_part::security, points.security * scale, points_security * scale});
    if (!core_.empty()) made.parts.push_back({score_part::role, points.role * scale, points_role * scale});
    made.score = points.score();

    const auto & from = set_.criteria.scoring.band_from;
    for (std::size_t b = 0; b < std::size(from); ++b)
        if (made.score >= from[b]) made.band = static_cast<band>(b);
    if (made.band == band::strong && points.security_share < share_of_security_for_strong) made.band = band::getting_there;
    return made;
}

tally::tally(const arithmetic & by, std::vector<double> values) : by_(by), values_(std::move(values)), best_{best_among(by.everyday_, values_), best_among(by.core_, values_)} {}

double tally::score() const {
    return by_.points_of(best_.everyday, best_.core, [&](std::uint16_t c) { return values_[c]; }).score();
}

tally::bests tally::bests_with(std::uint16_t criterion, double value) const {
    auto made = best_;
    if (by_.parts_[criterion].everyday) made.everyday.raise(values_[criterion], value);
    if (by_.parts_[criterion].core) made.core.raise(values_[criterion], value);
    return made;
}

double tally::score_with(std::uint16_t criterion, double value) const {
    const auto best = bests_with(criterion, value);
    return by_.points_of(best.everyday, best.core, [&](std::uint16_t c) { return c == criterion ? value : values_[c]; }).score();
}

void tally::raise(std::uint16_t criterion, double value) {
    best_ = bests_with(criterion, value);
    values_[criterion] = value;
}

}  // namespace rolewright::scoring
