// The program proposed the rule's queries with the clause; they are verified here, in the parts that the rule looks at.
#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {

std::vector<range> places_of(const packs::rule & rule, const place_to_look & in) {
    std::vector<range> found;
    if (rule.queries.empty()) return found;
    std::vector<query::match> matches;
    const auto & advert = in.of.advert;
    for (const auto c : in.work.rule_clauses) {
        const auto & statement = advert.statements[advert.clauses[c].statement];
        if (statement.foreign) continue;
        const auto kind = statement.kind;
        if (rule.kind != packs::rule_kind::missing && !rule.sections.empty() && std::find(rule.sections.begin(), rule.sections.end(), kind) == rule.sections.end()) continue;
        const auto proposed = in.work.candidates_of(c, in.set.queries_of(packs::owner_kind::rule));
        const auto tokens = in.work.tokens_of(c);
        const query::searched_words searched{in.text(), tokens};
        const auto & reading = in.of.judgement.clauses[c];
        for (auto rest = proposed; !rest.empty();) {
            const auto asked = query::take_query(rest);
            if (&in.set.rules.rules[in.set.owners[asked[0].query].index] != &rule) continue;
            matches.clear();
            in.set.program.verify(asked, searched, {kind, reading.act, reading.subject}, matches);
            for (const auto & m : matches) found.push_back({tokens[m.first].text.begin, tokens[m.last - 1].text.end});
        }
    }
    return found;
}

void words(const packs::rule & rule, const place_to_look & in, findings & to) {
    if (states_a_fact(rule, in)) return;
    const auto found = places_of(rule, in);
    if (found.size() < rule.least.value_or(1)) return;
    for (const auto & where : found) to.push_back(make(rule, where, in));
}

}  // namespace rolewright::linting
