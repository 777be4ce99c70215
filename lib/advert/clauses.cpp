// Breakers among the words of a statement say where a new clause begins. Each clause gets the queries whose anchors stand
// in it, and what the cues say of it is settled here, because sections are read from it as well as subject and act.
#include "advert/clauses.hpp"

#include "advert/words.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

// A clause of fewer words is a remnant ("but", "; etc."), not a thought.
constexpr std::uint32_t fewest_words = 2;

// Fills work.breaks with the words before which a clause may begin, counted from the first.
void find_breaks(std::string_view text, const text_words & in, const packs::language_set & set, workspace & work) {
    auto & at = work.breaks;
    at.clear();
    each_match(in, packs::owner_kind::breaker, query::marks::part, text, set, work, [&](std::uint32_t, const query::match & m) { at.push_back(m.first); });
    const auto tokens = work.tokens_of(in);
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].before != text::gap_before::breaker) continue;
        const auto from = tokens[i - 1].text.end;
        const auto marks = text.substr(from, tokens[i].text.begin - from);
        for (const auto & b : set.language.breakers)
            if (!b.mark.empty() && marks.find(b.mark) != std::string_view::npos) at.push_back(static_cast<std::uint32_t>(i));
    }
    std::sort(at.begin(), at.end());
    at.erase(std::unique(at.begin(), at.end()), at.end());
}

range covered(const query::match & m, std::span<const text::token> tokens) { return {tokens[m.first].text.begin, tokens[m.last - 1].text.end}; }

// The queries of a cue stand together, and one that matches is enough.
bool has_spoken(std::uint32_t cue, const workspace & work) { return work.cues.size() > work.clause_cues.back() && work.cues.back().cue == cue; }

// Of the candidates those that may match where the clause opens, and there only.
std::span<const query::candidate> at_first_word(std::span<const query::candidate> asked, workspace & work) {
    auto & first = work.matching.proposed;
    first.clear();
    for (const auto & c : asked)
        if (c.first == 0) first.push_back({c.query, c.branch, 0, 0, c.words});
    return first;
}

void close_clause(advert & to, std::uint32_t statement, range text, const text_words & in, const packs::language_set & set, workspace & work) {
    const auto clause = static_cast<std::uint32_t>(to.clauses.size());
    to.clauses.push_back({text, statement});
    work.clause_words.push_back(in);
    const auto tokens = work.tokens_of(in);
    set.program.candidates(query::place::clause, tokens, work.matching, work.candidates);
    work.clause_candidates.push_back(static_cast<std::uint32_t>(work.candidates.size()));

    const query::searched_words searched{to.source.text, tokens};
    const auto find = [&](std::span<const query::candidate> asked) {
        work.found.clear();
        set.program.verify(asked, searched, {}, work.found);
        return !work.found.empty();
    };
    // Of the queries of clauses those of cues come first, then those of values; those of rules come last.
    auto rest = work.candidates_of(clause);
    if (!rest.empty() && set.queries_of(packs::owner_kind::rule).contains(rest.back().query)) work.rule_clauses.push_back(clause);
    const auto cues = set.queries_of(packs::owner_kind::cue), values = set.queries_of(packs::owner_kind::value);
    while (!rest.empty() && cues.contains(rest.front().query)) {
        const auto asked = query::take_query(rest);
        const auto cue = set.owners[asked[0].query].index;
        if (has_spoken(cue, work) || !find(set.language.cues[cue].opens ? at_first_word(asked, work) : asked)) continue;
        work.cues.push_back({cue, covered(work.found.front(), tokens)});
    }
    work.clause_cues.push_back(static_cast<std::uint32_t>(work.cues.size()));
    while (!rest.empty() && values.contains(rest.front().query))
        if (find(query::take_query(rest)))
            for (const auto & m : work.found) work.values.push_back({&set.language.values[set.owners[m.query].index], covered(m, tokens)});
}

}  // namespace

void add_clauses(advert & to, std::uint32_t index, const text_words & in, const packs::language_set & set, workspace & work) {
    auto & s = to.statements[index];
    s.first_clause = static_cast<std::uint32_t>(to.clauses.size());
    find_breaks(to.source.text, in, set, work);
    auto begin = s.text.begin;
    auto begin_word = in.begin;
    for (const auto at : work.breaks) {
        if (in.begin + at < begin_word + fewest_words || in.begin + at + fewest_words > in.end) continue;
        const auto end = work.tokens[in.begin + at].text.begin;
        close_clause(to, index, {begin, end}, text_words{begin_word, in.begin + at}, set, work);
        begin = end;
        begin_word = in.begin + at;
    }
    close_clause(to, index, {begin, s.text.end}, text_words{begin_word, in.end}, set, work);
    s.clause_count = static_cast<std::uint32_t>(to.clauses.size()) - s.first_clause;
    work.statement_values.push_back(static_cast<std::uint32_t>(work.values.size()));
}

section_kind section_votes::best() const {
    return static_cast<section_kind>(std::max_element(std::begin(weight), std::end(weight)) - std::begin(weight));
}

double section_votes::best_weight() const { return *std::max_element(std::begin(weight), std::end(weight)); }

void add_votes(section_votes & to, std::uint32_t clause, const packs::language_set & set, const workspace & work) {
    const auto cues = work.cues_of(clause);
    // What is said not to be needed says nothing of the part that it stands in: it is left out of the judgement, and must not
    // change how its neighbours are read.
    if (std::any_of(cues.begin(), cues.end(), [&](const cue_hit & h) { return set.language.cues[h.cue].act == act::negation; })) return;
    for (const auto & hit : cues) {
        const auto & cue = set.language.cues[hit.cue];
        if (cue.section) to.weight[static_cast<std::size_t>(*cue.section)] += cue.weight;
    }
}

}  // namespace rolewright::adverts
