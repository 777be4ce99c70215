#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// What a character is to the tokenizer and the sentence splitter: ASCII by table, the rest by ICU.
namespace rolewright::text {

enum class char_class : std::uint8_t { space, letter, digit, joiner, breaker, apostrophe };

inline constexpr std::array<char_class, 128> ascii_classes = [] {
    std::array<char_class, 128> t{};
    for (int c = 0; c < 128; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        t[static_cast<std::size_t>(c)] = letter ? char_class::letter : c >= '0' && c <= '9' ? char_class::digit : char_class::space;
    }
    for (const char c : {'-', '/', '&', '"', '(', ')', '_', '+', '\\', '`', '[', ']', '@', '#', '$', '%', '^', '=', '~', '{', '}', '<', '>'}) t[static_cast<std::size_t>(c)] = char_class::joiner;
    for (const char c : {',', ';', ':', '.', '!', '?', '|', '*', '\t'}) t[static_cast<std::size_t>(c)] = char_class::breaker;
    t['\''] = char_class::apostrophe;
    return t;
}();

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Reads the code point at `i` and steps over it; U+FFFD for bytes that are no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t & i);

bool is_typographic_apostrophe(char32_t c);
/// Soft hyphen, zero-width characters, variation selectors.
bool is_ignorable(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
char_class class_beyond_ascii(char32_t c);
inline char_class class_of(char32_t c) { return c < 0x80 ? ascii_classes[c] : class_beyond_ascii(c); }

/// White space of every kind, no-break and zero-width included, as one plain space; none at the ends.
std::string squeezed(std::string_view text);

}  // namespace rolewright::text
