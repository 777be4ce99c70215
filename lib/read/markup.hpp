#pragma once
#include <rolewright/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

/// Whether `text` has a tag ("<p>", "</b>", "<!-- -->").
bool has_tags(std::string_view text);

/// Entities ("&lt;", "&#163;", "&amp;nbsp;") decoded once; what is no entity stays as it is. `sources`: where each piece stood.
std::string entities_decoded(std::string_view text, std::vector<source_segment> * sources = nullptr);

/// A field of a feed or of JSON that holds markup, escaped once more on its way, however often: the markup itself.
/// A text without any tag, escaped or not, comes back with its entities decoded.
std::string unescaped(std::string_view field);

/// The document of such a field: HTML where it has tags, else plain text. It has no place in the input's own bytes.
document markup_document(std::string_view field, const read_limits & limits);

/// The letters and digits of a text alone, ASCII in lower case: to see whether a text holds another.
std::string letters_of(std::string_view text);

/// A document that is a heading below the title.
document heading_document(std::string words);

/// Puts the text and blocks of `part` behind those of `to`.
void append(document & to, const document & part);

}  // namespace rolewright::readers
