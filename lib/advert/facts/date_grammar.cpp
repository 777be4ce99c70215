// A date is day and month by name in either order, a month with its year, or three numbers. A weekday may stand before or
// behind; "3rd and 4th March" begins on the 3rd.
#include "advert/facts/date_grammar.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

namespace rolewright::adverts {

struct named_date {
    std::optional<fact_token> weekday, day;
    fact_token month;
    std::optional<fact_token> day_behind, year;
};
struct numeric_date {
    std::optional<fact_token> weekday;
    fact_token first, second, third;
};

}  // namespace rolewright::adverts

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::named_date, weekday, day, month, day_behind, year)
BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::numeric_date, weekday, first, second, third)

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

inline constexpr auto in_month = [](const fact_token & t) { return t.decimals == 0 && t.digits <= 2 && t.number >= 1 && t.number <= 31; };
inline constexpr auto of_century = [](const fact_token & t) { return t.digits == 4 && t.number >= 1950 && t.number <= 2100; };
inline constexpr auto of_decade = [](const fact_token & t) { return t.digits == 2 && t.decimals == 0; };
constexpr g::of_kind_where<decltype(in_month)> day_number{fact_kind::number, in_month}, day_nth{fact_kind::nth, in_month};
constexpr g::of_kind_where<decltype(of_century)> full_year{fact_kind::number, of_century};
inline constexpr auto of_ours = [](const fact_token & t) { return t.digits == 2 && t.decimals == 0 && t.number >= 20 && t.number <= 45 && !t.parted; };
constexpr g::of_kind_where<decltype(of_decade)> short_year{fact_kind::number, of_decade};
constexpr g::of_kind_where<decltype(of_ours)> bare_year{fact_kind::number, of_ours};

const auto mark = x3::omit[-(g::comma | g::dot | g::of | g::dash | g::slash)];
const auto weekday = g::weekday >> x3::omit[-g::dot >> -g::comma >> -g::per];
const auto day = x3::rule<struct day_tag, fact_token>("day") = (day_number >> x3::omit[-g::ordinal_sign]) | day_nth;
// The second day of "3rd and 4th March", "3 - 5 March", "17 or 18 May" says nothing new.
const auto last_day = x3::omit[-((g::both | g::to | g::dash | g::slash | g::comma) >> -g::per >> -weekday >> day >> !(g::dash | g::slash))];
const auto year = x3::rule<struct year_tag, fact_token>("year") = (x3::omit[-(g::comma | g::dot)] >> full_year) | (x3::omit[g::dash | g::slash | g::dot] >> (full_year | short_year)) | (bare_year >> &(x3::eoi | g::dot | g::comma));
const auto day_first = x3::rule<struct day_first_tag, named_date>("day, month") =
    -weekday >> day >> last_day >> mark >> g::month >> x3::attr(std::optional<fact_token>()) >> x3::omit[-(g::comma >> &full_year)] >> -year;
const auto month_first = x3::rule<struct month_first_tag, named_date>("month, day") =
    -weekday >> x3::attr(std::optional<fact_token>()) >> g::month >> x3::omit[-g::dot >> -g::per] >> day >> x3::omit[-((g::both | g::to | g::dash) >> day)] >> -year;
const auto month_alone = x3::rule<struct month_alone_tag, named_date>("month, year") =
    x3::attr(std::optional<fact_token>()) >> x3::attr(std::optional<fact_token>()) >> g::month >> x3::attr(std::optional<fact_token>()) >> year;
const auto between = x3::omit[g::slash | g::dot | g::dash];
const auto whole = g::kind(fact_kind::number);
const auto numeric = x3::rule<struct numeric_tag, numeric_date>("numbers") = -weekday >> whole >> between >> whole >> between >> whole;

double century_of(const fact_token & t) { return t.digits <= 2 ? t.number + 2000 : t.number; }

std::optional<date_words> from_numbers(const numeric_date & d, bool month_before_day) {
    const auto small = [](const fact_token & t, double most) { return t.digits <= 2 && t.decimals == 0 && t.number >= 1 && t.number <= most; };
    date_words made;
    if (d.weekday) made.weekday = d.weekday->value;
    if (d.first.digits == 4) {
        if (!of_century(d.first) || !small(d.second, 12) || !small(d.third, 31)) return std::nullopt;
        made.year = d.first.number, made.month = d.second.number, made.day = d.third.number;
        return made;
    }
    if (!small(d.first, 31) || !small(d.second, 31) || !(of_century(d.third) || of_decade(d.third))) return std::nullopt;
    if (d.first.number > 12 && d.second.number > 12) return std::nullopt;
    const bool either = d.first.number <= 12 && d.second.number <= 12;
    const bool first_is_month = either ? month_before_day : d.second.number > 12;
    made.year = century_of(d.third);
    made.month = first_is_month ? d.first.number : d.second.number;
    made.day = first_is_month ? d.second.number : d.first.number;
    made.ambiguous = either && d.first.number != d.second.number;
    return made;
}

date_words from_names(const named_date & d) {
    date_words made;
    made.month = d.month.value;
    if (d.weekday) made.weekday = d.weekday->value;
    if (d.day) made.day = d.day->number;
    else if (d.day_behind) made.day = d.day_behind->number;
    if (d.year) made.year = century_of(*d.year);
    return made;
}

}  // namespace

std::optional<date_words> parse_date(grammar::iterator & it, grammar::iterator end, bool month_before_day) {
    std::optional<date_words> made;
    auto next = it;
    if (numeric_date d; x3::parse(next, end, numeric, d)) made = from_numbers(d, month_before_day);
    for (const auto & rule : {0, 1, 2}) {
        if (made) break;
        next = it;
        named_date d;
        const bool found = rule == 0 ? x3::parse(next, end, day_first, d) : rule == 1 ? x3::parse(next, end, month_first, d) : x3::parse(next, end, month_alone, d);
        if (found) made = from_names(d);
    }
    if (made) it = next;
    return made;
}

}  // namespace rolewright::adverts
