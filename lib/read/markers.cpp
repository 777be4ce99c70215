// Signs first, then numbers and letters with a closing stop or bracket. Most lines begin with no byte that opens a marker.
#include "read/markers.hpp"

#include <algorithm>
#include <array>

namespace rolewright::readers {
namespace {

constexpr std::string_view signs[] = {"•", "▪", "●", "◦", "‣", "■", "□", "◆", "►", "➢", "✓", "✔", "⁃", "∙", "·", "§", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "\xEF\x80\xAD", "\xEF\x83\xBC", "\xEF\x82\xA8", "￿", "○", "➤", "»", "→", "⇒", "➔", "❖", "▸", "▶", "☐", "☑"};
// Signs of Wingdings that another font shows as letters. "Ø 20 mm" and "~ 20 hours" are none.
constexpr std::string_view stray_letters[] = {"Ø", "ü", "Ÿ", "~"};
constexpr std::string_view stray_small_letters = "oqv";
constexpr std::string_view dashes[] = {"-", "–", "—", "*", "−", "‐", "+"};

// A sign's bytes as one number.
constexpr std::uint32_t number_of(std::string_view sign) {
    std::uint32_t n = 0;
    for (const char c : sign) n = n << 8 | static_cast<unsigned char>(c);
    return n;
}

constexpr auto sign_numbers = [] {
    std::array<std::uint32_t, std::size(signs)> made{};
    std::transform(std::begin(signs), std::end(signs), made.begin(), number_of);
    return made;
}();

// How many bytes a sign has that begins with this one; 0: none does.
constexpr std::size_t sign_size(char first) { return first == '\xC2' ? 2 : first == '\xE2' || first == '\xEF' ? 3 : 0; }
static_assert(std::all_of(std::begin(signs), std::end(signs), [](std::string_view s) { return s.size() == sign_size(s[0]); }));

constexpr auto openers = [] {
    std::array<bool, 256> made{};
    const auto add = [&](char c) { made[static_cast<unsigned char>(c)] = true; };
    for (const auto s : signs) add(s[0]);
    for (const auto s : stray_letters) add(s[0]);
    for (const auto d : dashes) add(d[0]);
    for (char c = 'a'; c <= 'z'; ++c) add(c);
    for (char c = '0'; c <= '9'; ++c) add(c);
    add('(');
    return made;
}();

bool digit(char c) { return c >= '0' && c <= '9'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool space(char c) { return c == ' ' || c == '\t'; }

std::size_t spaces_at(std::string_view line, std::size_t i) {
    auto n = i;
    while (n < line.size() && (space(line[n]) || line.substr(n, 2) == "\xC2\xA0")) n += space(line[n]) ? 1 : 2;
    return n - i;
}

std::size_t numbering(std::string_view line) {
    std::size_t i = 0;
    const bool open = !line.empty() && line[0] == '(';
    if (open) ++i;
    const auto first = i;
    while (i < line.size() && digit(line[i]) && i < first + 2) ++i;
    if (i == first) {
        // One letter, or a small Roman number.
        while (i < line.size() && (line[i] == 'i' || line[i] == 'v' || line[i] == 'x') && i < first + 4) ++i;
        if (i == first && i < line.size() && lower(line[i])) ++i;
        if (i == first) return 0;
    }
    if (i >= line.size() || !(line[i] == ')' || (line[i] == '.' && !open))) return 0;
    ++i;
    const auto gap = spaces_at(line, i);
    return gap ? i + gap : 0;
}

}  // namespace

std::size_t bullet_sign(std::string_view text) {
    const auto size = text.empty() ? 0 : sign_size(text[0]);
    if (size == 0 || text.size() < size) return 0;
    const auto number = number_of(text.substr(0, size));
    bool found = false;  // without branches: several are looked at together
    for (const auto n : sign_numbers) found |= n == number;
    return found ? size : 0;
}

marker marker_at(std::string_view line) {
    if (line.empty() || !openers[static_cast<unsigned char>(line[0])]) return {};
    if (const auto n = bullet_sign(line)) return {n + spaces_at(line, n), true};
    for (const auto d : dashes) {
        if (!line.starts_with(d)) continue;
        const auto gap = spaces_at(line, d.size());
        const bool glued_word = d == "-" && line.size() > 1 && !digit(line[1]) && line[1] != '-' && line[1] != '>';
        if (gap) return {d.size() + gap, true};
        if (glued_word) return {1, true};
    }
    for (const auto s : stray_letters)
        if (const auto gap = line.starts_with(s) ? spaces_at(line, s.size()) : 0; gap && s.size() + gap < line.size() && !digit(line[s.size() + gap])) return {s.size() + gap, true};
    if (line.size() > 2 && stray_small_letters.find(line[0]) != std::string_view::npos && (line[1] == '\t' || (line[1] == ' ' && (line[2] == ' ' || (line[2] >= 'A' && line[2] <= 'Z'))))) return {1 + spaces_at(line, 1), true};
    return {numbering(line), false};
}

}  // namespace rolewright::readers
