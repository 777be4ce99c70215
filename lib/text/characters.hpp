#pragma once
#include <cstdint>
#include <string>
#include <string_view>

// What a character is to the tokenizer and the sentence splitter: ASCII by table, the rest by ICU.
namespace rolewright::text {

enum class char_class : std::uint8_t { space, letter, digit, joiner, breaker, apostrophe };

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Reads the code point at `i` and steps over it; U+FFFD for bytes that are no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t & i);

bool is_typographic_apostrophe(char32_t c);
/// Soft hyphen, zero-width characters, variation selectors.
bool is_ignorable(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
char_class class_of(char32_t c);

/// White space of every kind, no-break and zero-width included, as one plain space; none at the ends.
std::string squeezed(std::string_view text);

}  // namespace rolewright::text
