#pragma once
#include <rolewright/range.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rolewright::text {

/// A stretch of one language; `tag` is BCP 47, empty where the words do not tell.
struct language_stretch {
    range where;
    std::string tag;
};

/// The languages of a text: the one that most of it is in, and the stretches of each in order.
struct languages {
    std::string tag;  ///< empty: not known
    std::vector<language_stretch> stretches;
};

/// Tells the languages of `text` (with CLD2). `likely` settles words that are at home in several languages.
languages tell_languages(std::string_view text, std::string_view likely);

}  // namespace rolewright::text
