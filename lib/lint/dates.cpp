// "Closing date 9 May, interviews 2 May": one of them is wrong.
#include "lint/kinds.hpp"

namespace rolewright::linting {
namespace {

const fact<calendar_date> * named(const advert_facts & f, std::string_view name) {
    if (name == "closing") return &f.closing;
    if (name == "interview") return &f.interview;
    if (name == "start") return &f.start;
    return nullptr;
}

}  // namespace

void dates(const packs::rule & rule, const place_to_look & in, remarks & to) {
    const auto & facts = in.of.advert.facts;
    const auto * first = named(facts, rule.first);
    if (!first || !first->value) return;
    std::optional<calendar_date> then;
    range where = first->ranges.empty() ? range{} : first->ranges.front();
    if (rule.then == "today") then = date_from_string(in.options.date);
    else if (const auto * second = named(facts, rule.then)) then = second->value;
    if (!then) return;
    // "today" reads the other way round: the date must not lie before it.
    const bool wrong = rule.then == "today" ? *first->value < *then : *first->value > *then;
    if (wrong) to.push_back({&rule, where});
}

}  // namespace rolewright::linting
