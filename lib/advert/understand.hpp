#pragma once
#include <rolewright/advert.hpp>
#include <rolewright/engine.hpp>

#include "advert/languages.hpp"
#include "packs/model.hpp"
#include "query/query.hpp"
#include "text/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rolewright::adverts {

/// A cue of the language pack that spoke in a clause.
struct cue_hit {
    std::uint32_t cue = 0;  ///< into language_pack::cues
    range where;            ///< the words it matched
};

/// Working memory of one analysis, and what later stages need of it: the words of the text, cut by clauses, and the
/// queries whose anchors stand in each clause. Reuse it from advert to advert; never share it between threads.
struct workspace {
    query::scratch matching;
    std::vector<text::token> tokens;           ///< all words of the statements, in text order
    std::vector<std::uint32_t> clause_tokens;  ///< clause i has tokens [clause_tokens[i], clause_tokens[i + 1])
    std::vector<std::uint32_t> candidates;     ///< queries proposed for the clauses …
    std::vector<std::uint32_t> clause_candidates;  ///< … clause i has [clause_candidates[i], clause_candidates[i + 1])
    std::vector<cue_hit> cues;               ///< what the cues say, clause by clause …
    std::vector<std::uint32_t> clause_cues;  ///< … clause i has [clause_cues[i], clause_cues[i + 1])

    void clear();
    std::span<const text::token> tokens_of(std::uint32_t clause) const {
        return std::span(tokens).subspan(clause_tokens[clause], clause_tokens[clause + 1] - clause_tokens[clause]);
    }
    std::span<const std::uint32_t> candidates_of(std::uint32_t clause) const {
        return std::span(candidates).subspan(clause_candidates[clause], clause_candidates[clause + 1] - clause_candidates[clause]);
    }
    std::span<const cue_hit> cues_of(std::uint32_t clause) const {
        return std::span(cues).subspan(clause_cues[clause], clause_cues[clause + 1] - clause_cues[clause]);
    }
};

/// Sections, statements, clauses and facts of a document in the language of `set`; blocks in another are marked.
advert understand(document source, const languages & in, const packs::language_set & set, const review_options & options, workspace & work);

/// Of a text in a language without a pack: what `set` can read of pay, dates and contacts, which are written much alike.
advert read_facts_only(document source, const packs::language_set & set, const review_options & options, workspace & work);

}  // namespace rolewright::adverts
