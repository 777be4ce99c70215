#pragma once
#include <rolewright/range.hpp>

#include "text/lexicon.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace rolewright::text {

/// What stands between a word and the word before it.
enum class gap_before : std::uint8_t {
    space,    ///< white space or nothing
    joiner,   ///< hyphen, slash, ampersand, quotation mark, bracket, apostrophe, trade mark sign
    breaker,  ///< comma, semicolon, colon, full stop, exclamation or question mark, bullet, vertical bar, line end, …
};

/// A word: a run of letters and digits (with the dots and commas inside a number, the apostrophe inside a word, and a
/// closing + or # as in C++ and C#). A hyphen, slash or dot between letters ends a word.
struct token {
    range text;
    word_id word = no_word;  ///< its folded form in the lexicon; no_word or some_name: not in it
    gap_before before = gap_before::space;
    bool capital = false;    ///< begins with a capital letter
    bool capitals = false;   ///< two letters or more, all capitals
    bool number = false;     ///< begins with a digit
    bool digits = false;     ///< holds a digit
    bool plain = false;      ///< is of letters A to Z and nothing else; such a word may be told so or not
};

/// Lower case, accents and compatibility forms gone, typographic apostrophe as ', a closing 's or ' dropped
/// ("Constituents’" → "constituents", "Café" → "cafe"). What the lexicon holds is what this makes.
void fold(std::string_view word, std::string & out);
std::string fold(std::string_view word);

/// Appends the words of `where` in `text` to `out`, looked up in `words`. One pass; linear.
void tokenize(std::string_view text, range where, const lexicon & words, std::vector<token> & out);

}  // namespace rolewright::text
