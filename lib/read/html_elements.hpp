#pragma once
#include <cstdint>
#include <string_view>

namespace rolewright::readers {

/// What an element is to the reader.
enum class element_role : std::uint8_t { plain, block, heading, item, list, cell, row, table, pair, line_break, rule, strong, link, pre, hidden, chrome, main };
element_role role_of(std::string_view name);

/// Whether a class or id attribute has a word that marks page furniture ("nav", "cookie-banner", "site-footer").
bool names_furniture(std::string_view attribute);

}  // namespace rolewright::readers
