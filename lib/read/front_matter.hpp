#pragma once
#include <rolewright/document.hpp>

#include <string_view>

namespace rolewright::readers {

/// What stands between two lines of "---" at the head of a Markdown file.
struct front_matter {
    std::size_t size = 0;  ///< bytes up to the first line after it; 0: there is none
    given_facts given;
};

/// Reads the part of YAML that front matter is written in: `key: value` lines, quotes, one level of nesting, lists.
front_matter read_front_matter(std::string_view text);

}  // namespace rolewright::readers
