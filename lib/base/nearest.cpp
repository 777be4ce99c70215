// Names are alike if they share many pairs of letters (Dice's coefficient): slips and missing parts cost little.
#include "base/nearest.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace rolewright {
namespace {

std::set<std::string> pairs_of(std::string_view word) {
    std::set<std::string> pairs;
    const std::string framed = "^" + std::string(word) + "$";
    for (std::size_t i = 0; i + 1 < framed.size(); ++i) pairs.insert(framed.substr(i, 2));
    return pairs;
}

double likeness(const std::set<std::string> & a, const std::set<std::string> & b) {
    const auto shared = std::count_if(a.begin(), a.end(), [&](const auto & p) { return b.contains(p); });
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace

std::vector<std::string_view> nearest(std::string_view word, std::span<const std::string_view> names, std::size_t most) {
    constexpr double least = 0.3;
    const auto own = pairs_of(word);
    std::vector<std::pair<double, std::string_view>> alike;
    for (const auto n : names)
        if (const auto l = likeness(own, pairs_of(n)); l >= least) alike.emplace_back(-l, n);
    std::sort(alike.begin(), alike.end());
    alike.erase(std::unique(alike.begin(), alike.end()), alike.end());
    std::vector<std::string_view> made;
    for (const auto & [l, n] : alike)
        if (made.size() < most) made.push_back(n);
    return made;
}

}  // namespace rolewright
