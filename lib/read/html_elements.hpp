#pragma once
#include <cstdint>
#include <string_view>

namespace rolewright::readers {

/// What an element is to the reader.
enum class element_role : std::uint8_t { plain, block, heading, item, list, cell, row, table, pair, line_break, rule, strong, link, pre, hidden, field, form, control, chrome, header, article, main };
element_role role_of(std::string_view name);

}  // namespace rolewright::readers
