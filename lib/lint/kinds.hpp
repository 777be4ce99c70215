#pragma once
#include "lint/lint.hpp"

#include <span>
#include <vector>

// The kinds of rule: each looks through one advert for one rule.
namespace rolewright::linting {

/// Words that a query of a rule found.
struct rule_match {
    const packs::rule * rule = nullptr;
    range where;
};

struct place_to_look {
    const review & of;
    const packs::language_set & set;
    const review_options & options;
    adverts::workspace & work;
    std::vector<std::span<const text::token>> words = {};  ///< by statement
    std::vector<rule_match> matches = {};                  ///< of all rules that are asked, in text order
    std::string_view text() const { return of.advert.source.text; }
};

/// What a rule has to say of some words, or of the whole advert. It is put into sentences once it is known that it will be said.
struct remark {
    const packs::rule * rule = nullptr;
    range where;  ///< empty: about the advert as a whole
    std::int64_t count = 0;
};

using remarks = std::vector<remark>;

void words(const packs::rule & rule, const place_to_look & in, remarks & to);     ///< a query, clause by clause
void missing(const packs::rule & rule, const place_to_look & in, remarks & to);   ///< a fact that is not stated
void length(const packs::rule & rule, const place_to_look & in, remarks & to);    ///< too many words, or too few
void sentence(const packs::rule & rule, const place_to_look & in, remarks & to);  ///< a sentence with too many words
void count(const packs::rule & rule, const place_to_look & in, remarks & to);     ///< too many items in a part
void capitals(const packs::rule & rule, const place_to_look & in, remarks & to);  ///< too many words in a row in capitals
void dates(const packs::rule & rule, const place_to_look & in, remarks & to);     ///< one date after another that it should precede
void gap(const packs::rule & rule, const place_to_look & in, remarks & to);       ///< a criterion that nothing asks for
void repeat(const packs::rule & rule, const place_to_look & in, remarks & to);    ///< a statement that stands twice

/// Whether the advert states one of the facts that the rule names.
bool states_a_fact(const packs::rule & rule, const place_to_look & in);

/// Where the queries of the rules stand, each in the parts that its rule looks at. `asked` says by the rules' places in the
/// pack which of them are.
std::vector<rule_match> matches_of(const std::vector<bool> & asked, const place_to_look & in);

/// The remark as a finding, with its message filled and its fixes as edits.
finding make(const remark & of, const place_to_look & in);

}  // namespace rolewright::linting
