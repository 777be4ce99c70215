// CommonMark's own rules turned round: a sign is escaped only where it would open a heading, list, quote, rule, emphasis,
// code, link, tag or reference. Ordinary sentences pass unchanged.
#include "improve/markdown_escape.hpp"

#include <algorithm>

namespace rolewright::improving {
namespace {

bool alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool space(char c) { return c == ' ' || c == '\t'; }

char at(std::string_view s, std::size_t i) { return i < s.size() ? s[i] : ' '; }
char before(std::string_view s, std::size_t i) { return i > 0 ? s[i - 1] : ' '; }

// A sign at the line's beginning that makes a block of it; where it stands, or npos.
std::size_t block_sign(std::string_view s) {
    if (s.empty()) return std::string_view::npos;
    constexpr std::string_view rules = "-=*_~`";
    if (rules.find(s[0]) != std::string_view::npos && s.find_first_not_of(std::string{s[0], ' '}) == std::string_view::npos) return 0;
    if (s.starts_with("```") || s.starts_with("~~~") || s[0] == '>') return 0;
    if ((s[0] == '-' || s[0] == '+' || s[0] == '*') && space(at(s, 1))) return 0;
    if (s[0] == '#') {
        const auto level = std::min(s.find_first_not_of('#'), s.size());
        return level <= 6 && space(at(s, level)) ? 0 : std::string_view::npos;
    }
    // A row of dashes and bars would make a table's head of the line before.
    if (s.find_first_not_of("|-: ") == std::string_view::npos) return 0;
    std::size_t digits = 0;
    while (digits < s.size() && digit(s[digits])) ++digits;
    constexpr std::size_t longest_number = 9;
    const bool number = digits > 0 && digits <= longest_number && (at(s, digits) == '.' || at(s, digits) == ')') && space(at(s, digits + 1));
    return number ? digits : std::string_view::npos;
}

bool opens_reference(std::string_view s, std::size_t i) {
    const auto end = s.find(';', i);
    if (end == std::string_view::npos || end == i + 1) return false;
    return std::all_of(s.begin() + static_cast<std::ptrdiff_t>(i) + 1, s.begin() + static_cast<std::ptrdiff_t>(end), [](unsigned char c) { return std::isalnum(c) || c == '#'; });
}

bool opens_link(std::string_view s, std::size_t i) {
    const auto close = s.find(']', i);
    return close != std::string_view::npos && (at(s, close + 1) == '(' || at(s, close + 1) == '[' || at(s, close + 1) == ':');
}

bool means_something(std::string_view s, std::size_t i) {
    const char c = s[i], next = at(s, i + 1), last = before(s, i);
    switch (c) {
        case '\\': return i + 1 == s.size() || std::ispunct(static_cast<unsigned char>(next));
        case '`': return true;
        case '*': return !(space(last) && space(next));
        case '_': return !(alnum(last) && alnum(next)) && !(space(last) && space(next)) && !(last == '_' && next == '_');
        case '[': return opens_link(s, i);
        case '<': return std::isalpha(static_cast<unsigned char>(next)) || next == '/' || next == '!' || next == '?';
        case '&': return opens_reference(s, i);
        case '#': return i + 1 == s.size() && (space(last) || last == '#');
        default: return false;
    }
}

}  // namespace

std::string escape_markdown(std::string_view line) {
    const auto sign = block_sign(line);
    std::string made;
    made.reserve(line.size() + 8);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i == sign || means_something(line, i)) made += '\\';
        made += line[i];
    }
    return made;
}

}  // namespace rolewright::improving
