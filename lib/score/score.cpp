// Per criterion the best passage counts, level × strength, never a sum; `mention` looks at levels alone.
#include "score/score.hpp"

#include "score/arithmetic.hpp"

#include <algorithm>

namespace rolewright::scoring {
namespace {

double value_of(const evidence & e, const packs::scoring & by) {
    return by.level[static_cast<std::size_t>(e.level)] * by.strength[static_cast<std::size_t>(e.strength)];
}

std::vector<criterion_score> score_criteria(const judgement & judged, const packs::language_set & set) {
    std::vector<criterion_score> made;
    for (std::uint16_t c = 0; c < set.criteria.criteria.size(); ++c) {
        criterion_score s{.criterion = c, .relevance = judging::relevance_of(c, judged.role, set), .evidence = {}};
        double best = -1;
        for (std::uint32_t i = 0; i < judged.evidence.size(); ++i) {
            const auto & e = judged.evidence[i];
            if (e.criterion != c) continue;
            s.evidence.push_back(i);
            const double value = value_of(e, set.criteria.scoring);
            if (value <= best) continue;
            best = value;
            s.level = e.level;
            s.strength = e.strength;
        }
        if (s.evidence.empty()) continue;
        s.value = s.relevance == relevance::ask ? 0 : best;
        made.push_back(std::move(s));
    }
    return made;
}

mention mention_of(const judgement & judged) {
    if (judged.evidence.empty()) return mention::none;
    const auto more_than_vague = [](const evidence & e) { return e.level != level::vague; };
    return std::any_of(judged.evidence.begin(), judged.evidence.end(), more_than_vague) ? mention::specific : mention::vague;
}

std::vector<double> values_of(const std::vector<criterion_score> & criteria, const packs::language_set & set) {
    std::vector<double> values(set.criteria.criteria.size(), 0.0);
    for (const auto & c : criteria) values[c.criterion] = c.value;
    return values;
}

// The sentence to paste: one written for the family before a general one, an offer of training before a demand.
const packs::suggestion * suggestion_for(std::uint16_t criterion, const std::string & family, const packs::language_set & set) {
    const packs::suggestion * best = nullptr;
    int best_rank = -1;
    for (const auto & s : set.criteria.suggestions) {
        if (s.criterion != criterion || s.practice) continue;  // one habit alone is for people to choose
        const bool general = s.families.empty();
        const bool ours = std::find(s.families.begin(), s.families.end(), family) != s.families.end();
        if (!general && !ours) continue;
        const int rank = 2 * ours + (s.strength == strength::trained);
        if (rank <= best_rank) continue;
        best = &s;
        best_rank = rank;
    }
    return best;
}

}  // namespace

score_card score(const advert & of, const judgement & judged, const packs::language_set & set) {
    score_card card;
    if (!of.judged) return card;
    card.mention = mention_of(judged);
    card.criteria = score_criteria(judged, set);
    const auto total = add_up(values_of(card.criteria, set), judged.role, set);
    card.score = total.score;
    card.band = total.band;
    card.parts = total.parts;
    return card;
}

gap_list gaps(const judgement & judged, const score_card & card, const packs::language_set & set, std::size_t most) {
    gap_list made;
    if (!card.score) return made;
    auto values = values_of(card.criteria, set);
    auto now = add_up(values, judged.role, set);
    while (made.gaps.size() < most) {
        gap best;
        sum best_sum;
        double best_value = 0;
        for (std::uint16_t c = 0; c < values.size(); ++c) {
            const auto relevance = judging::relevance_of(c, judged.role, set);
            if (relevance == relevance::ask) continue;
            const auto * s = suggestion_for(c, judged.role.family, set);
            if (!s) continue;
            const double value = set.criteria.scoring.level[static_cast<std::size_t>(level::practical)] * set.criteria.scoring.strength[static_cast<std::size_t>(s->strength)];
            if (value <= values[c]) continue;
            auto with = values;
            with[c] = value;
            auto then = add_up(with, judged.role, set);
            const double gain = then.score - now.score;
            // Of two that gain the same, the one that the role is made of; then the pack's order.
            const bool better = gain > best.gain + 1e-9 || (gain > best.gain - 1e-9 && gain > 0 && relevance < best.relevance);
            if (!better || gain <= 0) continue;
            best = {c, relevance, s->id, s->sentence, gain};
            best_sum = std::move(then);
            best_value = value;
        }
        if (best.gain <= 0) break;
        values[best.criterion] = best_value;
        now = std::move(best_sum);
        made.gaps.push_back(std::move(best));
    }
    made.score_with = now.score;
    made.band_with = now.band;
    return made;
}

}  // namespace rolewright::scoring
