// The adverts of a team are looked at together: what one of them asks, the team asks. For what nobody asks, a sentence is
// offered to the advert whose work it belongs to most.
#include "compare/compare.hpp"

#include "judge/judge.hpp"
#include "score/score.hpp"

#include <algorithm>

namespace rolewright::comparing {
namespace {

struct member {
    std::uint32_t number = 0;
    const review * of = nullptr;
    std::vector<relevance> relevances;
};

team_criterion criterion_of(std::uint16_t c, const std::vector<member> & members, const packs::language_set & set) {
    team_criterion made{.criterion = c, .basic = set.criteria.criteria[c].part != score_part::role, .asked_by = {}, .core_for = {}, .sentence = {}};
    for (const auto & m : members) {
        if (m.relevances[c] == relevance::core) made.core_for.push_back(m.number);
        for (const auto & s : m.of->card.criteria) {
            if (s.criterion != c) continue;
            made.asked_by.push_back({m.number, s.level, s.strength, strongest_first(*m.of, c, set)});
            if (s.level != level::vague) made.coverage = team_coverage::asked;
            else if (made.coverage == team_coverage::nobody) made.coverage = team_coverage::vague;
        }
    }
    return made;
}

// The advert that the criterion belongs to most: core before fitting; of equals the first.
const member * best_for(std::uint16_t c, const std::vector<member> & members) {
    const member * best = nullptr;
    for (const auto & m : members)
        if (m.relevances[c] != relevance::ask && (!best || m.relevances[c] < best->relevances[c])) best = &m;
    return best;
}

}  // namespace

team_view team(std::span<const review * const> adverts, const packs::pack_set & packs) {
    team_view made;
    std::vector<member> members;
    const packs::language_set * set = nullptr;
    for (std::uint32_t i = 0; i < adverts.size(); ++i) {
        const auto * in = packs.find(adverts[i]->advert.language);
        if (!in || !adverts[i]->card.score) continue;
        if (!set) set = in;
        made.judged.push_back(i);
        members.push_back({i, adverts[i], judging::relevances_of(adverts[i]->judgement.role, *in)});
    }
    if (!set) return made;
    for (std::uint16_t c = 0; c < set->criteria.criteria.size(); ++c) {
        auto one = criterion_of(c, members, *set);
        const auto * fitting = best_for(c, members);
        // A basic that fits no work of the team is no basic of this team; nor is a task that nobody's work is made of.
        const bool belongs = !one.asked_by.empty() || (one.basic ? fitting != nullptr : !one.core_for.empty());
        if (!belongs) continue;
        if (one.coverage != team_coverage::asked && fitting) {
            one.best_for = fitting->number;
            if (const auto * s = scoring::suggestion_for(c, fitting->of->judgement.role.family, *set)) one.sentence = s->sentence;
        }
        made.criteria.push_back(std::move(one));
    }
    for (const auto & note : set->criteria.practices) {
        team_practice one{.practice = note.practice, .asked_by = {}, .sentence = {}};
        for (const auto & m : members) {
            const auto & all = m.of->judgement.evidence;
            if (std::any_of(all.begin(), all.end(), [&](const evidence & e) { return e.practice == note.practice; })) one.asked_by.push_back(m.number);
        }
        if (one.asked_by.empty())
            if (const auto * s = scoring::sentence_for(note.practice, *set)) one.sentence = s->sentence;
        made.practices.push_back(std::move(one));
    }
    return made;
}

}  // namespace rolewright::comparing
