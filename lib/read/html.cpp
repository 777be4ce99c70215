// libxml2 reads the tags (SAX, no tree); this builds blocks. White space collapses as in a browser, hidden elements are
// passed over, and every run of text remembers its place in the page, which libxml2 tells by how far it has read.
#include "read/formats.hpp"
#include "read/html_elements.hpp"
#include "read/markers.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace rolewright::readers {
namespace {

struct open_element {
    element_role role = element_role::plain;
    std::uint8_t level = 0;      ///< heading: its number; item: nesting
    std::uint32_t table = 0;     ///< table: its number
    bool hidden = false;         ///< itself or something around it
    bool chrome = false;
    bool certain_chrome = false; ///< by element or role, not by the name of a class
    bool in_main = false;
    bool bold = false;
    bool link = false;
    bool head_cell = false;
};

class html_builder {
public:
    html_builder(document & to, std::string_view page, const read_limits & limits) : to_(to), page_(page), limits_(limits) { open_.push_back({}); }

    void open(std::string_view name, const xmlChar ** attributes) {
        auto e = open_.back();
        e.role = role_of(name);
        if (open_.size() > limits_.nesting) {
            too_deep();
            if (makes_edge(e.role)) edge(true);
            return;
        }
        e.hidden = e.hidden || e.role == element_role::hidden;
        read_attributes(e, attributes);
        switch (e.role) {
            case element_role::chrome: e.chrome = e.certain_chrome = true; break;
            case element_role::main: e.in_main = any_main_ = true; break;
            case element_role::strong: e.bold = true; break;
            case element_role::link: e.link = true; break;
            case element_role::heading: e.level = static_cast<std::uint8_t>(name[1] - '0'); break;
            case element_role::list: ++lists_; break;
            case element_role::table: e.table = ++tables_; row_ = 0; column_ = 0; fresh_row_ = true; break;
            case element_role::row: next_row(); break;
            case element_role::cell:
                e.head_cell = name == "th" || name == "dt";
                if (name == "dt") next_row(), column_ = 0;
                if (name == "dd") column_ = 1;
                break;
            default: break;
        }
        if (makes_edge(e.role)) edge(e.role != element_role::line_break && e.role != element_role::cell);
        if (e.role == element_role::line_break || e.role == element_role::rule) return;
        if (e.role == element_role::cell && name != "dt" && name != "dd" && !fresh_row_) ++column_;
        if (e.role == element_role::cell) fresh_row_ = false;
        open_.push_back(e);
        names_.emplace_back(name);
    }

    void close(std::string_view name) {
        if (std::find(names_.rbegin(), names_.rend(), name) == names_.rend()) return;
        while (!names_.empty()) {
            const auto role = open_.back().role;
            const bool last = names_.back() == name;
            if (makes_edge(role)) edge(role != element_role::cell);
            if (role == element_role::list && lists_ > 0) --lists_;
            open_.pop_back();
            names_.pop_back();
            if (last) return;
        }
    }

    /// `end`: how far the page has been read.
    void text(std::string_view words, std::size_t end) {
        if (open_.back().hidden) return;
        // A long run comes in pieces, and each but the last is told of before its last character is passed.
        if (!ends_at(words, end) && !words.empty()) {
            auto last = words.size() - 1;
            while (last > 0 && (static_cast<unsigned char>(words[last]) & 0xC0) == 0x80) --last;
            if (ends_at(words, end + words.size() - last)) end += words.size() - last;
        }
        const bool verbatim = ends_at(words, end);
        auto source = verbatim ? end - words.size() : reference_before(end);
        const bool preformatted = std::any_of(open_.begin(), open_.end(), [](const auto & e) { return e.role == element_role::pre; });
        for (std::size_t i = 0; i < words.size();) {
            const auto n = white_space(words, i);
            if (n) {
                if (preformatted && words[i] == '\n') edge(false);
                pending_space_ = true;
                if (!preformatted || words[i] != '\n') space_source_ = verbatim ? source + i : source;
                i += n;
                continue;
            }
            auto run = i;
            while (run < words.size() && !white_space(words, run)) ++run;
            put(words.substr(i, run - i), verbatim ? source + i : source, verbatim ? run - i : end - source);
            i = run;
        }
    }

    void finish() {
        edge(true);
        if (any_main_)
            for (std::size_t i = 0; i < to_.blocks.size(); ++i)
                if (!in_main_[i]) to_.blocks[i].area = block_area::chrome;
        mark_link_lists();
        keep_something();
    }

private:
    bool ends_at(std::string_view words, std::size_t end) const {
        return end >= words.size() && end <= page_.size() && page_.substr(end - words.size(), words.size()) == words;
    }

    // Where the reference (&…;) that ends at `end` begins; `end` itself where there is none near.
    std::size_t reference_before(std::size_t end) const {
        constexpr std::size_t longest = 64;
        const auto near = page_.substr(0, end).substr(end > longest ? end - longest : 0);
        const auto at = near.rfind('&');
        return at == std::string_view::npos ? end : end - near.size() + at;
    }

    static bool makes_edge(element_role r) {
        using enum element_role;
        return !(r == plain || r == strong || r == link || r == hidden);
    }

    // HTML's white space, and the no-break space, which adverts use as a plain one.
    static std::size_t white_space(std::string_view s, std::size_t i) {
        const char c = s[i];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\0') return 1;
        if (s.substr(i, 2) == "\xC2\xA0") return 2;
        if (s.substr(i, 3) == "\xE2\x80\x8B" || s.substr(i, 3) == "\xEF\xBB\xBF") return 3;
        return 0;
    }

    void read_attributes(open_element & e, const xmlChar ** attributes) {
        if (!attributes) return;
        for (; *attributes; attributes += 2) {
            const std::string_view name = reinterpret_cast<const char *>(attributes[0]);
            const std::string_view value = attributes[1] ? reinterpret_cast<const char *>(attributes[1]) : "";
            if (name == "hidden") e.hidden = true;
            else if (name == "aria-hidden") e.hidden = e.hidden || value == "true";
            else if (name == "style") read_style(e, value);
            else if (name == "role") {
                const bool around = value == "navigation" || value == "banner" || value == "contentinfo" || value == "search" || value == "complementary";
                e.chrome = e.chrome || around;
                e.certain_chrome = e.certain_chrome || around;
                if (value == "main") e.in_main = any_main_ = true;
            } else if (name == "itemtype" && value.ends_with("/JobPosting")) e.in_main = any_main_ = true;
            else if ((name == "class" || name == "id") && e.role != element_role::main && open_.size() > 2) e.chrome = e.chrome || names_furniture(value);
        }
    }

    static void read_style(open_element & e, std::string_view style) {
        std::string tight;
        for (const char c : style)
            if (c != ' ') tight += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        e.hidden = e.hidden || tight.find("display:none") != std::string::npos || tight.find("visibility:hidden") != std::string::npos;
        e.bold = e.bold || tight.find("font-weight:bold") != std::string::npos || tight.find("font-weight:700") != std::string::npos;
    }

    void next_row() {
        if (!fresh_row_) ++row_;
        column_ = 0;
        fresh_row_ = true;
    }

    void too_deep() {
        if (std::none_of(to_.notes.begin(), to_.notes.end(), [](const note & n) { return n.code == note_code::too_deep; })) to_.notes.push_back({note_code::too_deep, {std::to_string(limits_.nesting)}});
    }

    // The end of a block: what was gathered becomes one.
    void edge(bool spaced) {
        pending_space_ = false;
        if (!gathering_) {
            // Two line breaks in a row part paragraphs.
            spaced_ = spaced_ || spaced || after_break_;
            after_break_ = !spaced;
            return;
        }
        block_.text.end = static_cast<std::uint32_t>(to_.text.size());
        block_.strong = bold_letters_ == letters_;
        take_off_marker();
        to_.blocks.push_back(block_);
        in_main_.push_back(block_in_main_);
        linked_.push_back(linked_letters_ * 10 >= letters_ * 8);
        certain_.push_back(block_certain_);
        gathering_ = false;
        spaced_ = spaced;
        after_break_ = !spaced;
    }

    void take_off_marker() {
        if (block_.kind != block_kind::paragraph && block_.kind != block_kind::list_item && block_.kind != block_kind::table_cell) return;
        const auto m = marker_at(block_.text.of(to_.text));
        if (!m.size || m.size >= block_.text.size() || (!m.bullet && block_.kind == block_kind::table_cell)) return;
        block_.text.begin += static_cast<std::uint32_t>(m.size);
        if (block_.kind != block_kind::paragraph) return;
        block_.kind = block_kind::list_item;
        block_.level = 1;
    }

    void begin_block() {
        gathering_ = true;
        letters_ = bold_letters_ = linked_letters_ = 0;
        if (!to_.text.empty()) {
            to_.sources.push_back({static_cast<std::uint32_t>(to_.text.size()), 0, 0});
            to_.text += '\n';
        }
        block_ = {};
        block_.text.begin = static_cast<std::uint32_t>(to_.text.size());
        block_.spaced = spaced_;
        block_.area = open_.back().chrome ? block_area::chrome : block_area::main;
        block_in_main_ = open_.back().in_main;
        block_certain_ = open_.back().certain_chrome;
        for (auto e = open_.rbegin(); e != open_.rend(); ++e) {
            if (e->role == element_role::heading) block_.kind = block_kind::heading, block_.level = e->level;
            else if (e->role == element_role::item) block_.kind = block_kind::list_item, block_.level = static_cast<std::uint8_t>(std::clamp(lists_, 1, 8));
            else if (e->role == element_role::cell && e->table) block_.kind = block_kind::table_cell, block_.table = e->table, block_.row = row_, block_.column = column_, block_.head_cell = e->head_cell;
            else continue;
            break;
        }
    }

    void put(std::string_view words, std::size_t source, std::size_t source_size) {
        if (to_.blocks.size() >= limits_.blocks) {
            if (to_.notes.empty() || to_.notes.back().code != note_code::too_many_blocks) to_.notes.push_back({note_code::too_many_blocks, {std::to_string(limits_.blocks)}});
            return;
        }
        const bool space = pending_space_ && gathering_;
        if (!gathering_) begin_block();
        else if (space) {
            to_.sources.push_back({static_cast<std::uint32_t>(to_.text.size()), static_cast<std::uint32_t>(space_source_), 1});
            to_.text += ' ';
        }
        pending_space_ = false;
        letters_ += words.size();
        if (open_.back().bold) bold_letters_ += words.size();
        if (open_.back().link) linked_letters_ += words.size();
        to_.sources.push_back({static_cast<std::uint32_t>(to_.text.size()), static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(source_size)});
        // A numeric reference to a C1 control means the Windows character of that number.
        if (words.size() == 2 && words[0] == '\xC2' && static_cast<unsigned char>(words[1]) < 0xA0) to_.text += text::decode(words.substr(1)).text;
        else to_.text += words;
    }

    // Four short blocks or more in a row that are nothing but links: a menu without a name.
    void mark_link_lists() {
        constexpr std::size_t enough = 4, short_block = 60;
        for (std::size_t i = 0; i < to_.blocks.size();) {
            auto end = i;
            while (end < to_.blocks.size() && linked_[end] && to_.blocks[end].text.size() <= short_block) ++end;
            if (end - i >= enough)
                for (auto k = i; k < end; ++k) to_.blocks[k].area = block_area::chrome;
            i = std::max(end, i + 1);
        }
    }

    // A page that looked like furniture but for a few words has misled us: names of classes are a guess.
    void keep_something() {
        constexpr std::size_t small_part = 10;
        std::size_t kept = 0, unlinked = 0;
        for (std::size_t i = 0; i < to_.blocks.size(); ++i) {
            if (to_.blocks[i].area == block_area::main) kept += to_.blocks[i].text.size();
            if (!linked_[i] && !certain_[i]) unlinked += to_.blocks[i].text.size();
        }
        if (any_main_ ? kept > 0 : kept * small_part > unlinked) return;
        for (std::size_t i = 0; i < to_.blocks.size(); ++i)
            if (!linked_[i] && !certain_[i]) to_.blocks[i].area = block_area::main;
    }

    document & to_;
    std::string_view page_;
    const read_limits & limits_;
    std::vector<open_element> open_;
    std::vector<std::string> names_;
    std::vector<bool> in_main_, linked_, certain_;
    block block_;
    bool block_in_main_ = false, block_certain_ = false, any_main_ = false, gathering_ = false, spaced_ = true, after_break_ = false, pending_space_ = false, fresh_row_ = true;
    std::size_t space_source_ = 0, letters_ = 0, bold_letters_ = 0, linked_letters_ = 0;
    std::uint32_t tables_ = 0, row_ = 0, column_ = 0;
    int lists_ = 0;
};

struct sax_state {
    html_builder & builder;
    htmlParserCtxtPtr parser;
    std::uint32_t nesting;
};

std::size_t read_so_far(htmlParserCtxtPtr parser) { return parser->input->consumed + static_cast<std::size_t>(parser->input->cur - parser->input->base); }

// For each end tag libxml2 looks through all open elements. Beyond the limit an element takes the place of the one it is
// in, so that deep pages cost no more than flat ones.
void on_start(void * state, const xmlChar * name, const xmlChar ** attributes) {
    auto & s = *static_cast<sax_state *>(state);
    s.builder.open(reinterpret_cast<const char *>(name), attributes);
    auto & p = *s.parser;
    if (p.nameNr < 2 || static_cast<std::uint32_t>(p.nameNr) <= s.nesting) return;
    p.nameTab[p.nameNr - 2] = p.nameTab[p.nameNr - 1];
    p.nameTab[--p.nameNr] = nullptr;
}
void on_end(void * state, const xmlChar * name) { static_cast<sax_state *>(state)->builder.close(reinterpret_cast<const char *>(name)); }
void on_text(void * state, const xmlChar * words, int size) {
    auto & s = *static_cast<sax_state *>(state);
    s.builder.text({reinterpret_cast<const char *>(words), static_cast<std::size_t>(size)}, read_so_far(s.parser));
}

}  // namespace

document html_document(std::string_view html, const read_limits & limits) {
    document made;
    // libxml2 stops at a zero byte and leaves other control characters out, which would glue words together.
    std::string page(html);
    std::replace_if(page.begin(), page.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }, ' ');
    html_builder builder(made, page, limits);
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())), &htmlFreeParserCtxt);
    if (!parser) return made;
    htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED | XML_PARSE_HUGE);
    parser->charset = XML_CHAR_ENCODING_UTF8;
    htmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = handler.ignorableWhitespace = on_text;
    const auto own = *parser->sax;
    *parser->sax = handler;
    sax_state state{builder, parser.get(), limits.nesting};
    parser->userData = &state;
    htmlParseDocument(parser.get());
    *parser->sax = own;
    builder.finish();
    return made;
}

result<bool> read_html(const input & in, reading & to) {
    auto made = html_document(in.decoded->text, in.limits);
    made.sources = text::compose(in.decoded->sources, made.sources, static_cast<std::uint32_t>(in.decoded->text.size()));
    const bool any = std::any_of(made.blocks.begin(), made.blocks.end(), [](const auto & b) { return b.area == block_area::main; });
    if (!any) {
        to.notes.push_back({note_code::no_advert});
        return true;
    }
    to.documents.push_back(std::move(made));
    return true;
}

int sniff_html(std::string_view text) {
    constexpr std::size_t far = 4096;
    static constexpr std::string_view openers[] = {"<!doctype html", "<html", "<head", "<body"};
    static constexpr std::string_view tags[] = {"<p>", "<p ", "<div", "<ul>", "<ul ", "<li>", "<li ", "<br", "<h1", "<h2", "<h3", "<strong>", "<b>", "<span", "<table", "</p>", "</li>"};
    std::string head(text.substr(0, far));
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto o : openers)
        if (head.find(o) != std::string::npos) return 90;
    int kinds = 0;
    for (const auto t : tags) kinds += head.find(t) != std::string::npos;
    return kinds >= 2 ? 80 : 0;
}

std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t far = 2048;
    std::string head(bytes.substr(0, far));
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto at = head.find("charset=");
    if (at == std::string::npos) return {};
    auto begin = at + std::strlen("charset=");
    while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) ++begin;
    auto end = begin;
    while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) || head[end] == '-' || head[end] == '_')) ++end;
    return head.substr(begin, end - begin);
}

}  // namespace rolewright::readers
