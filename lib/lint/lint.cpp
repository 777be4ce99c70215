// Every rule of the packs, by its kind; then order, and what two rules say of the same words is said once. What is left is
// put into sentences.
#include "lint/lint.hpp"

#include "lint/kinds.hpp"

#include <algorithm>

namespace rolewright::linting {
namespace {

using kind_function = void (*)(const packs::rule &, const place_to_look &, remarks &);

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

bool earlier(const remark & a, const remark & b) {
    if (a.where.empty() != b.where.empty()) return b.where.empty();
    if (a.where != b.where) return a.where < b.where;
    return a.rule->severity < b.rule->severity;
}

}  // namespace

std::vector<finding> lint(const review & so_far, const packs::language_set & set, const review_options & options, adverts::workspace & work) {
    std::vector<finding> made;
    if (!so_far.advert.judged) return made;
    place_to_look in{so_far, set, options, work};
    in.words.reserve(so_far.advert.statements.size());
    for (const auto & s : so_far.advert.statements) in.words.push_back(work.tokens_of(s));
    const auto & rules = set.rules.rules;
    std::vector<bool> holds(rules.size()), asked(rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        holds[i] = holds_here(rules[i], options, so_far.judgement.role);
        asked[i] = holds[i] && !states_a_fact(rules[i], in);
    }
    in.matches = matches_of(asked, in);
    constexpr std::size_t usual = 32;
    remarks all;
    all.reserve(usual);
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (holds[i]) function_of(rules[i].kind)(rules[i], in, all);
    std::stable_sort(all.begin(), all.end(), earlier);
    const auto same = [](const remark & a, const remark & b) { return !a.where.empty() && a.where == b.where; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    if (all.size() > options.limits.findings) all.resize(options.limits.findings);
    made.reserve(all.size());
    for (const auto & r : all) made.push_back(make(r, in));
    return made;
}

}  // namespace rolewright::linting
