#pragma once
#include "advert/facts/fact_tokens.hpp"

namespace rolewright::adverts {

/// The kinds that the tokens of a piece of text may have: none of them has another. Where figures stand, what may be the
/// code of some money counts as currency.
struct line_kinds {
    fact_kinds kinds = 0;
    std::uint32_t figures = 0;  ///< bytes of the words that hold a digit, those before the piece among them
    bool told = true;           ///< false: the words do not tell the kinds
};

/// Whether a word is a token for sure, and that token nothing else: it is too long to be joined to its neighbours (p.a.) and
/// counts nothing (twenty-one).
bool is_one_token(const text::token & word, const packs::language_set & set);

/// Tells them from the words of `where`, without reading its tokens. `words` may begin before it.
line_kinds kinds_of(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set);
line_kinds kinds_of(std::string_view text, std::span<const fact_token> tokens);

}  // namespace rolewright::adverts
