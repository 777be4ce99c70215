// Two statements of the same words, and criteria that nothing asks for.
#include "lint/kinds.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace rolewright::linting {
namespace {

constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15u;

// How many words, and which are the first, the one in the middle and the last: hardly two statements have these in common.
std::uint64_t glance_at(std::span<const text::token> tokens) {
    std::uint64_t made = tokens.size();
    for (const auto * t : {&tokens.front(), &tokens[tokens.size() / 2], &tokens.back()}) made = (made ^ t->word) * mixer;
    return made;
}

// All words as one number: what differs here need not be compared letter by letter. A word that no pack knows, or of which only
// the beginning is known, counts by its letters, or a list of a thousand postcodes would be compared each with each.
std::uint64_t sum_of(std::span<const text::token> tokens, std::string_view text, const text::lexicon & words) {
    std::uint64_t sum = tokens.size();
    std::string folded;
    const auto number_of = [&](const text::token & t) -> std::uint64_t {
        if (text::is_known(t.word) && !words.is_prefix(t.word)) return t.word;
        text::fold(t.text.of(text), folded);
        return std::hash<std::string_view>()(folded);
    };
    for (const auto & t : tokens) sum = (sum ^ number_of(t)) * mixer;
    return sum;
}

bool same_words(std::span<const text::token> a, std::span<const text::token> b, std::string_view text) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const text::token & x, const text::token & y) { return text::fold(x.text.of(text)) == text::fold(y.text.of(text)); });
}

}  // namespace

void repeat(const packs::rule & rule, const place_to_look & in, remarks & to) {
    constexpr std::size_t fewest_words = 5;
    const auto & all = in.of.advert.statements;
    using numbered = std::vector<std::pair<std::uint64_t, std::size_t>>;
    numbered by_glance, by_sum;
    by_glance.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        if (const auto tokens = in.words[i]; tokens.size() >= fewest_words) by_glance.emplace_back(glance_at(tokens), i);
    std::sort(by_glance.begin(), by_glance.end());
    for (std::size_t i = 0; i < by_glance.size(); ++i) {
        const auto [glance, statement] = by_glance[i];
        const bool alike = (i > 0 && by_glance[i - 1].first == glance) || (i + 1 < by_glance.size() && by_glance[i + 1].first == glance);
        if (alike) by_sum.emplace_back(sum_of(in.words[statement], in.text(), in.set.words), statement);
    }
    std::sort(by_sum.begin(), by_sum.end());
    std::vector<std::size_t> again;
    for (auto first = by_sum.begin(); first != by_sum.end();) {
        auto kept = first;  // those of this sum that say something new
        auto next = first;
        for (; next != by_sum.end() && next->first == first->first; ++next) {
            const auto said = [&](const auto & before) { return same_words(in.words[before.second], in.words[next->second], in.text()); };
            if (std::any_of(first, kept, said)) again.push_back(next->second);
            else std::iter_swap(kept++, next);
        }
        first = next;
    }
    std::sort(again.begin(), again.end());
    for (const auto i : again) to.push_back({&rule, all[i].text});
}

void gap(const packs::rule & rule, const place_to_look & in, remarks & to) {
    const auto & all = in.set.criteria.criteria;
    const auto asked = [&](const criterion_score & c) { return all[c.criterion].id == rule.criterion; };
    if (std::none_of(in.of.card.criteria.begin(), in.of.card.criteria.end(), asked)) to.push_back({&rule, {}});
}

}  // namespace rolewright::linting
