// Every rule of the packs, by its kind; then order, and what two rules say of the same words is said once.
#include "lint/lint.hpp"

#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {
namespace {

using kind_function = void (*)(const packs::rule &, const place_to_look &, findings &);

kind_function function_of(packs::rule_kind kind) {
    switch (kind) {
        case packs::rule_kind::words:
        case packs::rule_kind::question: return &words;
        case packs::rule_kind::missing: return &missing;
        case packs::rule_kind::length: return &length;
        case packs::rule_kind::sentence: return &sentence;
        case packs::rule_kind::count: return &count;
        case packs::rule_kind::capitals: return &capitals;
        case packs::rule_kind::dates: return &dates;
        case packs::rule_kind::gap: return &gap;
        case packs::rule_kind::repeat: return &repeat;
    }
    return &words;
}

bool holds_here(const packs::rule & rule, const review_options & options, const role_reading & role) {
    const auto names = [&](const std::string & name) { return name == role.id || name == role.family; };
    if (std::any_of(rule.except.begin(), rule.except.end(), names)) return false;
    return rule.jurisdictions.empty() || options.jurisdiction.empty() || std::find(rule.jurisdictions.begin(), rule.jurisdictions.end(), options.jurisdiction) != rule.jurisdictions.end();
}

bool earlier(const finding & a, const finding & b) {
    if (a.where.empty() != b.where.empty()) return b.where.empty();
    if (a.where != b.where) return a.where < b.where;
    return a.severity < b.severity;
}

}  // namespace

std::vector<finding> lint(const review & so_far, const packs::language_set & set, const review_options & options, adverts::workspace & work) {
    findings made;
    if (!so_far.advert.judged) return made;
    const place_to_look in{so_far, set, options, work};
    for (const auto & rule : set.rules.rules)
        if (holds_here(rule, options, so_far.judgement.role)) function_of(rule.kind)(rule, in, made);
    std::stable_sort(made.begin(), made.end(), earlier);
    const auto same = [](const finding & a, const finding & b) { return !a.where.empty() && a.where == b.where; };
    made.erase(std::unique(made.begin(), made.end(), same), made.end());
    if (made.size() > options.limits.findings) made.resize(options.limits.findings);
    return made;
}

}  // namespace rolewright::linting
