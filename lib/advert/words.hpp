#pragma once
#include "advert/understand.hpp"

// The words of a piece of text, looked up and passed over by the program once; what is asked of a part of them (a label, a
// sentence, a clause) is answered from that.
namespace rolewright::adverts {

text_words read_words(std::string_view text, range where, const packs::language_set & set, workspace & work);

/// The words of `of` that stand in `where`, which lies within them. They are read anew where an end of `where` parts a word.
text_words part_of(const text_words & of, std::string_view text, range where, const packs::language_set & set, workspace & work);

/// Words [begin, end) of the tokens, both within `of`.
text_words between(const text_words & of, std::uint32_t begin, std::uint32_t end, const workspace & work);

/// Appends to `to` the queries among `wanted` whose anchors stand in `in`, ascending.
void propose(const text_words & in, packs::query_span wanted, const workspace & work, std::vector<query::candidate> & to);

/// Calls `each` with the element's number and every match of the queries of one kind in `in`.
template <class F>
void each_match(const text_words & in, packs::owner_kind kind, query::marks between, std::string_view text, const packs::language_set & set, workspace & work, F && each) {
    auto & proposed = work.matching.proposed;
    proposed.clear();
    propose(in, set.queries_of(kind), work, proposed);
    const auto tokens = work.tokens_of(in);
    for (const auto & c : proposed) {
        work.found.clear();
        set.program.verify(c, text, tokens, {}, work.found, between);
        for (const auto & m : work.found) each(set.owners[c.query].index, m);
    }
}

}  // namespace rolewright::adverts
