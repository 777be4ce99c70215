#pragma once
#include <string>
#include <string_view>

namespace rolewright::readers {

/// JSON as people and scripts write it, made into JSON that a strict parser takes: bytes that are no UTF-8, raw control
/// characters and lone surrogates in strings, escapes that JSON has not, comments, CDATA and HTML comment marks around it,
/// commas before a closing bracket, whatever follows the value (a semicolon, a bracket) or stands before it. What is right
/// stays as it is.
std::string repaired_json(std::string_view text);

}  // namespace rolewright::readers
