// <message>.
#include "packs/kinds.hpp"

namespace rolewright::packs {

void read_messages_element(const xml_file & file, pugi::xml_node node, reading_state & state) {
    const auto id = file.required(node, "id");
    if (!state.set.messages.patterns.emplace(id, file.text_of(node)).second) file.fail(node, "expected each message once, found '" + id + "' again");
}

}  // namespace rolewright::packs
