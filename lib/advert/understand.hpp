#pragma once
#include <rolewright/advert.hpp>
#include <rolewright/engine.hpp>

#include "advert/languages.hpp"
#include "packs/model.hpp"
#include "query/query.hpp"
#include "text/tokens.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rolewright::adverts {

/// A cue of the language pack that spoke in a clause.
struct cue_hit {
    std::uint32_t cue = 0;  ///< into language_pack::cues
    range where;            ///< the words it matched
};

/// A `<value>` of the language pack that matched in a clause.
struct value_hit {
    const packs::fact_value * rule = nullptr;
    range where;
};

/// Words of the text: a piece of workspace::tokens.
struct text_words {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t size() const { return end - begin; }
};

/// Working memory of one analysis, and what later stages need of it. Every word of the text is looked up once, block by
/// block; headings, labels, statements and clauses are pieces of that, and of each the program finds what is asked there.
/// Reuse it from advert to advert; never share it between threads.
struct workspace {
    query::scratch matching;
    std::vector<text::token> tokens;
    std::vector<text_words> block_words;           ///< by block; none for chrome
    const packs::language_set * read_with = nullptr;  ///< whose words these are, until `understand` has taken them
    std::vector<text_words> clause_words;               ///< by clause
    std::vector<query::candidate> candidates;      ///< queries proposed for the clauses …
    std::vector<std::uint32_t> clause_candidates;  ///< … clause i has [clause_candidates[i], clause_candidates[i + 1])
    std::vector<std::uint32_t> rule_clauses;       ///< the clauses for which queries of rules are proposed
    std::vector<cue_hit> cues;                     ///< what the cues say, clause by clause …
    std::vector<std::uint32_t> clause_cues;        ///< … clause i has [clause_cues[i], clause_cues[i + 1])
    std::vector<value_hit> values;                 ///< what the pack's values say, statement by statement …
    std::vector<std::uint32_t> statement_values;   ///< … statement i has [statement_values[i], statement_values[i + 1])
    std::optional<std::size_t> title_block;        ///< the block that states the job's title
    range employer;                                ///< the employer's name, where it stands above that
    std::vector<query::match> found;               ///< of the query looked at
    std::vector<range> sentences;
    std::vector<std::uint32_t> breaks;
    range label;                                   ///< the label looked up last …
    std::string_view label_fact;                   ///< … and the fact that it names

    void clear();
    std::span<const text::token> tokens_of(text_words w) const { return std::span(tokens).subspan(w.begin, w.size()); }
    std::span<const text::token> tokens_of(std::uint32_t clause) const { return tokens_of(clause_words[clause]); }
    std::span<const text::token> tokens_of(const statement & s) const {
        return s.clause_count == 0 ? std::span<const text::token>() : tokens_of(text_words{clause_words[s.first_clause].begin, clause_words[s.first_clause + s.clause_count - 1].end});
    }
    std::span<const query::candidate> candidates_of(std::uint32_t clause) const {
        return std::span(candidates).subspan(clause_candidates[clause], clause_candidates[clause + 1] - clause_candidates[clause]);
    }
    std::span<const query::candidate> candidates_of(std::uint32_t clause, packs::query_span of) const;
    std::span<const cue_hit> cues_of(std::uint32_t clause) const {
        return std::span(cues).subspan(clause_cues[clause], clause_cues[clause + 1] - clause_cues[clause]);
    }
};

/// Looks up the words of the main text, block by block.
void read_blocks(const document & source, const packs::language_set & set, workspace & work);

/// Whether nearly all of the text whose words were read is made of words that the packs know: then it is in their language
/// for sure, and no other has a fair part of it.
bool is_known_language(const document & source, const workspace & work);

/// Sections, statements, clauses and facts of a document in the language of `set`; blocks in another are marked.
advert understand(document source, const languages & in, const packs::language_set & set, const review_options & options, workspace & work);

/// Of a text in a language without a pack: what `set` can read of pay, dates and contacts, which are written much alike.
advert read_facts_only(document source, const packs::language_set & set, const review_options & options, workspace & work);

}  // namespace rolewright::adverts
