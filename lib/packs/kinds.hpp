#pragma once
#include "packs/saved.hpp"
#include "packs/xml.hpp"

#include <optional>
#include <string>

namespace rolewright::packs {

/// What a language's packs are read into.
struct reading_state {
    language_set & set;
    /// Number of a criterion id, or an error at the node.
    std::uint16_t criterion(const xml_file & file, pugi::xml_node node, const std::string & id) const;
    std::vector<std::uint16_t> criteria(const xml_file & file, pugi::xml_node node, const char * attribute) const;
};

/// Each reads one top-level element of a pack of its kind.
void read_language_element(const xml_file & file, pugi::xml_node node, reading_state & to);
void read_criteria_element(const xml_file & file, pugi::xml_node node, reading_state & to);
void read_roles_element(const xml_file & file, pugi::xml_node node, reading_state & to);
void read_rules_element(const xml_file & file, pugi::xml_node node, reading_state & to);
void read_messages_element(const xml_file & file, pugi::xml_node node, reading_state & to);

/// Compiles all queries of a language into one program, or takes that which is `saved`. Throws broken_pack.
void compile(language_set & set, std::optional<saved_language> saved);

}  // namespace rolewright::packs
