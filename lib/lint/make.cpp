// Messages are filled by ICU; a fix that has words replaces what was found, one without only shows the way.
#include "lint/kinds.hpp"

#include "text/characters.hpp"
#include "text/message_format.hpp"

namespace rolewright::linting {

finding make(const packs::rule & rule, range where, const place_to_look & in, std::int64_t count) {
    const text::message_arg args[] = {{"quote", text::squeezed(where.of(in.text()))}, {"count", count}, {"most", std::int64_t{rule.most.value_or(0)}}, {"least", std::int64_t{rule.least.value_or(0)}}, {"fact", rule.facts.empty() ? std::string() : rule.facts.front()}};
    const auto filled = [&](const std::string & pattern) {
        auto made = text::format_message(pattern, args, "en_GB");
        return made ? *std::move(made) : pattern;
    };
    finding f{.rule = rule.id, .severity = rule.severity, .message = filled(rule.message), .why = filled(rule.why), .where = where};
    for (const auto & x : rule.fixes) {
        fix made{.title = x.title, .safety = x.safety};
        if (!where.empty() && !x.text.empty()) made.edits.push_back({where, x.text});
        f.fixes.push_back(std::move(made));
    }
    return f;
}

}  // namespace rolewright::linting
