#pragma once
#include <string>
#include <string_view>

// The ways in which mail writes what is no plain ASCII.
namespace rolewright::readers {

/// The bytes of a body in its transfer encoding: "base64", "quoted-printable", or as they are.
std::string decoded_body(std::string_view body, std::string_view encoding);

/// A header with RFC 2047's encoded words (=?utf-8?q?Caf=C3=A9?=) as UTF-8.
std::string decoded_words(std::string_view header);

/// The paragraphs of "format=flowed" text (RFC 3676), lines put together again.
std::string unflowed(std::string_view text);

}  // namespace rolewright::readers
