#pragma once
#include "lint/lint.hpp"

// The kinds of rule: each looks through one advert for one rule.
namespace rolewright::linting {

struct place_to_look {
    const review & of;
    const packs::language_set & set;
    const review_options & options;
    adverts::workspace & work;
    std::string_view text() const { return of.advert.source.text; }
};

using findings = std::vector<finding>;

void words(const packs::rule & rule, const place_to_look & in, findings & to);     ///< a query, clause by clause
void missing(const packs::rule & rule, const place_to_look & in, findings & to);   ///< a fact that is not stated
void length(const packs::rule & rule, const place_to_look & in, findings & to);    ///< too many words, or too few
void sentence(const packs::rule & rule, const place_to_look & in, findings & to);  ///< a sentence with too many words
void count(const packs::rule & rule, const place_to_look & in, findings & to);     ///< too many items in a part
void capitals(const packs::rule & rule, const place_to_look & in, findings & to);  ///< too many words in a row in capitals
void dates(const packs::rule & rule, const place_to_look & in, findings & to);     ///< one date after another that it should precede
void gap(const packs::rule & rule, const place_to_look & in, findings & to);       ///< a criterion that nothing asks for
void repeat(const packs::rule & rule, const place_to_look & in, findings & to);    ///< a statement that stands twice

/// Whether the advert states one of the facts that the rule names.
bool states_a_fact(const packs::rule & rule, const place_to_look & in);

/// Where the rule's queries stand, in the parts that the rule looks at.
std::vector<range> places_of(const packs::rule & rule, const place_to_look & in);

/// A finding of `rule` about `where`, with its message filled and its fixes as edits.
finding make(const packs::rule & rule, range where, const place_to_look & in, std::int64_t count = 0);

}  // namespace rolewright::linting
