// Rules that count: words of the advert, words of a sentence, items of a part, capitals in a row.
#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {
namespace {

bool outside(const packs::rule & rule, std::size_t n) { return (rule.most && n > *rule.most) || (rule.least && n < *rule.least); }

}  // namespace

void length(const packs::rule & rule, const place_to_look & in, remarks & to) {
    std::size_t n = 0;
    for (const auto words : in.words) n += words.size();
    if (n > 0 && outside(rule, n)) to.push_back({&rule, {}, static_cast<std::int64_t>(n)});
}

void sentence(const packs::rule & rule, const place_to_look & in, remarks & to) {
    for (std::size_t i = 0; i < in.words.size(); ++i) {
        const auto n = in.words[i].size();
        if (!outside(rule, n)) continue;
        const auto & s = in.of.advert.statements[i];
        if (s.form == statement_form::sentence && !s.foreign) to.push_back({&rule, s.text, static_cast<std::int64_t>(n)});
    }
}

void count(const packs::rule & rule, const place_to_look & in, remarks & to) {
    std::size_t items = 0;
    for (const auto & s : in.of.advert.statements)
        items += s.form == statement_form::list_item && std::find(rule.sections.begin(), rule.sections.end(), s.kind) != rule.sections.end();
    if (outside(rule, items)) to.push_back({&rule, {}, static_cast<std::int64_t>(items)});
}

void capitals(const packs::rule & rule, const place_to_look & in, remarks & to) {
    // A row that is too long holds one of every so many words.
    const auto step = std::size_t{rule.most.value_or(0)} + 1;
    const auto shouted = [](const text::token & t) { return t.capitals || (t.capital && t.text.size() == 1); };
    for (std::size_t n = 0; n < in.words.size(); ++n) {
        const auto words = in.words[n];
        if (words.size() < step || in.of.advert.statements[n].foreign) continue;
        for (auto i = step - 1; i < words.size(); i += step) {
            if (!shouted(words[i])) continue;
            auto first = i, end = i + 1;
            while (first > 0 && shouted(words[first - 1])) --first;
            while (end < words.size() && shouted(words[end])) ++end;
            if (outside(rule, end - first)) to.push_back({&rule, {words[first].text.begin, words[end - 1].text.end}, static_cast<std::int64_t>(end - first)});
            i = end;
        }
    }
}

}  // namespace rolewright::linting
