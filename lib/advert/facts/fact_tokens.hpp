#pragma once
#include "advert/understand.hpp"

#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rolewright::adverts {

using packs::bit;
using packs::fact_kind;
using packs::fact_kinds;

/// A word, number or mark of a statement.
struct fact_token {
    range text;
    fact_kinds kinds = 0;
    double number = 0;              ///< of a number; of `times` what it multiplies by
    std::string_view code;          ///< currency: ISO 4217; points into the pack
    std::uint8_t digits = 0;        ///< of a number in figures: how many digits before the point
    std::uint8_t decimals = 0;      ///< … and after it
    std::uint8_t value = 0;         ///< month 1–12, weekday 1–7, period as pay_period
    bool slip = false;              ///< a number grouped or pointed as no one means it: "30,0000", "22,64"
    bool spaced = false;            ///< one space, and nothing else, stands before it
    bool glued = false;             ///< nothing stands before it
    bool parted = false;            ///< a bracket, colon, semicolon, bar or line end stands before it
    bool opened = false;            ///< an opening bracket stands before it
    bool capital = false;           ///< begins with a capital letter A to Z
    bool equals = false;            ///< an equals sign stands before it

    bool is(fact_kind k) const { return (kinds & bit(k)) != 0; }
    bool is_any_of(std::same_as<fact_kind> auto... of) const { return (is(of) || ...); }
};

/// The end of the letters at `at`, of whatever script, with the apostrophes between them.
std::uint32_t end_of_letters(std::string_view text, std::uint32_t at, std::uint32_t end);

/// "p.a.", "p. a.", "p/h": the letters together are one word, if the pack knows it. "AU$": letters and sign are one sign.
struct joined_word {
    const packs::word_meaning * meaning = nullptr;
    std::uint32_t end = 0;
};
inline constexpr std::uint32_t longest_joined = 3;  ///< bytes of a word that may be joined to what stands behind it
constexpr bool joins(char mark) { return mark == '.' || mark == '/' || mark == '$'; }
/// What a short word is together with what stands behind it, up to `end`; without a meaning: nothing.
joined_word joined_behind(std::string_view text, range word, std::uint32_t end, const packs::language_set & set);

/// Appends the tokens of a piece of text, marks included. "£24k", "9am", "1st", "p.a.", "37½" come apart as people mean
/// them. `words` are the words of the text from `where` on, or from before it; a word among them need not be looked up again.
void fact_tokens(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set, std::vector<fact_token> & to);

}  // namespace rolewright::adverts
