// Whether a field is HTML, and how often it was escaped, is told by its first tags. Decoding its entities costs a tenth of
// parsing it as HTML to find that the HTML is inside.
#include "read/markup.hpp"

#include "read/formats.hpp"
#include "text/decode.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstring>

namespace rolewright::readers {
namespace {

constexpr std::string_view lines_apart[] = {"<p", "<br", "<div", "<li", "<ul", "<ol", "<h1", "<h2", "<h3", "<h4", "<h5", "<h6", "<table", "<tr", "<section"};

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool opens_tag(std::string_view rest) { return !rest.empty() && (letter(rest[0]) || rest[0] == '!' || (rest[0] == '/' && rest.size() > 1 && letter(rest[1]))); }

// "&lt;p", "&amp;lt;p", "&amp;amp;lt;/p", …
bool has_escaped_tags(std::string_view text) {
    constexpr std::string_view escape = "lt;";
    for (auto at = text.find(escape); at != std::string_view::npos; at = text.find(escape, at + 1)) {
        auto before = text.substr(0, at);
        while (before.ends_with("amp;")) before.remove_suffix(4);
        if (before.ends_with('&') && opens_tag(text.substr(at + escape.size()))) return true;
    }
    return false;
}

std::uint32_t number_of(std::string_view digits, std::uint32_t base) {
    std::uint32_t n = 0;
    for (const char c : digits) {
        const auto d = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 99;
        if (static_cast<std::uint32_t>(d) >= base) return 0;
        n = std::min(n * base + static_cast<std::uint32_t>(d), 0x110000u);
    }
    return n;
}

// The character of "#163", "#xA3" or "pound"; 0 where it is none.
std::uint32_t entity(std::string_view name) {
    if (name.size() > 1 && name[0] == '#') return (name[1] | 32) == 'x' ? number_of(name.substr(2), 16) : number_of(name.substr(1), 10);
    static constexpr std::pair<std::string_view, std::uint32_t> common[] = {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
    for (const auto & [known, c] : common)
        if (name == known) return c;
    const auto * found = htmlEntityLookup(reinterpret_cast<const xmlChar *>(std::string(name).c_str()));
    return found ? found->value : 0;
}

bool breaks_lines_itself(std::string_view html) {
    return std::any_of(std::begin(lines_apart), std::end(lines_apart), [&](auto tag) { return html.find(tag) != std::string_view::npos; });
}

// A text with a few tags for bold and links, whose lines are parted as in plain text.
std::string with_line_breaks(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '\n') made += "<br>";
        else made += c;
    }
    return made;
}

}  // namespace

bool has_tags(std::string_view text) {
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (opens_tag(text.substr(at + 1))) return text.find('>', at) != std::string_view::npos;
    return false;
}

std::string entities_decoded(std::string_view text, std::vector<source_segment> * sources) {
    constexpr std::size_t longest = 12;
    std::string made;
    made.reserve(text.size());
    const auto mark = [&](std::size_t source, std::size_t size) {
        if (sources && size) sources->push_back({static_cast<std::uint32_t>(made.size()), static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(size)});
    };
    std::size_t run = 0;  // what is taken as it stands begins here
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const auto end = text.substr(at, longest).find(';');
        const auto c = end == std::string_view::npos ? 0 : entity(text.substr(at + 1, end - 1));
        if (!c) continue;
        mark(run, at - run);
        made += text.substr(run, at - run);
        mark(at, end + 1);
        text::append_reference(made, c);
        run = at + end + 1;
        at += end;
    }
    mark(run, text.size() - run);
    made += text.substr(run);
    return made;
}

std::string unescaped(std::string_view field) {
    constexpr int most = 4;
    std::string made(field);
    for (int i = 0; i < most && !has_tags(made) && has_escaped_tags(made); ++i) made = entities_decoded(made);
    return has_tags(made) ? made : entities_decoded(made);
}

document markup_document(std::string_view field, const read_limits & limits) {
    auto words = unescaped(field);
    document made;
    if (!has_tags(words)) made = text_document(std::move(words), limits);
    else made = html_document(breaks_lines_itself(words) ? words : with_line_breaks(words), limits);
    made.sources.clear();
    return made;
}

std::string letters_of(std::string_view text) {
    std::string made;
    for (const char c : text)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) made += c;
        else if (c >= 'A' && c <= 'Z') made += static_cast<char>(c + 32);
    return made;
}

document heading_document(std::string words) {
    constexpr std::uint8_t below_the_title = 2;
    document made;
    made.text = std::move(words);
    made.blocks.push_back({.text = {0, static_cast<std::uint32_t>(made.text.size())}, .kind = block_kind::heading, .level = below_the_title, .spaced = true});
    return made;
}

void append(document & to, const document & part) {
    if (part.blocks.empty()) return;
    if (!to.text.empty()) to.text += '\n';
    const auto offset = static_cast<std::uint32_t>(to.text.size());
    const auto shifted = [&](range r) { return range{r.begin + offset, r.end + offset}; };
    std::uint32_t tables = 0;
    for (const auto & b : to.blocks) tables = std::max(tables, b.table);
    to.text += part.text;
    bool first = true;
    for (auto b : part.blocks) {
        b.text = shifted(b.text);
        if (b.table) b.table += tables;
        b.spaced = b.spaced || first;
        first = false;
        to.blocks.push_back(b);
    }
    for (auto n : part.notes) {
        if (!n.where.empty()) n.where = shifted(n.where);
        to.notes.push_back(std::move(n));
    }
}

}  // namespace rolewright::readers
