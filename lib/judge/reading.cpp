// Whose clause it is and what it does: the section's priors and the cues that matched are summands of one sum for each
// subject and each act; the largest sums win. A clause counts if it is about the candidate and demands, prefers,
// gives a duty or trains, or if the employer offers to train.
#include "judge/reading.hpp"

#include <algorithm>
#include <string>

namespace rolewright::judging {
namespace {

template <class E, std::size_t n>
E largest(const double (&sums)[n], E otherwise) {
    const auto best = std::max_element(std::begin(sums), std::end(sums));
    return *best > 0 ? static_cast<E>(best - std::begin(sums)) : otherwise;
}

// What an uncounted clause is ignored for: the loudest cue that names a reason, else what its subject means.
ignored_why why_not(subject whose, act does, std::uint32_t clause, const packs::language_set & set, const adverts::workspace & work) {
    if (does == act::negation && whose == subject::candidate) return ignored_why::negated;
    const packs::cue * loudest = nullptr;
    for (const auto & hit : work.cues_of(clause)) {
        const auto & cue = set.language.cues[hit.cue];
        if (cue.why && cue.subject == whose && (!loudest || cue.weight > loudest->weight)) loudest = &cue;
    }
    if (loudest) return *loudest->why;
    switch (whose) {
        case subject::process: return ignored_why::apply;
        case subject::reader: return ignored_why::reader;
        case subject::employer:
        case subject::other_team: return ignored_why::employer;
        case subject::applicant_data:
        case subject::candidate: break;
    }
    return ignored_why::other;
}

// "CAD (preferably Revit)": what a bracket prefers beside other words, it prefers within it.
bool inside_an_aside(const advert & of, range clause, range where) {
    const auto words = clause.of(of.source.text);
    const auto before = words.substr(0, where.begin - clause.begin);
    const auto open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) return false;
    const auto close = std::min(words.find(')', open), words.size());
    constexpr std::size_t fewest_other_bytes = 4;
    return open > 0 && close - open - 1 >= where.size() + fewest_other_bytes;
}

}  // namespace

clause_sums add_up(const advert & of, std::uint32_t clause, const packs::language_set & set, const judge_options & options,
                   const adverts::workspace & work, const std::unordered_set<std::string> & employers, std::vector<reason> * reasons) {
    clause_sums sums;
    const auto add = [&](const std::string & rule, std::optional<subject> s, std::optional<act> a, double weight, range where) {
        if (s) sums.subject[static_cast<std::size_t>(*s)] += weight;
        if (a) sums.act[static_cast<std::size_t>(*a)] += weight;
        if (!reasons) return;
        if (s) reasons->push_back({rule, "subject " + std::string(to_string(*s)), weight, where});
        if (a) reasons->push_back({rule, "act " + std::string(to_string(*a)), weight, where});
    };
    const auto kind = of.statements[of.clauses[clause].statement].kind;
    if (options.sections)
        for (const auto & p : set.language.priors)
            if (p.section == kind) add(reasons ? "section:" + std::string(to_string(kind)) : std::string(), p.subject, p.act, p.weight, {});
    for (const auto & hit : work.cues_of(clause)) {
        const auto & cue = set.language.cues[hit.cue];
        if (cue.introduces) continue;
        if (cue.act == act::preference && inside_an_aside(of, of.clauses[clause].text, hit.where)) continue;
        add(cue.id, cue.subject, cue.act, cue.weight, hit.where);
    }
    if (opens_with(employers, of, clause, work))
        for (const auto & cue : set.language.cues)
            if (cue.introduces) add(cue.id, cue.subject, cue.act, cue.weight, work.tokens_of(clause).front().text);
    return sums;
}

clause_reading decide(const clause_sums & sums, std::uint32_t clause, const packs::language_set & set, const judge_options & options,
                      const adverts::workspace & work) {
    clause_reading r{largest(sums.subject, subject::employer), largest(sums.act, act::information), false, ignored_why::other};
    const bool asks = r.act == act::demand || r.act == act::preference || r.act == act::duty || r.act == act::training;
    r.counts = (r.subject == subject::candidate && asks) || (r.subject == subject::employer && r.act == act::training);
    if (!options.subject_and_act) {
        r.counts = true;
        if (!asks) r.act = act::demand;
    }
    if (!r.counts) r.why = why_not(r.subject, r.act, clause, set, work);
    return r;
}

}  // namespace rolewright::judging
