// A sentence written for the family goes before a general one, an offer of training before a demand. That is settled once
// for each family that any suggestion names.
#include "packs/suggestions.hpp"

#include <algorithm>

namespace rolewright::packs {
namespace {

constexpr int unfit = -1;

// How well a suggestion fits the adverts of a family; the greater the better.
int fitness(const suggestion & s, std::string_view family) {
    if (s.practice) return unfit;  // one habit alone is for people to choose
    const bool ours = std::find(s.families.begin(), s.families.end(), family) != s.families.end();
    return ours || s.families.empty() ? 2 * ours + (s.strength == strength::trained) : unfit;
}

std::vector<std::uint16_t> best_for(std::string_view family, const criteria_pack & of) {
    std::vector<std::uint16_t> best(of.criteria.size(), criteria_pack::no_suggestion);
    std::vector<int> fit(of.criteria.size(), unfit);
    for (std::uint16_t i = 0; i < of.suggestions.size(); ++i) {
        const auto & s = of.suggestions[i];
        const int its = fitness(s, family);
        if (its > fit[s.criterion]) fit[s.criterion] = its, best[s.criterion] = i;
    }
    return best;
}

}  // namespace

void choose_suggestions(criteria_pack & of) {
    of.best_suggestions.try_emplace("");
    for (const auto & s : of.suggestions)
        for (const auto & family : s.families) of.best_suggestions.try_emplace(family);
    for (auto & [family, best] : of.best_suggestions) best = best_for(family, of);
}

const std::vector<std::uint16_t> & suggestions_for(std::string_view family, const criteria_pack & of) {
    const auto found = of.best_suggestions.find(family);
    return found == of.best_suggestions.end() ? of.best_suggestions.find("")->second : found->second;
}

}  // namespace rolewright::packs
