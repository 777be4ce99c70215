// Clause by clause: the reading, then the passages; then the role.
#include "judge/judge.hpp"

#include "judge/passages.hpp"
#include "judge/reading.hpp"
#include "judge/role.hpp"

#include <algorithm>

namespace rolewright::judging {
namespace {

// "You will log every case. We will show you how." A sentence that only offers training, behind one in the same block,
// is about what that one asks.
void speak_for_the_sentence_before(const advert & of, judgement & to) {
    const auto asks = [&](std::uint32_t statement) {
        return std::any_of(to.evidence.begin(), to.evidence.end(), [&](const auto & e) { return of.clauses[e.clause].statement == statement; });
    };
    for (std::uint32_t i = 1; i < of.statements.size(); ++i) {
        const auto & s = of.statements[i];
        const auto first = to.clauses.begin() + s.first_clause;
        const bool trains = s.clause_count > 0 && std::all_of(first, first + s.clause_count, [](const clause_reading & r) { return r.counts && r.act == act::training; });
        if (!trains || of.statements[i - 1].block != s.block || asks(i)) continue;
        for (auto & e : to.evidence)
            if (of.clauses[e.clause].statement == i - 1 && e.strength != strength::desirable) e.strength = strength::trained;
    }
}

}  // namespace

judgement judge(const advert & of, const packs::language_set & set, std::string_view role, const judge_options & options,
                adverts::workspace & work) {
    judgement made;
    made.role = read_role(of, role, set, work);
    const auto employers = employer_names(of, set, work);
    made.clauses.reserve(of.clauses.size());
    for (std::uint32_t c = 0; c < of.clauses.size(); ++c) {
        made.clauses.push_back(decide(add_up(of, c, set, options, work, employers), c, set, options, work));
        read_passages(of, c, made.clauses.back(), set, options, work, made);
    }
    speak_for_the_sentence_before(of, made);
    return made;
}

std::vector<relevance> relevances_of(const role_reading & role, const packs::language_set & set) {
    const auto & all = set.criteria.criteria;
    const auto family = std::find_if(set.roles.families.begin(), set.roles.families.end(), [&](const auto & f) { return f.id == role.family; });
    if (family == set.roles.families.end()) return std::vector<relevance>(all.size(), relevance::fits);
    const auto own = std::find_if(set.roles.roles.begin(), set.roles.roles.end(), [&](const auto & r) { return r.id == role.id; });
    std::vector<relevance> made;
    for (const auto & c : all) made.push_back(c.everyone ? relevance::fits : relevance::ask);
    for (const auto c : family->fits) made[c] = relevance::fits;
    for (const auto c : family->core) made[c] = relevance::fits;
    const bool has_own = own != set.roles.roles.end() && own->core.has_value();
    for (const auto c : has_own ? *own->core : family->core) made[c] = relevance::core;
    return made;
}

std::vector<clause_explanation> explain(const advert & of, const judgement & judged, range where, const packs::language_set & set,
                                        const judge_options & options, adverts::workspace & work) {
    const auto employers = employer_names(of, set, work);
    std::vector<clause_explanation> made;
    for (std::uint32_t c = 0; c < of.clauses.size(); ++c) {
        if (!of.clauses[c].text.overlaps(where)) continue;
        clause_explanation e{.text = of.clauses[c].text, .clause = c, .section = of.statements[of.clauses[c].statement].kind, .reading = judged.clauses[c]};
        add_up(of, c, set, options, work, employers, &e.reasons);
        std::copy_if(judged.evidence.begin(), judged.evidence.end(), std::back_inserter(e.evidence), [&](const auto & p) { return p.clause == c; });
        judgement again{.role = judged.role};
        read_passages(of, c, judged.clauses[c], set, options, work, again, &e.evidence_reasons);
        for (std::size_t i = 0; i < e.evidence.size(); ++i)
            if (e.evidence[i].strength != again.evidence[i].strength) e.evidence_reasons[i].strength = strength_why::offer;
        std::copy_if(judged.ignored.begin(), judged.ignored.end(), std::back_inserter(e.ignored), [&](const auto & p) { return p.clause == c; });
        made.push_back(std::move(e));
    }
    return made;
}

}  // namespace rolewright::judging
