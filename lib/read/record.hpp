#pragma once
#include <rolewright/document.hpp>

namespace rolewright::readers {

/// One line of NDJSON: {"id", "title", "employer", "country", "language", "text" or "html"}. The document is made of
/// `text` (ranges are byte offsets in that string) or `html` alone; the other members are given facts and may be null.
result<document> read_record(std::string_view line, const read_limits & limits);

/// The "id" of a line that may be broken, or nothing.
std::optional<std::string> id_of_record(std::string_view line);

}  // namespace rolewright::readers
