// The words of a statement are looked up once; the program proposes queries for it once. Breakers among them say where
// a new clause begins. Each clause keeps its own words and candidates, and what the cues say of it is settled here,
// because sections are read from it as well as subject and act.
#include "advert/clauses.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

// A clause of fewer words is a remnant ("but", "; etc."), not a thought.
constexpr std::uint32_t fewest_words = 2;

bool mark_before(std::string_view text, std::span<const text::token> words, std::size_t i, std::string_view mark) {
    if (words[i].before != text::gap_before::breaker) return false;
    const auto from = words[i - 1].text.end;
    return text.substr(from, words[i].text.begin - from).find(mark) != std::string_view::npos;
}

std::vector<std::uint32_t> breaks_in(std::string_view text, std::span<const text::token> words, std::span<const std::uint32_t> candidates,
                                     const packs::language_set & set, workspace & work) {
    std::vector<std::uint32_t> at;
    std::vector<query::match> found;
    for (const auto q : candidates) {
        if (set.owners[q].what != packs::owner_kind::breaker) continue;
        found.clear();
        set.program.verify(q, text, words, {}, work.matching, found);
        for (const auto & m : found) at.push_back(m.first);
    }
    for (const auto & b : set.language.breakers)
        if (!b.mark.empty())
            for (std::size_t i = 1; i < words.size(); ++i)
                if (mark_before(text, words, i, b.mark)) at.push_back(static_cast<std::uint32_t>(i));
    std::sort(at.begin(), at.end());
    at.erase(std::unique(at.begin(), at.end()), at.end());
    return at;
}

void close_clause(advert & to, std::uint32_t statement, range text, std::uint32_t last_token, const packs::language_set & set, workspace & work) {
    const auto first_token = work.clause_tokens.back();
    to.clauses.push_back({text, statement});
    work.clause_tokens.push_back(last_token);
    const auto words = std::span(work.tokens).subspan(first_token, last_token - first_token);
    set.program.candidates(words, work.matching, work.candidates);
    const auto begin = work.clause_candidates.back();
    work.clause_candidates.push_back(static_cast<std::uint32_t>(work.candidates.size()));

    std::vector<query::match> found;
    for (auto i = begin; i < work.clause_candidates.back(); ++i) {
        const auto q = work.candidates[i];
        if (set.owners[q].what != packs::owner_kind::cue) continue;
        found.clear();
        set.program.verify(q, to.source.text, words, {}, work.matching, found);
        if (found.empty()) continue;
        const auto cue = set.owners[q].index;
        if (set.language.cues[cue].opens && found.front().first > 0) continue;
        const auto known = std::span(work.cues).subspan(work.clause_cues.back());
        if (std::any_of(known.begin(), known.end(), [&](const cue_hit & h) { return h.cue == cue; })) continue;
        work.cues.push_back({cue, {words[found[0].first].text.begin, words[found[0].last - 1].text.end}});
    }
    work.clause_cues.push_back(static_cast<std::uint32_t>(work.cues.size()));
}

}  // namespace

void add_clauses(advert & to, std::uint32_t index, const packs::language_set & set, workspace & work) {
    auto & s = to.statements[index];
    s.first_clause = static_cast<std::uint32_t>(to.clauses.size());
    const auto first = static_cast<std::uint32_t>(work.tokens.size());
    text::tokenize(to.source.text, s.text, set.words, work.tokens);
    const auto words = std::span(work.tokens).subspan(first);
    const auto last = static_cast<std::uint32_t>(work.tokens.size());

    std::vector<std::uint32_t> candidates;
    set.program.candidates(words, work.matching, candidates);
    auto begin = s.text.begin;
    auto begin_token = first;
    for (const auto at : breaks_in(to.source.text, words, candidates, set, work)) {
        if (first + at < begin_token + fewest_words || first + at + fewest_words > last) continue;
        const auto end = words[at].text.begin;
        close_clause(to, index, {begin, end}, first + at, set, work);
        begin = end;
        begin_token = first + at;
    }
    close_clause(to, index, {begin, s.text.end}, last, set, work);
    s.clause_count = static_cast<std::uint32_t>(to.clauses.size()) - s.first_clause;
}

section_kind section_votes::best() const {
    return static_cast<section_kind>(std::max_element(std::begin(weight), std::end(weight)) - std::begin(weight));
}

double section_votes::best_weight() const { return *std::max_element(std::begin(weight), std::end(weight)); }

void add_votes(section_votes & to, std::uint32_t clause, const packs::language_set & set, const workspace & work) {
    for (const auto & hit : work.cues_of(clause)) {
        const auto & cue = set.language.cues[hit.cue];
        if (cue.section) to.weight[static_cast<std::size_t>(*cue.section)] += cue.weight;
    }
}

}  // namespace rolewright::adverts
