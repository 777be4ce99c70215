// The program proposed the rules' queries with the clause; they are verified here, in the parts that the rule looks at.
#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {
namespace {

bool looks_at(const packs::rule & rule, section_kind part) {
    return rule.kind == packs::rule_kind::missing || rule.sections.empty() || std::find(rule.sections.begin(), rule.sections.end(), part) != rule.sections.end();
}

}  // namespace

std::vector<rule_match> matches_of(const std::vector<bool> & asked, const place_to_look & in) {
    std::vector<rule_match> found;
    std::vector<query::match> matches;
    const auto & advert = in.of.advert;
    for (const auto c : in.work.rule_clauses) {
        const auto & statement = advert.statements[advert.clauses[c].statement];
        if (statement.foreign) continue;
        const auto tokens = in.work.tokens_of(c);
        const query::searched_words searched{in.text(), tokens};
        const auto & reading = in.of.judgement.clauses[c];
        for (auto rest = in.work.candidates_of(c, in.set.queries_of(packs::owner_kind::rule)); !rest.empty();) {
            const auto same = query::take_query(rest);
            const auto number = in.set.owners[same[0].query].index;
            const auto & rule = in.set.rules.rules[number];
            if (!asked[number] || !looks_at(rule, statement.kind)) continue;
            matches.clear();
            in.set.program.verify(same, searched, {statement.kind, reading.act, reading.subject}, matches);
            for (const auto & m : matches) found.push_back({&rule, {tokens[m.first].text.begin, tokens[m.last - 1].text.end}});
        }
    }
    return found;
}

void words(const packs::rule & rule, const place_to_look & in, remarks & to) {
    const auto ours = [&](const rule_match & m) { return m.rule == &rule; };
    if (std::count_if(in.matches.begin(), in.matches.end(), ours) < rule.least.value_or(1)) return;
    for (const auto & m : in.matches)
        if (ours(m)) to.push_back({&rule, m.where});
}

}  // namespace rolewright::linting
