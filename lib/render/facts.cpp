// The facts of an advert, with where they stand.
#include "render/layout.hpp"
#include "packs/say.hpp"
#include "render/render.hpp"

#include <fmt/format.h>

namespace rolewright::rendering {
namespace {

std::string money(const salary & s, const packs::messages & say) {
    const auto figure = [](double v) {
        auto text = fmt::format("{:.2f}", v);
        return text.ends_with(".00") ? text.substr(0, text.size() - 3) : text;
    };
    const auto per = say("per." + std::string(to_string(s.per)));
    if (!s.min) return say("pay.up-to", {{"max", figure(*s.max)}, {"currency", s.currency}, {"per", per}});
    if (!s.max) return say("pay.from", {{"min", figure(*s.min)}, {"currency", s.currency}, {"per", per}});
    if (*s.min == *s.max) return say("pay.one", {{"min", figure(*s.min)}, {"currency", s.currency}, {"per", per}});
    return say("pay.range", {{"min", figure(*s.min)}, {"max", figure(*s.max)}, {"currency", s.currency}, {"per", per}});
}

}  // namespace

std::string facts_text(const review_result & result, const frame & in, const terminal & on) {
    page p(on);
    for (const auto & a : result.adverts) {
        p.gap();
        const packs::messages say(in.packs, a.advert.language);
        const auto & f = a.advert.facts;
        const auto row = [&](const char * name, const std::string & value, const std::vector<range> & ranges) {
            if (value.empty() && ranges.empty()) return;
            auto words = value.empty() ? "?" : value;
            if (!ranges.empty()) words += fmt::format("  \"{}\"", shortened(ranges.front().of(a.advert.source.text), 46));
            p.paragraph(words, 0, padded(name, 18));
        };
        const auto number = [](const fact<double> & v) { return v ? fmt::format("{}", *v.value) : std::string(); };
        const auto date = [](const fact<calendar_date> & v) { return v ? to_string(*v.value) : std::string(); };
        row("title", f.title.value.value_or(""), f.title.ranges);
        row("employer", f.employer.value.value_or(""), f.employer.ranges);
        row("location", f.location.value.value_or(""), f.location.ranges);
        row("salary", f.salary ? money(*f.salary.value, say) : "", f.salary.ranges);
        row("closing", date(f.closing), f.closing.ranges);
        row("interview", date(f.interview), f.interview.ranges);
        row("start", date(f.start), f.start.ranges);
        row("hours_per_week", number(f.hours_per_week), f.hours_per_week.ranges);
        row("contract", f.contract ? std::string(to_string(*f.contract.value)) : "", f.contract.ranges);
        row("workplace", f.workplace ? std::string(to_string(*f.workplace.value)) : "", f.workplace.ranges);
        row("experience_years", number(f.experience_years), f.experience_years.ranges);
        row("reference", f.reference.value.value_or(""), f.reference.ranges);
        row("contact_email", f.contact_email.value.value_or(""), f.contact_email.ranges);
    }
    return p.take();
}

}  // namespace rolewright::rendering
