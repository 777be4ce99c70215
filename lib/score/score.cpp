// Per criterion the best passage counts, level × strength, never a sum; `mention` looks at levels alone.
#include "score/score.hpp"

#include "score/arithmetic.hpp"

#include <algorithm>
#include <utility>

namespace rolewright::scoring {
namespace {

double value_of(const evidence & e, const packs::scoring & by) {
    return by.level[static_cast<std::size_t>(e.level)] * by.strength[static_cast<std::size_t>(e.strength)];
}

std::vector<criterion_score> score_criteria(const judgement & judged, const arithmetic & role, const packs::language_set & set) {
    std::vector<criterion_score> made;
    for (std::uint16_t c = 0; c < set.criteria.criteria.size(); ++c) {
        criterion_score s{.criterion = c, .relevance = role.of(c), .evidence = {}};
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

}  // namespace

const packs::suggestion * suggestion_for(std::uint16_t criterion, std::string_view family, const packs::language_set & set) {
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

const packs::suggestion * sentence_for(security_practice practice, const packs::language_set & set) {
    const packs::suggestion * best = nullptr;
    for (const auto & s : set.criteria.suggestions)
        if (s.practice == practice && (!best || (s.strength == strength::trained && best->strength != strength::trained))) best = &s;
    return best;
}

score_card score(const advert & of, const judgement & judged, const packs::language_set & set) {
    score_card card;
    if (!of.judged) return card;
    card.mention = mention_of(judged);
    const arithmetic role(judged.role, set);
    card.criteria = score_criteria(judged, role, set);
    const auto total = role.add_up(values_of(card.criteria, set));
    card.score = total.score;
    card.band = total.band;
    card.parts = total.parts;
    return card;
}

gap_list gaps(const judgement & judged, const score_card & card, const packs::language_set & set, std::size_t most) {
    gap_list made;
    if (!card.score) return made;
    const arithmetic role(judged.role, set);
    auto values = values_of(card.criteria, set);
    auto now = role.score(values);
    std::vector<const packs::suggestion *> sentences(values.size(), nullptr);
    for (std::uint16_t c = 0; c < values.size(); ++c)
        if (role.counts(c) && role.of(c) != relevance::ask) sentences[c] = suggestion_for(c, judged.role.family, set);
    while (made.gaps.size() < most) {
        double best_gain = 0, best_score = now, best_value = 0;
        std::uint16_t best = 0;
        const packs::suggestion * sentence = nullptr;
        for (std::uint16_t c = 0; c < values.size(); ++c) {
            const auto * s = sentences[c];
            if (!s) continue;
            const double value = set.criteria.scoring.level[static_cast<std::size_t>(level::practical)] * set.criteria.scoring.strength[static_cast<std::size_t>(s->strength)];
            if (value <= values[c]) continue;
            const double before = std::exchange(values[c], value);
            const double then = role.score(values);
            values[c] = before;
            const double gain = then - now;
            // Of two that gain the same, the one that the role is made of; then the pack's order.
            const bool better = gain > best_gain + 1e-9 || (sentence && gain > best_gain - 1e-9 && role.of(c) < role.of(best));
            if (!better || gain <= 0) continue;
            best = c;
            best_gain = gain, best_score = then, best_value = value;
            sentence = s;
        }
        if (!sentence) break;
        values[best] = best_value;
        now = best_score;
        made.gaps.push_back({best, role.of(best), sentence->id, sentence->sentence, best_gain});
    }
    const auto with = role.add_up(values);
    made.score_with = with.score;
    made.band_with = with.band;
    return made;
}

}  // namespace rolewright::scoring
