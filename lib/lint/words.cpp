// The program proposed the rule's queries with the clause; they are verified here, in the parts that the rule looks at.
#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {

void words(const packs::rule & rule, const place_to_look & in, findings & to) {
    findings found;
    std::vector<query::match> matches;
    const auto & advert = in.of.advert;
    for (const auto c : in.work.rule_clauses) {
        const auto & statement = advert.statements[advert.clauses[c].statement];
        if (statement.foreign) continue;
        const auto kind = statement.kind;
        if (!rule.sections.empty() && std::find(rule.sections.begin(), rule.sections.end(), kind) == rule.sections.end()) continue;
        const auto proposed = in.work.candidates_of(c, in.set.queries_of(packs::owner_kind::rule));
        const auto tokens = in.work.tokens_of(c);
        const auto & reading = in.of.judgement.clauses[c];
        for (const auto & q : proposed) {
            if (&in.set.rules.rules[in.set.owners[q.query].index] != &rule) continue;
            matches.clear();
            in.set.program.verify(q, in.text(), tokens, {kind, reading.act, reading.subject}, matches);
            for (const auto & m : matches) found.push_back(make(rule, {tokens[m.first].text.begin, tokens[m.last - 1].text.end}, in));
        }
    }
    if (found.size() < rule.least.value_or(1)) return;
    to.insert(to.end(), found.begin(), found.end());
}

}  // namespace rolewright::linting
