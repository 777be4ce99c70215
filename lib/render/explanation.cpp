// Why one clause counts or does not.
#include "render/layout.hpp"
#include "packs/say.hpp"
#include "render/render.hpp"

#include <fmt/format.h>

namespace rolewright::rendering {

std::string explanation_text(const std::vector<clause_explanation> & of, const review & in_advert, const frame & in, const terminal & on) {
    page p(on);
    const packs::messages say(in.packs, in_advert.advert.language);
    const auto * set = in.packs.find(in_advert.advert.language);
    const auto & text = in_advert.advert.source.text;
    if (of.empty()) p.paragraph(say("explain.nothing"));
    for (const auto & e : of) {
        p.gap();
        p.paragraph("\"" + shortened(e.text.of(text), 300) + "\"", 0, {}, page::tone::heading);
        p.paragraph(say(e.reading.counts ? "explain.counts" : "explain.ignored",
                        {{"section", std::string(to_string(e.section))}, {"subject", std::string(to_string(e.reading.subject))}, {"act", std::string(to_string(e.reading.act))}, {"why", std::string(to_string(e.reading.why))}}),
                    2);
        for (const auto & r : e.reasons) p.line("    " + padded(r.says, 24) + fmt::format("{:>6.1f}  ", r.weight) + r.rule + (r.where.empty() ? "" : "  \"" + shortened(r.where.of(text), 30) + "\""));
        for (const auto & x : e.evidence)
            p.paragraph(say("explain.evidence", {{"criterion", set->criteria.criteria[x.criterion].title}, {"quote", shortened(x.match.of(text), 80)}, {"level", std::string(to_string(x.level))}, {"strength", std::string(to_string(x.strength))}, {"rule", x.rule}}), 2, "+ ", page::tone::good);
        for (const auto & x : e.ignored)
            p.paragraph(say("explain.passed-over", {{"criterion", set->criteria.criteria[x.criterion].title}, {"quote", shortened(x.quote.of(text), 80)}, {"why", std::string(to_string(x.why))}, {"rule", x.rule}}), 2, "- ", page::tone::dim);
    }
    return p.take();
}

}  // namespace rolewright::rendering
