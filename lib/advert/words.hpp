#pragma once
#include "advert/understand.hpp"

// The words of a piece of text, looked up once; what is asked of a part of them (a label, a sentence, a clause) is answered
// from that.
namespace rolewright::adverts {

text_words read_words(std::string_view text, range where, const packs::language_set & set, workspace & work);

/// The words of `of` that stand in `where`, which lies within them. They are read anew where an end of `where` parts a word.
text_words part_of(const text_words & of, std::string_view text, range where, const packs::language_set & set, workspace & work);

/// Calls `each` with the element's number and every match of the queries of one kind in `in`.
template <class F>
void each_match(const text_words & in, packs::owner_kind kind, query::marks between, std::string_view text, const packs::language_set & set, workspace & work, F && each) {
    auto & proposed = work.matching.proposed;
    proposed.clear();
    const auto tokens = work.tokens_of(in);
    set.program.candidates(place_of(kind), tokens, work.matching, proposed);
    if (proposed.empty()) return;
    const query::searched_words searched{text, tokens, between};
    for (std::span<const query::candidate> rest(proposed); !rest.empty();) {
        const auto asked = query::take_query(rest);
        if (!set.queries_of(kind).contains(asked[0].query)) continue;
        work.found.clear();
        set.program.verify(asked, searched, {}, work.found);
        for (const auto & m : work.found) each(set.owners[m.query].index, m);
    }
}

}  // namespace rolewright::adverts
