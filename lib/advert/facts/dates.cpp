// A date is day and month by name in either order, or three numbers; the country settles which comes first. What a date
// is for is said by its label, by the pack's words before it in the statement, or by the label line just above it.
#include "advert/facts/dates.hpp"

#include "advert/facts/grammar.hpp"
#include "advert/facts/near.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

namespace rolewright::adverts {

struct written_date {
    fact_token day, month;
    std::optional<fact_token> year;
};

struct numeric_date {
    fact_token first, second, third;
};

}  // namespace rolewright::adverts

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::written_date, day, month, year)
BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::numeric_date, first, second, third)

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

const auto day = x3::rule<struct day_tag, fact_token>("day") = g::number >> x3::omit[-g::ordinal_sign];
const auto mark = x3::omit[-(g::comma | g::dot | g::of | g::dash)];
const auto day_first = x3::rule<struct day_first_tag, written_date>("day month") = day >> mark >> g::month >> mark >> -g::number;
struct month_first_date {
    fact_token month, day;
    std::optional<fact_token> year;
};

}  // namespace
}  // namespace rolewright::adverts

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::month_first_date, month, day, year)

namespace rolewright::adverts {
namespace {

const auto month_first = x3::rule<struct month_first_tag, month_first_date>("month day") = g::month >> mark >> day >> mark >> -g::number;
const auto between = x3::omit[g::slash | g::dot | g::dash];
const auto numeric = x3::rule<struct numeric_tag, numeric_date>("numbers") = g::number >> between >> g::number >> between >> g::number;

struct found_date {
    std::optional<calendar_date> value;
    range where;
};

std::optional<calendar_date> make(double year, double month, double day) {
    if (year < 100) year += 2000;
    if (year < 1950 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const calendar_date d{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    return date_from_string(to_string(d));
}

bool is_year(const std::optional<fact_token> & t) { return t && (t->digits == 4 || t->digits == 2) && (t->number >= 1950 || t->number < 100); }

std::optional<found_date> date_at(g::iterator & it, g::iterator end, bool month_before_day) {
    const auto from = it;
    const auto done = [&](g::iterator next, std::optional<calendar_date> value) {
        it = next;
        return found_date{value, {from->text.begin, std::prev(next)->text.end}};
    };
    {
        numeric_date d;
        auto next = it;
        if (x3::parse(next, end, numeric, d)) {
            std::optional<calendar_date> value;
            if (d.first.digits == 4) value = make(d.first.number, d.second.number, d.third.number);
            else if (month_before_day) value = make(d.third.number, d.first.number, d.second.number);
            else value = make(d.third.number, d.second.number, d.first.number);
            if (value) return done(next, value);
        }
    }
    {
        written_date d;
        auto next = it;
        if (x3::parse(next, end, day_first, d) && d.day.number >= 1 && d.day.number <= 31) {
            if (d.year && !is_year(d.year)) --next, d.year.reset();
            return done(next, d.year ? make(d.year->number, d.month.value, d.day.number) : std::nullopt);
        }
    }
    {
        month_first_date d;
        auto next = it;
        if (x3::parse(next, end, month_first, d) && d.day.number >= 1 && d.day.number <= 31) {
            if (d.year && !is_year(d.year)) --next, d.year.reset();
            return done(next, d.year ? make(d.year->number, d.month.value, d.day.number) : std::nullopt);
        }
    }
    return std::nullopt;
}

}  // namespace

void read_dates(const advert & of, const packs::language_set & set, const review_options & options, workspace & work, advert_facts & to) {
    struct purpose {
        std::string_view name;
        fact<calendar_date> & into;
    };
    const purpose purposes[] = {{"closing", to.closing}, {"interview", to.interview}, {"start", to.start}};
    const std::string & country = of.source.given.country ? *of.source.given.country : options.country;
    const bool month_before_day = country == "US";

    std::string_view asked_above;  // a label line without a date of its own speaks for the line below
    for (std::uint32_t i = 0; i < of.statements.size(); ++i) {
        const auto & s = of.statements[i];
        struct cue_at {
            std::uint32_t begin;
            std::size_t purpose;
        };
        std::vector<cue_at> cues;
        const std::string_view label = s.label_fact;
        for (std::size_t p = 0; p < std::size(purposes); ++p) {
            if (label == purposes[p].name || asked_above == purposes[p].name) cues.push_back({0, p});
            for (const auto & v : values_in(of, i, purposes[p].name, set, work)) cues.push_back({v.where.begin, p});
        }
        asked_above = {};
        const auto & section = of.sections[s.section];
        if (cues.empty() && !section.heading.empty()) {
            const auto by_heading = fact_named(of, section.heading, set, work);
            for (std::size_t p = 0; p < std::size(purposes); ++p)
                if (by_heading == purposes[p].name) cues.push_back({0, p});
        }
        if (cues.empty()) continue;

        const auto tokens = fact_tokens(of.source.text, words_of(s), set);
        bool any = false;
        for (auto it = tokens.begin(); it != tokens.end();) {
            const auto found = date_at(it, tokens.end(), month_before_day);
            if (!found) {
                ++it;
                continue;
            }
            any = true;
            // The nearest purpose before the date, else the first one after it.
            const cue_at * best = nullptr;
            for (const auto & c : cues)
                if (c.begin <= found->where.begin && (!best || c.begin >= best->begin)) best = &c;
            if (!best) best = &cues.front();
            auto & into = purposes[best->purpose].into;
            if (!into.value && found->value) into.value = found->value, into.ranges.insert(into.ranges.begin(), found->where);
            else into.ranges.push_back(found->where);
        }
        if (!any && cues.size() == 1 && s.text.size() < 60) asked_above = purposes[cues.front().purpose].name;
    }
}

}  // namespace rolewright::adverts
