// Rules that count: words of the advert, words of a sentence, items of a part, capitals in a row.
#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {
namespace {

bool outside(const packs::rule & rule, std::size_t n) { return (rule.most && n > *rule.most) || (rule.least && n < *rule.least); }

}  // namespace

void length(const packs::rule & rule, const place_to_look & in, findings & to) {
    std::size_t n = 0;
    for (const auto & s : in.of.advert.statements) n += in.work.tokens_of(s).size();
    if (n > 0 && outside(rule, n)) to.push_back(make(rule, {}, in, static_cast<std::int64_t>(n)));
}

void sentence(const packs::rule & rule, const place_to_look & in, findings & to) {
    for (const auto & s : in.of.advert.statements) {
        const auto n = in.work.tokens_of(s).size();
        if (s.form == statement_form::sentence && !s.foreign && outside(rule, n)) to.push_back(make(rule, s.text, in, static_cast<std::int64_t>(n)));
    }
}

void count(const packs::rule & rule, const place_to_look & in, findings & to) {
    std::size_t items = 0;
    for (const auto & s : in.of.advert.statements)
        items += s.form == statement_form::list_item && std::find(rule.sections.begin(), rule.sections.end(), s.kind) != rule.sections.end();
    if (outside(rule, items)) to.push_back(make(rule, {}, in, static_cast<std::int64_t>(items)));
}

void capitals(const packs::rule & rule, const place_to_look & in, findings & to) {
    for (const auto & s : in.of.advert.statements) {
        if (s.foreign) continue;
        const auto words = in.work.tokens_of(s);
        for (std::size_t i = 0; i < words.size();) {
            auto end = i;
            while (end < words.size() && (words[end].capitals || (words[end].capital && words[end].text.size() == 1))) ++end;
            if (outside(rule, end - i)) to.push_back(make(rule, {words[i].text.begin, words[end - 1].text.end}, in, static_cast<std::int64_t>(end - i)));
            i = std::max(end, i + 1);
        }
    }
}

}  // namespace rolewright::linting
