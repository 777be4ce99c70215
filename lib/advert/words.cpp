// Tokens stand in text order, so a part is found by halving.
#include "advert/words.hpp"

#include <algorithm>

namespace rolewright::adverts {

text_words read_words(std::string_view text, range where, const packs::language_set & set, workspace & work) {
    const auto begin = static_cast<std::uint32_t>(work.tokens.size());
    text::tokenize(text, where, set.words, work.tokens);
    return {begin, static_cast<std::uint32_t>(work.tokens.size())};
}

text_words part_of(const text_words & of, std::string_view text, range where, const packs::language_set & set, workspace & work) {
    const auto first = work.tokens.begin() + of.begin, last = work.tokens.begin() + of.end;
    const auto begins_before = [](const text::token & t, std::uint32_t at) { return t.text.begin < at; };
    const auto begin = first == last || where.begin <= first->text.begin ? first : std::lower_bound(first, last, where.begin, begins_before);
    const auto end = begin == last || where.end > std::prev(last)->text.begin ? last : std::lower_bound(begin, last, where.end, begins_before);
    const bool parts_a_word = (begin != first && std::prev(begin)->text.end > where.begin) || (end != begin && std::prev(end)->text.end > where.end);
    if (parts_a_word) return read_words(text, where, set, work);
    return {static_cast<std::uint32_t>(begin - work.tokens.begin()), static_cast<std::uint32_t>(end - work.tokens.begin())};
}

}  // namespace rolewright::adverts
