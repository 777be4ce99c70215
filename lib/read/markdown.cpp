// md4c parses; its events are written down as HTML, each piece with its place in the Markdown, and the reader of HTML does
// the rest: so HTML inside Markdown, tables and line breaks mean what they mean on a page. Front matter becomes given facts.
#include "read/front_matter.hpp"
#include "read/formats.hpp"

#include <md4c.h>

#include <algorithm>

namespace rolewright::readers {
namespace {

class html_writer {
public:
    explicit html_writer(std::string_view from) : from_(from) {}

    std::string html;
    std::vector<source_segment> sources;

    void tag(std::string_view words) {
        mark(0, 0);
        html += words;
    }

    /// A line end within a paragraph: a space, or a break where the writer meant one.
    void line_end() { tag(meant_as_break() ? "<br>" : "\n"); }

    void words(std::string_view s, bool escaped) {
        const bool verbatim = s.data() >= from_.data() && s.data() + s.size() <= from_.data() + from_.size();
        if (!verbatim) return put(s, escaped, 0, 0);
        std::size_t run = 0;
        const auto base = static_cast<std::size_t>(s.data() - from_.data());
        last_ = base + s.size();
        for (std::size_t i = 0; escaped && i < s.size(); ++i) {
            if (s[i] != '<' && s[i] != '&' && s[i] != '>') continue;
            put(s.substr(run, i - run), false, base + run, i - run);
            put(s.substr(i, 1), true, base + i, 1);
            run = i + 1;
        }
        put(s.substr(run), false, base + run, s.size() - run);
    }

private:
    // Lines wrapped by hand are full. After a short one, and before a bold label, the next begins on purpose: adverts
    // write "Location: Leeds" and "Pay: £20" below one another, and many pages show them so.
    bool meant_as_break() const {
        constexpr std::size_t short_line = 45;
        const auto end = from_.find('\n', last_);
        if (end == std::string_view::npos) return false;
        const auto before = from_.rfind('\n', end > 0 ? end - 1 : 0);
        const auto line = from_.substr(before == std::string_view::npos ? 0 : before + 1, end - (before == std::string_view::npos ? 0 : before + 1));
        auto next = from_.substr(end + 1);
        next.remove_prefix(std::min(next.find_first_not_of(" \t>"), next.size()));
        if (next.empty()) return false;
        const auto bold = next.starts_with("**") || next.starts_with("__");
        const auto label = bold ? next.substr(0, next.find('\n')).find(':') : std::string_view::npos;
        if (label != std::string_view::npos) return true;
        const bool begins_anew = !(next[0] >= 'a' && next[0] <= 'z') && next[0] != '(';
        return shown_size(line) < short_line && begins_anew;
    }

    // White space that brings things below one another makes a line no fuller.
    static std::size_t shown_size(std::string_view line) {
        const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
        std::size_t n = 0;
        for (std::size_t i = 0; i < line.size(); ++i) n += !space(line[i]) || (i + 1 < line.size() && !space(line[i + 1]));
        return n;
    }

    void put(std::string_view s, bool escaped, std::size_t source, std::size_t size) {
        if (s.empty()) return;
        mark(source, size);
        if (!escaped) {
            html += s;
            return;
        }
        for (const char c : s) switch (c) {
                case '<': html += "&lt;"; break;
                case '>': html += "&gt;"; break;
                case '&': html += "&amp;"; break;
                default: html += c;
            }
    }

    void mark(std::size_t source, std::size_t size) { sources.push_back({static_cast<std::uint32_t>(html.size()), static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(size)}); }

    std::string_view from_;
    std::size_t last_ = 0;  ///< where the words told of last end
};

const char * element_of(MD_BLOCKTYPE type, void * detail) {
    static constexpr const char * headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    switch (type) {
        case MD_BLOCK_QUOTE: return "blockquote";
        case MD_BLOCK_UL: return "ul";
        case MD_BLOCK_OL: return "ol";
        case MD_BLOCK_LI: return "li";
        case MD_BLOCK_H: return headings[std::clamp(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level, 1u, 6u) - 1];
        case MD_BLOCK_CODE: return "pre";
        case MD_BLOCK_P: return "p";
        case MD_BLOCK_TABLE: return "table";
        case MD_BLOCK_TR: return "tr";
        case MD_BLOCK_TH: return "th";
        case MD_BLOCK_TD: return "td";
        default: return nullptr;
    }
}

// The kinds of span that make a difference to a reader of the words.
const char * element_of(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_STRONG: return "strong";
        case MD_SPAN_A: return "a";
        default: return nullptr;
    }
}

struct state {
    html_writer to;
    int pictures = 0;  // the words within are what is said in place of a picture
};

int on_block(MD_BLOCKTYPE type, void * detail, void * context, bool closing) {
    auto & to = static_cast<state *>(context)->to;
    if (type == MD_BLOCK_HR && !closing) to.tag("<hr>");
    if (const auto * name = element_of(type, detail)) to.tag((closing ? "</" : "<") + std::string(name) + ">");
    return 0;
}

int on_span(MD_SPANTYPE type, void * context, bool closing) {
    auto & s = *static_cast<state *>(context);
    if (type == MD_SPAN_IMG) s.pictures += closing ? -1 : 1;
    if (const auto * name = element_of(type)) s.to.tag((closing ? "</" : "<") + std::string(name) + ">");
    return 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR * words, MD_SIZE size, void * context) {
    auto & s = *static_cast<state *>(context);
    if (s.pictures > 0) return 0;
    switch (type) {
        case MD_TEXT_NULLCHAR: s.to.tag("\xEF\xBF\xBD"); break;
        case MD_TEXT_BR: s.to.tag("<br>"); break;
        case MD_TEXT_SOFTBR: s.to.line_end(); break;
        case MD_TEXT_ENTITY:
        case MD_TEXT_HTML: s.to.words({words, size}, false); break;
        default: s.to.words({words, size}, true);
    }
    return 0;
}

bool parse(std::string_view markdown, state & to) {
    MD_PARSER parser{};
    // Four spaces are how adverts indent; nobody advertises in code.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE t, void * d, void * c) { return on_block(t, d, c, false); };
    parser.leave_block = [](MD_BLOCKTYPE t, void * d, void * c) { return on_block(t, d, c, true); };
    parser.enter_span = [](MD_SPANTYPE t, void *, void * c) { return on_span(t, c, false); };
    parser.leave_span = [](MD_SPANTYPE t, void *, void * c) { return on_span(t, c, true); };
    parser.text = on_text;
    return md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &to) == 0;
}

std::vector<std::string_view> first_lines(std::string_view text, std::size_t most) {
    std::vector<std::string_view> made;
    while (!text.empty() && made.size() < most) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
        made.push_back(line);
    }
    return made;
}

bool is_heading(std::string_view line) {
    const auto level = line.find_first_not_of('#');
    return level != std::string_view::npos && level > 0 && level <= 6 && line[level] == ' ' && line.size() > level + 1;
}

// |---|:-:|
bool is_table_rule(std::string_view line) {
    if (line.size() < 3 || line.find('|') == std::string_view::npos || line.find("--") == std::string_view::npos) return false;
    return line.find_first_not_of("|-: ") == std::string_view::npos;
}

bool has_link(std::string_view line) {
    const auto at = line.find("](");
    return at != std::string_view::npos && line.substr(0, at).find('[') != std::string_view::npos && line.find(')', at) != std::string_view::npos;
}

}  // namespace

result<bool> read_markdown(const input & in, reading & to) {
    const std::string_view text = in.decoded->text;
    const auto front = read_front_matter(text);
    state made{html_writer(text)};
    if (!parse(text.substr(front.size), made)) return error{error_code::internal, "expected Markdown, found something md4c could not take"};
    auto doc = html_document(made.to.html, in.limits);
    const auto html_size = static_cast<std::uint32_t>(made.to.html.size());
    const auto size = static_cast<std::uint32_t>(doc.text.size());
    doc.sources = text::compose(in.decoded->sources, text::compose(made.to.sources, doc.sources, html_size, size), static_cast<std::uint32_t>(text.size()), size);
    doc.given = front.given;
    if (doc.blocks.empty()) {
        to.notes.push_back({note_code::no_advert});
        return true;
    }
    to.documents.push_back(std::move(doc));
    return true;
}

// Dashes before items, lines of capitals and even a "#" are found in plain text too: only what nobody types by chance counts.
int sniff_markdown(std::string_view text) {
    constexpr std::size_t far = 400;
    constexpr int certain = 85, surely = 82, likely = 60;
    if (read_front_matter(text).size > 0) return certain;
    int headings = 0, links = 0, tables = 0, bold = 0, fences = 0;
    bool first = true, opens = false;
    for (const auto line : first_lines(text, far)) {
        if (line.empty()) continue;
        fences += line.starts_with("```");
        if (fences % 2) continue;
        const bool heading = is_heading(line);
        opens = opens || (first && heading && line[1] == ' ');
        first = false;
        headings += heading;
        links += has_link(line);
        tables += is_table_rule(line);
        if (const auto at = line.find("**"); at != std::string_view::npos) bold += line.find("**", at + 2) != std::string_view::npos;
    }
    // What is fenced in is shown as it is, be it HTML.
    if (opens && (headings >= 2 || tables || fences)) return surely;
    if (opens || headings >= 2 || tables || links >= 2 || (links && (headings || bold)) || (headings && bold)) return likely;
    return 0;
}

}  // namespace rolewright::readers
