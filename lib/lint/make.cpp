// Messages are filled by ICU; a fix that has words replaces what was found, one without only shows the way.
#include "lint/kinds.hpp"

#include "text/characters.hpp"
#include "text/message_format.hpp"

namespace rolewright::linting {
namespace {

void fill_in(const remark & of, const place_to_look & in, finding & to) {
    const auto & rule = *of.rule;
    const auto asks_for = [&](std::string_view name) { return rule.message.find(name) != std::string::npos || rule.why.find(name) != std::string::npos; };
    const text::message_arg args[] = {{"quote", asks_for("quote") ? text::squeezed(of.where.of(in.text())) : std::string()}, {"count", of.count}, {"most", std::int64_t{rule.most.value_or(0)}}, {"least", std::int64_t{rule.least.value_or(0)}}, {"fact", rule.facts.empty() ? std::string() : rule.facts.front()}};
    for (auto * pattern : {&to.message, &to.why})
        if (auto made = text::format_message(*pattern, args, "en_GB")) *pattern = *std::move(made);
}

}  // namespace

finding make(const remark & of, const place_to_look & in) {
    const auto & rule = *of.rule;
    finding made{.rule = rule.id, .severity = rule.severity, .message = rule.message, .why = rule.why, .where = of.where};
    if (rule.fills_in) fill_in(of, in, made);
    made.fixes.reserve(rule.fixes.size());
    for (const auto & x : rule.fixes) {
        auto & fix = made.fixes.emplace_back(rolewright::fix{x.title, x.safety, {}});
        if (!of.where.empty() && !x.text.empty()) fix.edits.push_back({of.where, x.text});
    }
    return made;
}

}  // namespace rolewright::linting
