// "Enough, not everything": each part looks at its best few criteria only, so nobody gains by asking for more.
//   everyday 30: the best three everyday criteria ÷ 3
//   security 30: the mean of (the better of account-security and online-safety) and data-protection
//   role     40: the best three of the role's core (digital-basics and security aside) ÷ 3, or ÷ their number if fewer;
//                a role without such a core drops the part and the rest is rescaled to 100
#include "score/arithmetic.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <string_view>

namespace rolewright::scoring {
namespace {

constexpr double points_everyday = 30, points_security = 30, points_role = 40;
constexpr std::size_t best_few = 3;
constexpr double share_of_security_for_strong = 0.5;

double mean_of_best(std::vector<double> values, std::size_t divisor) {
    std::sort(values.begin(), values.end(), std::greater<>());
    const auto n = std::min(values.size(), best_few);
    return std::accumulate(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n), 0.0) / static_cast<double>(divisor);
}

double value_of_id(std::string_view id, const std::vector<double> & value_of, const packs::language_set & set) {
    for (std::size_t i = 0; i < set.criteria.criteria.size(); ++i)
        if (set.criteria.criteria[i].id == id) return value_of[i];
    return 0;
}

}  // namespace

std::vector<points_source> sources_of_points(const std::vector<double> & value_of, const role_reading & role, const packs::language_set & set) {
    points_source everyday{score_part::everyday, {}, static_cast<double>(best_few)}, security{score_part::security, {}, 2}, core{score_part::role, {}, 1};
    std::size_t core_count = 0;
    std::optional<std::uint16_t> account, data;
    for (std::uint16_t i = 0; i < set.criteria.criteria.size(); ++i) {
        const auto & c = set.criteria.criteria[i];
        const bool aside = c.id == "digital-basics" || c.part == score_part::security;
        const bool in_core = !aside && judging::relevance_of(i, role, set) == relevance::core;
        core_count += in_core;
        if (value_of[i] <= 0) continue;
        if (c.part == score_part::everyday) everyday.criteria.push_back(i);
        if (in_core) core.criteria.push_back(i);
        if (c.id == "account-security" || c.id == "online-safety") account = !account || value_of[i] > value_of[*account] ? i : *account;
        if (c.id == "data-protection") data = i;
    }
    const auto keep_best = [&](std::vector<std::uint16_t> & list) {
        std::stable_sort(list.begin(), list.end(), [&](auto a, auto b) { return value_of[a] > value_of[b]; });
        if (list.size() > best_few) list.resize(best_few);
    };
    keep_best(everyday.criteria);
    keep_best(core.criteria);
    for (const auto & c : {account, data})
        if (c) security.criteria.push_back(*c);
    std::vector<points_source> made{std::move(everyday), std::move(security)};
    core.divisor = static_cast<double>(std::min(core_count, best_few));
    if (core_count > 0) made.push_back(std::move(core));
    return made;
}

sum add_up(const std::vector<double> & value_of, const role_reading & role, const packs::language_set & set) {
    std::vector<double> everyday, core;
    for (std::uint16_t i = 0; i < set.criteria.criteria.size(); ++i) {
        const auto & c = set.criteria.criteria[i];
        if (c.part == score_part::everyday) everyday.push_back(value_of[i]);
        const bool aside = c.id == "digital-basics" || c.part == score_part::security;
        if (!aside && judging::relevance_of(i, role, set) == relevance::core) core.push_back(value_of[i]);
    }
    const double account = std::max(value_of_id("account-security", value_of, set), value_of_id("online-safety", value_of, set));
    const double security = (account + value_of_id("data-protection", value_of, set)) / 2;

    sum made;
    made.parts.push_back({score_part::everyday, points_everyday * mean_of_best(everyday, best_few), points_everyday});
    made.parts.push_back({score_part::security, points_security * security, points_security});
    if (!core.empty()) {
        const auto divisor = std::min(core.size(), best_few);
        made.parts.push_back({score_part::role, points_role * mean_of_best(core, divisor), points_role});
    }
    double of = 0;
    for (const auto & p : made.parts) made.score += p.points, of += p.of;
    made.score *= 100 / of;
    for (auto & p : made.parts) p.points *= 100 / of, p.of *= 100 / of;

    const auto & from = set.criteria.scoring.band_from;
    for (std::size_t b = 0; b < std::size(from); ++b)
        if (made.score >= from[b]) made.band = static_cast<band>(b);
    if (made.band == band::strong && security < share_of_security_for_strong) made.band = band::getting_there;
    return made;
}

}  // namespace rolewright::scoring
