// <criterion>, the values of levels, strengths and bands, <evidence>, <trap>, <suggest>, <tools>, <framework>.
#include "packs/kinds.hpp"

#include <algorithm>

namespace rolewright::packs {
namespace {

void read_examples(const xml_file & file, pugi::xml_node node, queried & to) {
    to.at = file.at(node);
    to.id = file.required(node, "id");
    for (const auto child : node.children())
        if (child.type() == pugi::node_element && !file.read_queried(child, to)) file.unexpected(child, "<query>, <yes> or <no>");
    if (to.queries.empty()) file.fail(node, "expected a <query> in <" + std::string(node.name()) + ">, found none");
}

void read_criterion(const xml_file & file, pugi::xml_node node, criteria_pack & to) {
    file.allow(node, {"id", "part", "everyone"});
    criterion made;
    made.id = file.required(node, "id");
    made.part = file.word<score_part>(node, "part");
    made.everyone = std::string_view(node.attribute("everyone").as_string()) == "yes";
    made.title = file.text_of(node.child("title"));
    made.about = file.text_of(node.child("about"));
    if (made.title.empty()) file.fail(node, "expected a <title> in <criterion>, found none");
    to.criteria.push_back(std::move(made));
}

void read_tools(const xml_file & file, pugi::xml_node node, reading_state & state) {
    file.allow(node, {"criterion", "for"});
    tool_kind made{.criterion = state.criterion(file, node, file.required(node, "criterion")), .purpose = file.required(node, "for")};
    for (const auto child : node.children("tool")) made.tools.emplace_back(file.text_of(child), std::string_view(child.attribute("free").as_string()) == "yes");
    state.set.criteria.tools.push_back(std::move(made));
}

void read_framework(const xml_file & file, pugi::xml_node node, reading_state & state) {
    file.allow(node, {"id", "title"});
    framework made{.id = file.required(node, "id"), .title = file.required(node, "title")};
    for (const auto child : node.children("maps"))
        made.maps.emplace_back(state.criterion(file, child, file.required(child, "criterion")), split_words(file.required(child, "to")));
    state.set.criteria.frameworks.push_back(std::move(made));
}

}  // namespace

bool evidence_rule::holds_for(const role_reading & role) const {
    const auto named = [&](const auto & list) { return std::any_of(list.begin(), list.end(), [&](const auto & id) { return id == role.id || id == role.family; }); };
    return (roles.empty() || named(roles)) && !named(except);
}

std::uint16_t reading_state::criterion(const xml_file & file, pugi::xml_node node, const std::string & id) const {
    const auto & all = set.criteria.criteria;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto & c) { return c.id == id; });
    if (found == all.end()) file.fail(node, "expected the id of a criterion, found '" + id + "'");
    return static_cast<std::uint16_t>(found - all.begin());
}

std::vector<std::uint16_t> reading_state::criteria(const xml_file & file, pugi::xml_node node, const char * attribute) const {
    std::vector<std::uint16_t> made;
    for (const auto & id : split_words(node.attribute(attribute).as_string())) made.push_back(criterion(file, node, id));
    return made;
}

void read_criteria_element(const xml_file & file, pugi::xml_node node, reading_state & state) {
    auto & to = state.set.criteria;
    const std::string_view name = node.name();
    if (name == "criterion") read_criterion(file, node, to);
    else if (name == "level") to.scoring.level[static_cast<std::size_t>(file.word<level>(node, "is"))] = file.number(node, "value");
    else if (name == "strength") to.scoring.strength[static_cast<std::size_t>(file.word<strength>(node, "is"))] = file.number(node, "value");
    else if (name == "band") to.scoring.band_from[static_cast<std::size_t>(file.word<band>(node, "is"))] = file.number(node, "from");
    else if (name == "evidence") {
        file.allow(node, {"id", "criterion", "level", "strength", "practice", "source", "roles", "except"});
        evidence_rule made;
        read_examples(file, node, made);
        made.criterion = state.criterion(file, node, file.required(node, "criterion"));
        made.level = file.word<level>(node, "level");
        made.strength = file.optional_word<strength>(node, "strength");
        made.practice = node.attribute("practice").as_string();
        made.source = node.attribute("source").as_string();
        made.roles = split_words(node.attribute("roles").as_string());
        made.except = split_words(node.attribute("except").as_string());
        to.evidence.push_back(std::move(made));
    } else if (name == "trap") {
        file.allow(node, {"id", "criterion", "why", "clause"});
        trap_rule made;
        read_examples(file, node, made);
        if (node.attribute("criterion")) made.criterion = state.criterion(file, node, file.required(node, "criterion"));
        made.why = file.word<ignored_why>(node, "why");
        made.whole_clause = std::string_view(node.attribute("clause").as_string()) == "yes";
        to.traps.push_back(std::move(made));
    } else if (name == "bound") {
        file.allow(node, {"id", "least", "most"});
        level_bound made;
        read_examples(file, node, made);
        made.least = file.optional_word<level>(node, "least").value_or(level::vague);
        made.most = file.optional_word<level>(node, "most").value_or(level::practical);
        to.bounds.push_back(std::move(made));
    } else if (name == "suggest") {
        file.allow(node, {"id", "criterion", "families", "strength", "way"});
        suggestion made{.id = file.required(node, "id"), .sentence = file.text_of(node), .way = node.attribute("way").as_string()};
        made.criterion = state.criterion(file, node, file.required(node, "criterion"));
        made.strength = file.word<strength>(node, "strength");
        made.families = split_words(node.attribute("families").as_string());
        made.at = file.at(node);
        to.suggestions.push_back(std::move(made));
    } else if (name == "tools") read_tools(file, node, state);
    else if (name == "framework") read_framework(file, node, state);
    else file.unexpected(node, "<criterion>, <evidence>, <trap>, <bound>, <suggest>, <tools>, <framework>, <list>, <level>, <strength> or <band>");
}

}  // namespace rolewright::packs
