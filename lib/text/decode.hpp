#pragma once
#include <rolewright/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rolewright::text {

/// Text decoded to UTF-8, with the way back to the bytes it came from.
struct decoded {
    std::string text;
    std::string encoding;                 ///< "utf-8", "utf-16le", "windows-1252", …
    std::vector<source_segment> sources;  ///< tiles the text
    std::vector<note> notes;
};

/// Detects the encoding and decodes: byte-order marks, UTF-16 by its zero bytes, valid UTF-8, the `declared` charset,
/// else Windows-1252. Bytes that are none of their encoding become U+FFFD, with a note.
decoded decode(std::string_view bytes, std::string_view declared = {});

/// Appends the character that a numeric reference ("&#163;") names, as browsers read it: a C1 control means the
/// Windows-1252 character of that number, what is no character is U+FFFD.
void append_reference(std::string & to, char32_t number);

/// What a binary file looks like ("a PDF file"), or "" for text.
std::string_view binary_kind(std::string_view bytes);

/// The segments of a text of `inner_size` bytes that was made of one of `outer_size`, through to where that one came from.
std::vector<source_segment> compose(const std::vector<source_segment> & outer, const std::vector<source_segment> & inner, std::uint32_t outer_size, std::uint32_t inner_size);

/// `where` of a text of `size` bytes, in the bytes it came from.
std::optional<range> source_of(const std::vector<source_segment> & sources, std::uint32_t size, range where);

}  // namespace rolewright::text
