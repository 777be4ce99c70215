// <family> and <role>.
#include "packs/kinds.hpp"

#include <algorithm>

namespace rolewright::packs {

void read_roles_element(const xml_file & file, pugi::xml_node node, reading_state & state) {
    auto & to = state.set.roles;
    const std::string_view name = node.name();
    if (name == "family") {
        role_family made;
        made.at = file.at(node);
        made.id = file.required(node, "id");
        made.core = state.criteria(file, node, "core");
        made.generic = file.flag(node, "generic");
        made.fits = state.criteria(file, node, "fits");
        for (const auto child : node.children()) {
            if (std::string_view(child.name()) == "title") made.title = file.text_of(child);
            else file.read_queried(child, made);
        }
        to.families.push_back(std::move(made));
    } else if (name == "role") {
        role made;
        made.at = file.at(node);
        made.id = file.required(node, "id");
        made.family = file.required(node, "family");
        made.generic = file.flag(node, "generic");
        const auto known = [&](const role_family & f) { return f.id == made.family; };
        if (std::none_of(to.families.begin(), to.families.end(), known)) file.fail(node, "expected the id of a family, found '" + made.family + "'");
        if (node.attribute("core")) made.core = state.criteria(file, node, "core");
        for (const auto child : node.children()) {
            const std::string_view what = child.name();
            if (what == "title") made.title = file.text_of(child);
            else if (what == "duties") made.duties.push_back(file.query_in(child));
            else file.read_queried(child, made);
        }
        to.roles.push_back(std::move(made));
    }
}

}  // namespace rolewright::packs
