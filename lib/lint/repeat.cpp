// Two statements of the same words, and criteria that nothing asks for.
#include "lint/kinds.hpp"

#include <algorithm>
#include <unordered_map>

namespace rolewright::linting {

namespace {

// The words that the packs know, as one number: what differs here need not be compared letter by letter.
std::uint64_t sum_of(std::span<const text::token> tokens) {
    std::uint64_t sum = tokens.size();
    for (const auto & t : tokens) sum = (sum ^ t.word) * 0x9E3779B97F4A7C15u;
    return sum;
}

bool same_words(std::span<const text::token> a, std::span<const text::token> b, std::string_view text) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const text::token & x, const text::token & y) { return text::fold(x.text.of(text)) == text::fold(y.text.of(text)); });
}

}  // namespace

void repeat(const packs::rule & rule, const place_to_look & in, findings & to) {
    constexpr std::size_t fewest_words = 5;
    std::unordered_multimap<std::uint64_t, std::span<const text::token>> seen;
    for (const auto & s : in.of.advert.statements) {
        const auto tokens = in.work.tokens_of(s);
        if (tokens.size() < fewest_words) continue;
        const auto sum = sum_of(tokens);
        const auto [first, last] = seen.equal_range(sum);
        const bool again = std::any_of(first, last, [&](const auto & before) { return same_words(before.second, tokens, in.text()); });
        if (again) to.push_back(make(rule, s.text, in));
        else seen.emplace(sum, tokens);
    }
}

void gap(const packs::rule & rule, const place_to_look & in, findings & to) {
    const auto & all = in.set.criteria.criteria;
    const auto asked = [&](const criterion_score & c) { return all[c.criterion].id == rule.criterion; };
    if (std::none_of(in.of.card.criteria.begin(), in.of.card.criteria.end(), asked)) to.push_back(make(rule, {}, in));
}

}  // namespace rolewright::linting
