#pragma once
#include <string>
#include <string_view>

namespace rolewright::improving {

/// One line of text so that Markdown shows it as it is: only what would mean something there gets a backslash.
std::string escape_markdown(std::string_view line);

}  // namespace rolewright::improving
