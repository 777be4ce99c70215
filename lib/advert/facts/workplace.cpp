// The pack's values say where the days and the travel are spoken of; the figure in them is the number of days. Two figures
// ("2-3 days a week in the office") are no one value.
#include "advert/facts/workplace.hpp"

namespace rolewright::adverts {
namespace {

void read_days(const fact_words & in, fact_name name, fact<double> & to) {
    bool several = false;
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        if (!in.lines()[i].says(name)) continue;
        for (const auto & h : in.hits(i)) {
            if (h.rule->about != name) continue;
            std::optional<double> days;
            for (const auto & t : in.tokens(i)) {
                if (!t.is(fact_kind::number) || !h.where.contains(t.text)) continue;
                several = several || (days && *days != t.number);
                days = t.number;
            }
            if (!days) continue;
            several = several || (to.value && *to.value != *days);
            to.ranges.push_back(h.where);
            to.value = days;
        }
    }
    if (several) to.value.reset();
}

void read_travel(const fact_words & in, fact<std::string> & to) {
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        const auto kind = in.lines()[i].kind;
        if (!in.lines()[i].says(fact_name::travel) || kind == section_kind::benefits || kind == section_kind::employer) continue;
        for (const auto & h : in.hits(i)) {
            if (h.rule->about != fact_name::travel) continue;
            to.ranges.push_back(h.where);
            if (!to.value) to.value = std::string(h.where.of(in.text()));
        }
    }
}

}  // namespace

void read_workplace(const fact_words & in, advert_facts & to) {
    read_days(in, fact_name::office_days, to.office_days);
    read_days(in, fact_name::home_days, to.home_days);
    read_travel(in, to.travel);
}

}  // namespace rolewright::adverts
