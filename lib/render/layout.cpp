// Wrapping counts columns, not bytes: combining marks take none, East Asian wide characters two.
#include "render/layout.hpp"

#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace rolewright::rendering {

unsigned columns(std::string_view text) {
    unsigned n = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<UChar32>(text::next_code_point(text, i));
        if (c < 0x20 || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_FORMAT_CHAR) continue;
        const auto wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        n += wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
    }
    return n;
}

std::string padded(std::string_view text, unsigned width) {
    std::string made(text);
    for (auto n = columns(text); n < width; ++n) made += ' ';
    return made;
}

std::string shortened(std::string_view text, unsigned most) {
    std::string flat;
    for (const char c : text) flat += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    if (columns(flat) <= most) return flat;
    std::string made;
    std::size_t at = 0;
    while (at < flat.size()) {
        auto space = flat.find(' ', at + 1);
        if (space == std::string::npos) space = flat.size();
        if (columns(std::string_view(flat).substr(0, space)) + 2 > most) break;
        made = flat.substr(0, space);
        at = space;
    }
    if (made.empty()) {
        std::size_t i = 0;
        while (i < flat.size() && columns(std::string_view(flat).substr(0, i)) + 2 < most) text::next_code_point(flat, i);
        made = flat.substr(0, i);
    }
    return made + " …";
}

std::string page::coloured(std::string_view words, tone in) const {
    static constexpr std::string_view codes[] = {"", "\x1b[1m", "\x1b[32m", "\x1b[2m", "\x1b[33m"};
    if (!on_.colour || in == tone::plain || words.empty()) return std::string(words);
    return std::string(codes[static_cast<std::size_t>(in)]) + std::string(words) + "\x1b[0m";
}

void page::line(std::string_view words, tone in) { out_ += coloured(words, in) + "\n"; }

void page::gap() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void page::heading(std::string_view words) {
    gap();
    line(words, tone::heading);
}

void page::spread(std::string_view left, std::string_view right, tone in) {
    const auto taken = columns(left) + columns(right);
    const unsigned space = taken + 2 <= on_.width ? on_.width - taken : 2;
    line(std::string(left) + std::string(space, ' ') + std::string(right), in);
}

void page::paragraph(std::string_view words, unsigned indent, std::string_view lead, tone in) {
    const unsigned hang = indent + columns(lead);
    std::string current = std::string(indent, ' ') + std::string(lead);
    bool empty = true;
    for (std::size_t at = 0; at < words.size();) {
        while (at < words.size() && (words[at] == ' ' || words[at] == '\n' || words[at] == '\t' || words[at] == '\r')) ++at;
        auto end = at;
        while (end < words.size() && words[end] != ' ' && words[end] != '\n' && words[end] != '\t' && words[end] != '\r') ++end;
        if (end == at) break;
        const auto word = words.substr(at, end - at);
        if (!empty && columns(current) + 1 + columns(word) > on_.width) {
            line(current, in);
            current = std::string(hang, ' ');
            empty = true;
        }
        if (!empty) current += ' ';
        current += word;
        empty = false;
        at = end;
    }
    if (!empty || !lead.empty()) line(current, in);
}

}  // namespace rolewright::rendering
