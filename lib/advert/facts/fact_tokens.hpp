#pragma once
#include "advert/understand.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace rolewright::adverts {

/// What a token is to the fact grammars; the words behind each kind stand in the language pack (`<kind is="…">`).
enum class fact_kind : std::uint8_t {
    number, nth, ordinal_sign, month, weekday, currency, period, periodic, per, to, up, from, least, starting, at, hours, minutes, years,
    experience, times, noon, midnight, of, both, fte, shift, posts, copies, full, degree, level, either, field, grade, award, stop, honorific, dash, slash, dot, comma, plus,
    percent, other
};

/// A word, number or mark of a statement.
struct fact_token {
    range text;
    std::uint64_t kinds = 0;        ///< bits of fact_kind
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

    bool is(fact_kind k) const { return kinds >> static_cast<unsigned>(k) & 1u; }
};

/// The tokens of a piece of text, marks included. "£24k", "9am", "1st", "p.a.", "37½" come apart as people mean them.
std::vector<fact_token> fact_tokens(std::string_view text, range where, const packs::language_set & set);

}  // namespace rolewright::adverts
