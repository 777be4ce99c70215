#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rolewright::packs {

/// What a token is to the fact grammars. The words behind most kinds stand in the language pack (`<kind is="…">`); what is
/// a period is also `of_hour`, …, `of_year`. The last ones are marks, and `other` is what no pack knows.
enum class fact_kind : std::uint8_t {
    number, nth, ordinal_sign, month, weekday, currency, period, periodic, per, to, up, from, least, starting, at, hours, minutes, years,
    experience, times, noon, midnight, of, both, fte, shift, posts, copies, full, degree, level, either, field, grade, award, stop, honorific, plus, article, qualification,
    of_hour, of_day, of_week, of_month, of_year,
    dash, slash, dot, comma, percent, other
};

using fact_kinds = std::uint64_t;
constexpr fact_kinds bit(fact_kind k) { return fact_kinds{1} << static_cast<unsigned>(k); }

/// The kind that packs call `name`; none: the grammars do not know it.
std::optional<fact_kind> fact_kind_named(std::string_view name);

/// All that the language pack's kinds say of one word.
struct word_meaning {
    fact_kinds kinds = 0;
    double number = 0;       ///< number, nth; of `times` what it multiplies by
    std::string code;        ///< currency: ISO 4217
    std::uint8_t value = 0;  ///< month 1–12, weekday 1–7, period as pay_period

    /// Adds what a kind with this value says.
    void add(fact_kind kind, std::string_view value);
};

}  // namespace rolewright::packs
