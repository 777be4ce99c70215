// Tokens stand in text order and hits in the order of their last word, so a part is found by halving.
#include "advert/words.hpp"

#include <algorithm>

namespace rolewright::adverts {

text_words read_words(std::string_view text, range where, const packs::language_set & set, workspace & work) {
    text_words made;
    made.begin = static_cast<std::uint32_t>(work.tokens.size());
    made.first_hit = static_cast<std::uint32_t>(work.hits.size());
    text::tokenize(text, where, set.words, work.tokens);
    made.end = static_cast<std::uint32_t>(work.tokens.size());
    set.program.scan(work.tokens_of(made), made.begin, work.matching, work.hits);
    made.end_hit = static_cast<std::uint32_t>(work.hits.size());
    return made;
}

text_words part_of(const text_words & of, std::string_view text, range where, const packs::language_set & set, workspace & work) {
    const auto first = work.tokens.begin() + of.begin, last = work.tokens.begin() + of.end;
    const auto begins_before = [](const text::token & t, std::uint32_t at) { return t.text.begin < at; };
    const auto begin = first == last || where.begin <= first->text.begin ? first : std::lower_bound(first, last, where.begin, begins_before);
    const auto end = begin == last || where.end > std::prev(last)->text.begin ? last : std::lower_bound(begin, last, where.end, begins_before);
    const bool parts_a_word = (begin != first && std::prev(begin)->text.end > where.begin) || (end != begin && std::prev(end)->text.end > where.end);
    if (parts_a_word) return read_words(text, where, set, work);
    return between(of, static_cast<std::uint32_t>(begin - work.tokens.begin()), static_cast<std::uint32_t>(end - work.tokens.begin()), work);
}

text_words between(const text_words & of, std::uint32_t begin, std::uint32_t end, const workspace & work) {
    if (begin == of.begin && end == of.end) return of;
    const auto first = work.hits.begin() + of.first_hit, last = work.hits.begin() + of.end_hit;
    const auto ends_after = [](std::uint32_t at, const query::hit & h) { return at < h.last; };
    const auto from = std::upper_bound(first, last, begin, ends_after);
    const auto to = std::upper_bound(from, last, end, ends_after);
    return {begin, end, static_cast<std::uint32_t>(from - work.hits.begin()), static_cast<std::uint32_t>(to - work.hits.begin())};
}

void propose(const text_words & in, packs::query_span wanted, const workspace & work, std::vector<query::candidate> & to) {
    const auto hits = std::span(work.hits).subspan(in.first_hit, in.end_hit - in.first_hit);
    query::propose(hits, in.begin, in.end, [&](std::uint32_t q) { return wanted.contains(q); }, to);
}

}  // namespace rolewright::adverts
