#pragma once
#include "packs/xml.hpp"

#include <span>
#include <string_view>

namespace rolewright::packs {

/// What an element of a pack may hold. The same table as criteria/pack.xsd; a test compares the two.
struct element_shape {
    std::string_view name;
    std::string_view parent;      ///< only where the same name means two things; else empty
    std::string_view attributes;  ///< names between spaces
    std::string_view children;    ///< names between spaces
    bool text = false;            ///< whether it holds words of its own
};

std::span<const element_shape> element_shapes();

/// The elements that stand directly in a pack of a kind, names between spaces; empty: no such kind.
std::string_view elements_of(std::string_view pack_kind);

/// Fails at the first attribute, element or text below `node` that the table does not know. `pack_kind`: of the pack.
void check_shape(const xml_file & file, pugi::xml_node node, std::string_view pack_kind);

}  // namespace rolewright::packs
