// What people look for first, and do not find.
#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {
namespace {

template <class T>
bool known(const fact<T> & f) { return f.value || !f.ranges.empty(); }

bool states(const advert_facts & facts, std::string_view name) {
    using question = bool (*)(const advert_facts &);
    static constexpr std::pair<std::string_view, question> questions[] = {
        {"title", [](const advert_facts & f) { return known(f.title); }},
        {"employer", [](const advert_facts & f) { return known(f.employer); }},
        {"location", [](const advert_facts & f) { return known(f.location); }},
        {"salary", [](const advert_facts & f) { return known(f.salary); }},
        {"closing", [](const advert_facts & f) { return known(f.closing); }},
        {"hours_per_week", [](const advert_facts & f) { return known(f.hours_per_week); }},
        {"contract", [](const advert_facts & f) { return known(f.contract); }},
        {"workplace", [](const advert_facts & f) { return known(f.workplace); }},
        {"contact_email", [](const advert_facts & f) { return !f.contact_email.ranges.empty(); }},
        {"contact_phone", [](const advert_facts & f) { return !f.contact_phone.ranges.empty(); }}};
    for (const auto & [n, stated] : questions)
        if (n == name) return stated(facts);
    return true;
}

// "Apply by: 25 June" is a date, and says nothing of how.
bool is_date_alone(const statement & s) { return s.label_fact == "closing" || s.label_fact == "interview" || s.label_fact == "reference"; }

bool has_section(const advert & of, section_kind kind) {
    return std::any_of(of.statements.begin(), of.statements.end(), [&](const statement & s) { return s.kind == kind && !is_date_alone(s); });
}

}  // namespace

bool states_a_fact(const packs::rule & rule, const place_to_look & in) {
    return std::any_of(rule.facts.begin(), rule.facts.end(), [&](const std::string & name) { return states(in.of.advert.facts, name); });
}

void missing(const packs::rule & rule, const place_to_look & in, remarks & to) {
    if (states_a_fact(rule, in)) return;
    for (const auto kind : rule.sections)
        if (has_section(in.of.advert, kind)) return;
    const auto ours = [&](const rule_match & m) { return m.rule == &rule; };
    if (std::none_of(in.matches.begin(), in.matches.end(), ours)) to.push_back({&rule, {}});
}

}  // namespace rolewright::linting
