// ASCII by one table; everything else by ICU's properties.
#include "text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace rolewright::text {

char32_t next_code_point(std::string_view text, std::size_t & i) {
    const auto * s = reinterpret_cast<const std::uint8_t *>(text.data());
    auto at = static_cast<std::int64_t>(i);
    UChar32 c;
    U8_NEXT_OR_FFFD(s, at, static_cast<std::int64_t>(text.size()), c);
    i = static_cast<std::size_t>(at);
    return static_cast<char32_t>(c);
}

bool is_typographic_apostrophe(char32_t c) { return c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xFF07 || c == 0x00B4; }

bool is_ignorable(char32_t c) { return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F); }

bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }

bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0; }

char_class class_beyond_ascii(char32_t c) {
    if (is_typographic_apostrophe(c)) return char_class::apostrophe;
    if (is_ignorable(c)) return char_class::letter;
    const auto u = static_cast<UChar32>(c);
    switch (u_charType(u)) {
        case U_UPPERCASE_LETTER:
        case U_LOWERCASE_LETTER:
        case U_TITLECASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER:
        case U_NON_SPACING_MARK:
        case U_COMBINING_SPACING_MARK: return char_class::letter;
        case U_DECIMAL_DIGIT_NUMBER: return char_class::digit;
        case U_DASH_PUNCTUATION: return c == 0x2010 || c == 0x2011 ? char_class::joiner : char_class::breaker;
        case U_INITIAL_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
        case U_START_PUNCTUATION:
        case U_END_PUNCTUATION:
        case U_MATH_SYMBOL:
        case U_CURRENCY_SYMBOL: return char_class::joiner;
        case U_SPACE_SEPARATOR:
        case U_CONTROL_CHAR: return char_class::space;
        case U_OTHER_SYMBOL: return c == 0xAE || c == 0x2122 || c == 0xA9 ? char_class::joiner : char_class::breaker;
        default: return char_class::breaker;
    }
}

std::string squeezed(std::string_view text) {
    std::string made;
    for (std::size_t i = 0; i < text.size();) {
        const auto begin = i;
        while (i < text.size() && text[i] > ' ' && text[i] < 0x7F) ++i;
        if (i > begin) {
            made.append(text, begin, i - begin);
            continue;
        }
        const auto c = next_code_point(text, i);
        const bool zero_width = c == 0x200B || c == 0xFEFF;
        const bool space = zero_width || c < 0x21 || c == 0x7F || c == 0xA0 || (c > 0x7F && u_isUWhiteSpace(static_cast<UChar32>(c)));
        if (!space) made += text.substr(begin, i - begin);
        else if (!made.empty() && made.back() != ' ') made += ' ';
    }
    while (!made.empty() && made.back() == ' ') made.pop_back();
    return made;
}

}  // namespace rolewright::text
