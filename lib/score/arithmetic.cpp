// "Enough, not everything": each part looks at its best few criteria only, so nobody gains by asking for more.
//   everyday 30: the best three everyday criteria ÷ 3
//   security 30: the mean of (the better of account-security and online-safety) and data-protection
//   role     40: the best three of the role's core (digital-basics and security aside) ÷ 3, or ÷ their number if fewer;
//                a role without such a core drops the part and the rest is rescaled to 100
#include "score/arithmetic.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace rolewright::scoring {
namespace {

constexpr double points_everyday = 30, points_security = 30, points_role = 40;
constexpr std::size_t best_few = 3;
constexpr double share_of_security_for_strong = 0.5;

double mean_of_best(const std::vector<std::uint16_t> & criteria, const std::vector<double> & value_of, std::size_t divisor) {
    std::array<double, best_few> best{};
    for (const auto c : criteria) {
        auto value = value_of[c];
        for (auto & b : best)
            if (value > b) std::swap(value, b);
    }
    double sum = 0;
    for (const auto b : best) sum += b;
    return sum / static_cast<double>(divisor);
}

double value_or_none(std::optional<std::uint16_t> criterion, const std::vector<double> & value_of) { return criterion ? value_of[*criterion] : 0; }

}  // namespace

arithmetic::arithmetic(const role_reading & role, const packs::language_set & set) : set_(set), relevance_(judging::relevances_of(role, set)) {
    for (std::uint16_t i = 0; i < set.criteria.criteria.size(); ++i) {
        const auto & c = set.criteria.criteria[i];
        if (c.part == score_part::everyday) everyday_.push_back(i);
        const bool aside = c.id == "digital-basics" || c.part == score_part::security;
        if (!aside && of(i) == relevance::core) core_.push_back(i);
        if (c.id == "account-security") account_security_ = i;
        if (c.id == "online-safety") online_safety_ = i;
        if (c.id == "data-protection") data_protection_ = i;
        const bool in_security = account_security_ == i || online_safety_ == i || data_protection_ == i;
        counts_.push_back(c.part == score_part::everyday || in_security || (!core_.empty() && core_.back() == i));
    }
}

arithmetic::points arithmetic::points_of(const std::vector<double> & value_of) const {
    points made;
    const double account = std::max(value_or_none(account_security_, value_of), value_or_none(online_safety_, value_of));
    made.security_share = (account + value_or_none(data_protection_, value_of)) / 2;
    made.everyday = points_everyday * mean_of_best(everyday_, value_of, best_few);
    made.security = points_security * made.security_share;
    made.possible = points_everyday + points_security;
    if (core_.empty()) return made;
    made.role = points_role * mean_of_best(core_, value_of, std::min(core_.size(), best_few));
    made.possible += points_role;
    return made;
}

double arithmetic::score(const std::vector<double> & value_of) const { return points_of(value_of).score(); }

std::vector<points_source> arithmetic::sources(const std::vector<double> & value_of) const {
    const auto best_of = [&](const std::vector<std::uint16_t> & all) {
        std::vector<std::uint16_t> best;
        std::copy_if(all.begin(), all.end(), std::back_inserter(best), [&](auto c) { return value_of[c] > 0; });
        std::stable_sort(best.begin(), best.end(), [&](auto a, auto b) { return value_of[a] > value_of[b]; });
        if (best.size() > best_few) best.resize(best_few);
        return best;
    };
    points_source security{score_part::security, {}, 2};
    const bool safety = value_or_none(online_safety_, value_of) > value_or_none(account_security_, value_of);
    for (const auto & c : {safety ? online_safety_ : account_security_, data_protection_})
        if (c && value_of[*c] > 0) security.criteria.push_back(*c);
    std::vector<points_source> made{{score_part::everyday, best_of(everyday_), static_cast<double>(best_few)}, std::move(security)};
    if (!core_.empty()) made.push_back({score_part::role, best_of(core_), static_cast<double>(std::min(core_.size(), best_few))});
    return made;
}

sum arithmetic::add_up(const std::vector<double> & value_of) const {
    const auto points = points_of(value_of);
    const double scale = 100 / points.possible;
    sum made;
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

}  // namespace rolewright::scoring
