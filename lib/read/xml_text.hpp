#pragma once
#include "read/tree.hpp"

#include <rolewright/document.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace rolewright::readers {

/// XML as a tree: elements by their names, attributes as "@name". XML that stands escaped inside an element is read too.
/// Entities that a file declares are never expanded, nothing is ever fetched. What is not well-formed is mended.
struct xml_reading {
    tree fields;
    std::uint32_t first_mend = 0;     ///< line of the first thing that had to be mended; 0: none
    bool declares_entities = false;
    bool too_deep = false;
};
result<xml_reading> read_xml_text(std::string_view xml, const read_limits & limits);

/// The name of the first element, or "" where the text does not begin like XML.
std::string_view root_element(std::string_view text);

/// The encoding that the first line of an XML file declares, or "".
std::string declared_xml_encoding(std::string_view bytes);

}  // namespace rolewright::readers
