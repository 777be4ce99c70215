// <family> and <role>.
#include "packs/kinds.hpp"

#include <algorithm>

namespace rolewright::packs {

void read_roles_element(const xml_file & file, pugi::xml_node node, reading_state & state) {
    auto & to = state.set.roles;
    const std::string_view name = node.name();
    if (name == "family") {
        file.allow(node, {"id", "core", "fits", "generic"});
        role_family made;
        made.at = file.at(node);
        made.id = file.required(node, "id");
        made.core = state.criteria(file, node, "core");
        made.generic = std::string_view(node.attribute("generic").as_string()) == "yes";
        made.fits = state.criteria(file, node, "fits");
        for (const auto child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            if (std::string_view(child.name()) == "title") made.title = file.text_of(child);
            else if (!file.read_queried(child, made)) file.unexpected(child, "<title> or <query>");
        }
        to.families.push_back(std::move(made));
    } else if (name == "role") {
        file.allow(node, {"id", "family", "core", "generic"});
        role made;
        made.at = file.at(node);
        made.id = file.required(node, "id");
        made.family = file.required(node, "family");
        made.generic = std::string_view(node.attribute("generic").as_string()) == "yes";
        const auto known = [&](const role_family & f) { return f.id == made.family; };
        if (std::none_of(to.families.begin(), to.families.end(), known)) file.fail(node, "expected the id of a family, found '" + made.family + "'");
        if (node.attribute("core")) made.core = state.criteria(file, node, "core");
        for (const auto child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string_view what = child.name();
            if (what == "title") made.title = file.text_of(child);
            else if (what == "duties") made.duties.push_back(file.query_in(child));
            else if (!file.read_queried(child, made)) file.unexpected(child, "<title>, <query> or <duties>");
        }
        to.roles.push_back(std::move(made));
    } else file.unexpected(node, "<family> or <role>");
}

}  // namespace rolewright::packs
