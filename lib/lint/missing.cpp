// What people look for first, and do not find.
#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {
namespace {

bool states(const advert_facts & f, std::string_view name) {
    const std::pair<std::string_view, bool> facts[] = {
        {"title", f.title.value || !f.title.ranges.empty()}, {"employer", f.employer.value || !f.employer.ranges.empty()}, {"location", f.location.value || !f.location.ranges.empty()},
        {"salary", f.salary.value || !f.salary.ranges.empty()}, {"closing", f.closing.value || !f.closing.ranges.empty()}, {"hours_per_week", f.hours_per_week.value || !f.hours_per_week.ranges.empty()},
        {"contract", f.contract.value || !f.contract.ranges.empty()}, {"workplace", f.workplace.value || !f.workplace.ranges.empty()}, {"contact_email", !f.contact_email.ranges.empty()}, {"contact_phone", !f.contact_phone.ranges.empty()}};
    for (const auto & [n, stated] : facts)
        if (n == name) return stated;
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

void missing(const packs::rule & rule, const place_to_look & in, findings & to) {
    if (states_a_fact(rule, in)) return;
    for (const auto kind : rule.sections)
        if (has_section(in.of.advert, kind)) return;
    if (places_of(rule, in).empty()) to.push_back(make(rule, {}, in));
}

}  // namespace rolewright::linting
