// "37.5 hours per week", "Hours: 37.5", "two years' experience". Two different working weeks in one advert have no one
// value; of several demands for years the smallest minimum counts.
#include "advert/facts/quantities.hpp"

#include "advert/facts/grammar.hpp"
#include "advert/facts/near.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include <algorithm>

namespace rolewright::adverts {

struct quantity {
    fact_token least;
    std::optional<fact_token> most;
};

}  // namespace rolewright::adverts

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::quantity, least, most)

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

constexpr double fewest_hours = 3, most_hours = 60, most_years = 25;
constexpr int farthest_week = 4, farthest_experience = 12;

const auto span_of = x3::rule<struct span_tag, quantity>("quantity") = g::number >> x3::omit[-g::plus] >> -(x3::omit[g::to | g::dash] >> g::number >> x3::omit[-g::plus]);
const auto hours_of = x3::rule<struct hours_tag, quantity>("hours") = span_of >> x3::omit[-g::dash >> g::hours];
const auto years_of = x3::rule<struct years_tag, quantity>("years") = span_of >> x3::omit[-g::dash >> g::years];

bool within(g::iterator it, g::iterator end, int most, auto && wanted) {
    for (int i = 0; i < most && it != end; ++i, ++it)
        if (wanted(*it)) return true;
    return false;
}

bool is_week(const fact_token & t) { return t.is(fact_kind::period) && t.value == static_cast<std::uint8_t>(pay_period::week); }
bool is_other_period(const fact_token & t) { return t.is(fact_kind::period) && !is_week(t) && t.value != static_cast<std::uint8_t>(pay_period::hour); }

struct hours_found {
    double value;
    range where;
    bool range_of_hours;
};

}  // namespace

void read_quantities(const advert & of, const packs::language_set & set, workspace & work, advert_facts & to) {
    std::vector<hours_found> weeks;
    for (std::uint32_t i = 0; i < of.statements.size(); ++i) {
        if (!states_a_number(of, i, set, work)) continue;
        const auto & s = of.statements[i];
        const std::string_view label = s.label_fact;
        const auto tokens = fact_tokens(of.source.text, words_of(s), set);
        const bool pays_hours = label == "hours_per_week" || s.kind == section_kind::pay;
        const auto not_hours = values_in(of, i, "hours_per_week", set, work);
        const bool refused = std::any_of(not_hours.begin(), not_hours.end(), [](const auto & v) { return v.rule->value == "not"; });
        for (auto it = tokens.begin(); it != tokens.end() && !refused;) {
            quantity q;
            auto next = it;
            if (x3::parse(next, tokens.end(), hours_of, q)) {
                const bool week = within(next, tokens.end(), farthest_week, is_week);
                const bool other = !week && within(next, tokens.end(), 3, is_other_period);
                const bool full_week = q.least.number >= 30 && s.kind != section_kind::benefits;
                if (!other && (week || pays_hours || full_week) && q.least.number >= fewest_hours && q.least.number <= most_hours)
                    weeks.push_back({q.least.number, {it->text.begin, std::prev(next)->text.end}, q.most && q.most->number != q.least.number});
                it = next;
                continue;
            }
            if (label == "hours_per_week" && it->is(fact_kind::number) && it->number >= fewest_hours && it->number <= most_hours && weeks.empty()) {
                const bool clock = std::next(it) != tokens.end() && (std::next(it)->is(fact_kind::dot) || std::next(it)->is(fact_kind::noon));
                if (!clock) weeks.push_back({it->number, it->text, false});
            }
            ++it;
        }
        for (auto it = tokens.begin(); it != tokens.end();) {
            quantity q;
            auto next = it;
            if (!x3::parse(next, tokens.end(), years_of, q)) {
                ++it;
                continue;
            }
            const auto is_experience = [](const fact_token & t) { return t.is(fact_kind::experience); };
            const bool about_employer = s.kind == section_kind::employer || s.kind == section_kind::benefits;
            const bool asked = label == "experience_years" || within(next, tokens.end(), farthest_experience, is_experience);
            const auto said = values_in(of, i, "experience_years", set, work);
            const bool wished = s.kind == section_kind::desirable || std::any_of(said.begin(), said.end(), [](const auto & v) { return v.rule->value == "not"; });
            if (asked && !wished && !about_employer && q.least.number > 0 && q.least.number <= most_years) {
                to.experience_years.ranges.push_back({it->text.begin, std::prev(next)->text.end});
                to.experience_years.value = std::min(to.experience_years.value.value_or(q.least.number), q.least.number);
            }
            it = next;
        }
    }
    for (const auto & w : weeks) to.hours_per_week.ranges.push_back(w.where);
    const auto same = [&](const hours_found & w) { return w.value == weeks.front().value && !w.range_of_hours; };
    if (!weeks.empty() && std::all_of(weeks.begin(), weeks.end(), same)) to.hours_per_week.value = weeks.front().value;
}

}  // namespace rolewright::adverts
