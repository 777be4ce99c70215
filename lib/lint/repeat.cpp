// Two statements of the same words, and criteria that nothing asks for.
#include "lint/kinds.hpp"

#include <algorithm>
#include <unordered_set>

namespace rolewright::linting {

void repeat(const packs::rule & rule, const place_to_look & in, findings & to) {
    constexpr std::size_t fewest_words = 5;
    std::unordered_set<std::string> seen;
    for (const auto & s : in.of.advert.statements) {
        const auto tokens = in.work.tokens_of(s);
        if (tokens.size() < fewest_words) continue;
        std::string words;
        for (const auto & t : tokens) words += text::fold(t.text.of(in.text())) + ' ';
        if (!seen.insert(words).second) to.push_back(make(rule, s.text, in));
    }
}

void gap(const packs::rule & rule, const place_to_look & in, findings & to) {
    const auto & all = in.set.criteria.criteria;
    const auto asked = [&](const criterion_score & c) { return all[c.criterion].id == rule.criterion; };
    if (std::none_of(in.of.card.criteria.begin(), in.of.card.criteria.end(), asked)) to.push_back(make(rule, {}, in));
}

}  // namespace rolewright::linting
