#pragma once
#include "advert/understand.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rolewright::adverts {

/// What a token is to the fact grammars; the words behind each kind stand in the language pack (`<kind is="…">`).
enum class fact_kind : std::uint8_t {
    number, ordinal_sign, month, weekday, currency, period, per, to, up, from, hours, years, experience, thousand,
    noon, midnight, of, dash, slash, dot, comma, plus, percent, other
};

/// A word, number or mark of a statement.
struct fact_token {
    range text;
    std::uint32_t kinds = 0;        ///< bits of fact_kind
    double number = 0;
    std::uint8_t digits = 0;        ///< of a number: how many digits before the point
    bool thousand = false;          ///< "24k"
    std::uint8_t value = 0;         ///< month 1–12, weekday 1–7, period as pay_period
    std::string code;               ///< currency: ISO 4217

    bool is(fact_kind k) const { return kinds & (1u << static_cast<unsigned>(k)); }
};

/// The tokens of a piece of text, marks included. "£24k", "9am", "1st", "p.a." come apart as people mean them.
std::vector<fact_token> fact_tokens(std::string_view text, range where, const packs::language_set & set);

}  // namespace rolewright::adverts
