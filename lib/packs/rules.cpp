// <rule>.
#include "packs/kinds.hpp"

namespace rolewright::packs {
namespace {

rule_kind kind_of(const xml_file & file, pugi::xml_node node) {
    static constexpr std::pair<std::string_view, rule_kind> names[] = {
        {"words", rule_kind::words}, {"missing", rule_kind::missing}, {"length", rule_kind::length}, {"sentence", rule_kind::sentence}, {"count", rule_kind::count},
        {"question", rule_kind::question}, {"capitals", rule_kind::capitals}, {"dates", rule_kind::dates}, {"gap", rule_kind::gap}, {"repeat", rule_kind::repeat}};
    const auto text = file.required(node, "kind");
    std::string known;
    for (const auto & [n, k] : names) {
        if (n == text) return k;
        known += (known.empty() ? "" : ", ") + std::string(n);
    }
    file.fail(node, "expected kind to be one of " + known + "; found '" + text + "'");
}

bool has_gaps(std::string_view pattern) { return pattern.find_first_of("{}") != std::string_view::npos || pattern.find("''") != std::string_view::npos; }

}  // namespace

void read_rules_element(const xml_file & file, pugi::xml_node node, reading_state & state) {
    rule made;
    made.at = file.at(node);
    made.id = file.required(node, "id");
    made.kind = kind_of(file, node);
    made.severity = file.word<severity>(node, "severity");
    made.jurisdictions = split_words(node.attribute("jurisdiction").as_string());
    for (const auto * attribute : {"in", "section"})
        for (const auto & name : split_words(node.attribute(attribute).as_string())) {
            const auto kind = from_string<section_kind>(name);
            if (!kind) file.fail(node, "expected the kind of a section, found '" + name + "'");
            made.sections.push_back(*kind);
        }
    made.facts = split_words(node.attribute("fact").as_string());
    made.except = split_words(node.attribute("except").as_string());
    made.first = node.attribute("first").as_string();
    made.then = node.attribute("then").as_string();
    made.criterion = node.attribute("criterion").as_string();
    if (node.attribute("most")) made.most = file.count(node, "most");
    if (node.attribute("least")) made.least = file.count(node, "least");
    for (const auto child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = child.name();
        if (name == "message") made.message = file.text_of(child);
        else if (name == "why") made.why = file.text_of(child);
        else if (name == "fix") made.fixes.push_back({file.required(child, "title"), file.text_of(child), file.word<fix_safety>(child, "safety")});
        else file.read_queried(child, made);
    }
    if (made.message.empty()) file.fail(node, "expected a <message> in <rule>, found none");
    if (made.kind == rule_kind::words && made.queries.empty()) file.fail(node, "expected a <query> in a rule of kind words, found none");
    made.fills_in = has_gaps(made.message) || has_gaps(made.why);
    state.set.rules.rules.push_back(std::move(made));
}

}  // namespace rolewright::packs
