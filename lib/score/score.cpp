// Per criterion the best passage counts, level × strength, never a sum; `mention` looks at levels alone.
#include "score/score.hpp"

#include "packs/suggestions.hpp"
#include "score/arithmetic.hpp"

#include <algorithm>
#include <utility>

namespace rolewright::scoring {
namespace {

double value_of(const evidence & e, const packs::scoring & by) {
    return by.level[static_cast<std::size_t>(e.level)] * by.strength[static_cast<std::size_t>(e.strength)];
}

std::vector<criterion_score> score_criteria(const judgement & judged, const arithmetic & role) {
    const auto & set = role.set();
    std::vector<std::uint32_t> asks(set.criteria.criteria.size(), 0);
    for (const auto & e : judged.evidence) ++asks[e.criterion];
    std::vector<criterion_score> made;
    made.reserve(static_cast<std::size_t>(std::count_if(asks.begin(), asks.end(), [](auto n) { return n > 0; })));
    for (std::uint16_t c = 0; c < asks.size(); ++c) {
        if (asks[c] == 0) continue;
        auto & s = made.emplace_back(criterion_score{.criterion = c, .relevance = role.of(c), .evidence = {}});
        s.evidence.reserve(asks[c]);
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
        s.value = s.relevance == relevance::ask ? 0 : best;
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

// By criterion: the sentence that is worth adding, or none.
std::vector<const packs::suggestion *> sentences_for(const judgement & judged, const arithmetic & role) {
    const auto & pack = role.set().criteria;
    const auto & best = packs::suggestions_for(judged.role.family, pack);
    std::vector<const packs::suggestion *> made(best.size(), nullptr);
    for (std::uint16_t c = 0; c < best.size(); ++c)
        if (best[c] != pack.no_suggestion && role.counts(c) && role.of(c) != relevance::ask && !is_implied(c, judged, role)) made[c] = &pack.suggestions[best[c]];
    return made;
}

}  // namespace

bool is_implied(std::uint16_t criterion, const judgement & judged, const arithmetic & role) {
    const auto & all = role.set().criteria.criteria;
    const auto & by = all[criterion].implied_by;
    return std::any_of(judged.evidence.begin(), judged.evidence.end(), [&](const evidence & e) {
        return e.level != level::vague && role.of(e.criterion) != relevance::ask && std::find(by.begin(), by.end(), all[e.criterion].id) != by.end();
    });
}

const packs::suggestion * suggestion_for(std::uint16_t criterion, std::string_view family, const packs::language_set & set) {
    const auto best = packs::suggestions_for(family, set.criteria)[criterion];
    return best == packs::criteria_pack::no_suggestion ? nullptr : &set.criteria.suggestions[best];
}

const packs::suggestion * clearer_wording(const judgement & judged, const arithmetic & role) {
    const auto & all = role.set().criteria.criteria;
    const auto basics = std::find_if(all.begin(), all.end(), [](const auto & c) { return c.id == "digital-basics"; });
    if (basics == all.end()) return nullptr;
    const auto criterion = static_cast<std::uint16_t>(basics - all.begin());
    return is_implied(criterion, judged, role) ? nullptr : suggestion_for(criterion, judged.role.family, role.set());
}

const packs::suggestion * sentence_for(security_practice practice, const packs::language_set & set) {
    const packs::suggestion * best = nullptr;
    for (const auto & s : set.criteria.suggestions)
        if (s.practice == practice && (!best || (s.strength == strength::trained && best->strength != strength::trained))) best = &s;
    return best;
}

score_card score(const advert & of, const judgement & judged, const arithmetic & role) {
    score_card card;
    if (!of.judged) return card;
    card.mention = mention_of(judged);
    card.criteria = score_criteria(judged, role);
    auto total = role.add_up(values_of(card.criteria, role.set()));
    card.score = total.score;
    card.band = total.band;
    card.parts = std::move(total.parts);
    return card;
}

gap_list gaps(const judgement & judged, const score_card & card, const arithmetic & role, std::size_t most) {
    gap_list made;
    if (!card.score) return made;
    const auto & scoring = role.set().criteria.scoring;
    tally total(role, values_of(card.criteria, role.set()));
    auto now = total.score();
    const auto sentences = sentences_for(judged, role);
    made.gaps.reserve(std::min(most, sentences.size()));
    while (made.gaps.size() < most) {
        double best_gain = 0, best_score = now, best_value = 0;
        std::uint16_t best = 0;
        const packs::suggestion * sentence = nullptr;
        for (std::uint16_t c = 0; c < sentences.size(); ++c) {
            const auto * s = sentences[c];
            if (!s) continue;
            const double value = scoring.level[static_cast<std::size_t>(level::practical)] * scoring.strength[static_cast<std::size_t>(s->strength)];
            if (value <= total.values()[c]) continue;
            const double then = total.score_with(c, value);
            const double gain = then - now;
            // Of two that gain the same, the one that the role is made of; then the pack's order.
            const bool better = gain > best_gain + 1e-9 || (sentence && gain > best_gain - 1e-9 && role.of(c) < role.of(best));
            if (!better || gain <= 0) continue;
            best = c;
            best_gain = gain, best_score = then, best_value = value;
            sentence = s;
        }
        if (!sentence) break;
        total.raise(best, best_value);
        now = best_score;
        made.gaps.push_back({best, role.of(best), sentence->id, sentence->sentence, best_gain});
    }
    const auto with = role.add_up(total.values());
    made.score_with = with.score;
    made.band_with = with.band;
    return made;
}

}  // namespace rolewright::scoring
