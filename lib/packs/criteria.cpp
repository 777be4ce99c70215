// <criterion>, the values of levels, strengths and bands, <evidence>, <trap>, <bound>, <suggest>, <practice>, <tools>,
// <framework>.
#include "packs/kinds.hpp"

#include <algorithm>

namespace rolewright::packs {
namespace {

void read_examples(const xml_file & file, pugi::xml_node node, queried & to) {
    to.at = file.at(node);
    to.id = file.required(node, "id");
    for (const auto child : node.children()) file.read_queried(child, to);
    if (to.queries.empty()) file.fail(node, "expected a <query> in <" + std::string(node.name()) + ">, found none");
}

void read_criterion(const xml_file & file, pugi::xml_node node, criteria_pack & to) {
    criterion made;
    made.id = file.required(node, "id");
    made.part = file.word<score_part>(node, "part");
    made.everyone = file.flag(node, "everyone");
    made.implied_by = split_words(node.attribute("implied-by").as_string());
    made.title = file.text_of(node.child("title"));
    made.about = file.text_of(node.child("about"));
    if (made.title.empty()) file.fail(node, "expected a <title> in <criterion>, found none");
    to.criteria.push_back(std::move(made));
}

void read_suggestion(const xml_file & file, pugi::xml_node node, reading_state & state) {
    suggestion made{.id = file.required(node, "id"), .sentence = file.text_of(node), .families = split_words(node.attribute("families").as_string()), .at = file.at(node)};
    made.criterion = state.criterion(file, node, file.required(node, "criterion"));
    made.strength = file.word<strength>(node, "strength");
    made.way = file.word<learning_way>(node, "way");
    made.practice = file.optional_word<security_practice>(node, "practice");
    state.set.criteria.suggestions.push_back(std::move(made));
}

void read_practice(const xml_file & file, pugi::xml_node node, criteria_pack & to) {
    practice_note made{file.word<security_practice>(node, "id"), file.text_of(node.child("title")), file.text_of(node.child("about"))};
    if (made.title.empty()) file.fail(node, "expected a <title> in <practice>, found none");
    const auto same = [&](const practice_note & p) { return p.practice == made.practice; };
    if (std::any_of(to.practices.begin(), to.practices.end(), same)) file.fail(node, "expected each practice once, found '" + std::string(to_string(made.practice)) + "' again");
    to.practices.push_back(std::move(made));
}

void read_tools(const xml_file & file, pugi::xml_node node, reading_state & state) {
    tool_kind made{.criterion = state.criterion(file, node, file.required(node, "criterion")), .purpose = file.required(node, "for"), .source = node.attribute("source").as_string(), .at = file.at(node)};
    made.practice = file.optional_word<security_practice>(node, "practice");
    for (const auto child : node.children("tool")) made.tools.push_back({file.text_of(child), child.attribute("url").as_string(), file.flag(child, "free"), child.attribute("note").as_string()});
    if (made.tools.empty()) file.fail(node, "expected a <tool> in <tools>, found none");
    state.set.criteria.tools.push_back(std::move(made));
}

void read_framework(const xml_file & file, pugi::xml_node node, reading_state & state) {
    framework made{.id = file.required(node, "id"), .title = file.required(node, "title"), .source = node.attribute("source").as_string(), .at = file.at(node)};
    for (const auto child : node.children("item")) made.items.emplace_back(file.required(child, "id"), file.text_of(child));
    for (const auto child : node.children("maps")) {
        framework_map map{state.criterion(file, child, file.required(child, "criterion")), split_words(file.required(child, "to")), {}, split_words(child.attribute("statements").as_string())};
        for (const auto & id : map.items) {
            const auto found = std::find_if(made.items.begin(), made.items.end(), [&](const auto & i) { return i.first == id; });
            if (found == made.items.end()) file.fail(child, "expected the id of an <item> of the framework, found '" + id + "'");
            map.places.push_back(static_cast<std::uint16_t>(found - made.items.begin()));
        }
        made.maps.push_back(std::move(map));
    }
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
        evidence_rule made;
        read_examples(file, node, made);
        made.criterion = state.criterion(file, node, file.required(node, "criterion"));
        made.level = file.word<level>(node, "level");
        made.strength = file.optional_word<strength>(node, "strength");
        made.practice = file.optional_word<security_practice>(node, "practice");
        made.source = node.attribute("source").as_string();
        made.roles = split_words(node.attribute("roles").as_string());
        made.except = split_words(node.attribute("except").as_string());
        to.evidence.push_back(std::move(made));
    } else if (name == "trap") {
        trap_rule made;
        read_examples(file, node, made);
        if (node.attribute("criterion")) made.criterion = state.criterion(file, node, file.required(node, "criterion"));
        made.why = file.word<ignored_why>(node, "why");
        made.whole_clause = file.flag(node, "clause");
        to.traps.push_back(std::move(made));
    } else if (name == "bound") {
        level_bound made;
        read_examples(file, node, made);
        made.least = file.optional_word<level>(node, "least").value_or(level::vague);
        made.most = file.optional_word<level>(node, "most").value_or(level::practical);
        if (node.attribute("reach")) made.reach = file.count(node, "reach");
        made.after = file.flag(node, "after");
        to.bounds.push_back(std::move(made));
    } else if (name == "suggest") read_suggestion(file, node, state);
    else if (name == "tools") read_tools(file, node, state);
    else if (name == "practice") read_practice(file, node, to);
    else if (name == "framework") read_framework(file, node, state);
}

}  // namespace rolewright::packs
