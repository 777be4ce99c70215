// libxml2 reads the tags (SAX, no tree); this builds blocks. White space collapses as in a browser, hidden elements are
// passed over, and every run of text remembers its place in the page, which libxml2 tells by how far it has read.
#include "read/web_page.hpp"

#include "base/eight_bytes.hpp"
#include "read/libxml_setup.hpp"
#include "read/markers.hpp"
#include "read/page_signs.hpp"
#include "read/page_tables.hpp"
#include "text/decode.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <unordered_map>

namespace rolewright::readers {
namespace {

struct open_element {
    std::string_view name;
    element_role role = element_role::plain;
    std::uint32_t box = 0;       ///< 0: not needed yet
    std::uint32_t look = 0;
    std::uint32_t posting = 0;
    std::uint32_t fields = 0;    ///< a form's
    surroundings around = surroundings::none;
    bool main = false, article = false;
    // What holds for everything inside.
    element_role near = element_role::plain;  ///< the nearest heading, item or cell
    std::uint8_t level = 0;                   ///< heading: its number
    std::uint32_t table = 0;
    bool hidden = false, unheard = false, script = false, bold = false, link = false, control = false, pre = false, head_cell = false, boxed = false;
};

struct open_table {
    std::uint32_t number = 0, row = 0, column = 0;
    bool fresh_row = true;
};

// What may be, or begin, white space: HTML's own, the no-break space (which adverts use as a plain one), signs of no width.
constexpr auto may_be_space = [] {
    std::array<bool, 256> made{};
    for (const unsigned char c : {' ', '\n', '\t', '\r', '\f', '\0', '\xC2', '\xE2', '\xEF'}) made[c] = true;
    return made;
}();

std::size_t white_space(std::string_view s, std::size_t i) {
    const auto c = static_cast<unsigned char>(s[i]);
    if (!may_be_space[c]) return 0;
    if (c <= ' ') return 1;
    if (c == 0xC2) return s.substr(i, 2) == "\xC2\xA0" ? 2 : 0;
    return s.substr(i, 3) == "\xE2\x80\x8B" || s.substr(i, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

// Where the words from `i` on end; one space may stand between two if `spaced`.
std::size_t end_of_words(std::string_view s, std::size_t i, bool spaced) {
    while (i < s.size()) {
        // Eight bytes at a time, with the one behind them, while they are plain letters and single spaces.
        while (spaced && eight_bytes::usable && i + eight_bytes::size < s.size()) {
            const eight_bytes here(s.data() + i), next(s.data() + i + 1);
            constexpr std::uint64_t space = ' ';
            if (!here.ascii() || !next.ascii() || here.below(space) || (here.below(space + 1) & next.below(space + 1))) break;
            i += eight_bytes::size;
        }
        for (const auto near = std::min(i + eight_bytes::size, s.size()); i < near; ++i) {
            if (!may_be_space[static_cast<unsigned char>(s[i])] || !white_space(s, i)) continue;
            if (!(spaced && s[i] == ' ' && i + 1 < s.size() && !white_space(s, i + 1))) return i;
        }
    }
    return i;
}

class page_builder {
public:
    page_builder(web_page & to, std::string_view page, const read_limits & limits, bool heed_unheard)
        : to_(to), doc_(to.doc), page_(page), limits_(limits), heed_unheard_(heed_unheard), items_(to.items) {
        open_.emplace_back();
        open_.back().boxed = true;
        allocated_ = 1;
    }

    void open(std::string_view name, const xmlChar ** attributes) {
        const auto role = page_role(name);
        if (open_.size() > limits_.nesting) {
            too_deep();
            if (makes_edge(role)) edge(true);
            return;
        }
        auto e = inside(open_.back());
        e.name = name;
        e.role = role;
        e.boxed = makes_edge(role);
        e.hidden = e.hidden || role == element_role::hidden || role == element_role::field;
        item_attributes item;
        read_attributes(e, attributes, item);
        if (role == element_role::hidden && name == "dialog" && opened_) e.hidden = open_.back().hidden, e.around = surroundings::kind, e.boxed = true;
        switch (role) {
            case element_role::chrome: e.around = surroundings::kind; break;
            case element_role::main: e.main = true; break;
            case element_role::article: e.article = true; break;
            case element_role::strong: e.bold = true; break;
            case element_role::link: e.link = true; break;
            case element_role::control: e.control = !unfolds_; break;
            case element_role::pre: e.pre = true; break;
            case element_role::heading: e.near = role, e.level = static_cast<std::uint8_t>(name[1] - '0'); break;
            case element_role::item: e.near = role; break;
            case element_role::list: ++lists_; break;
            case element_role::field: count_field(); break;
            case element_role::table: tables_.push_back({.number = ++last_table_}); e.table = last_table_; break;
            case element_role::row: next_row(); break;
            case element_role::cell:
                e.near = role;
                e.head_cell = name == "th" || name == "dt";
                begin_cell(name);
                break;
            default: break;
        }
        if (!to_.whole) to_.whole = name == "html" || name == "body" || name == "head";
        if (e.boxed) edge(role != element_role::line_break && role != element_role::cell);
        if (role == element_role::rule) ruled_ = true;
        if (role == element_role::line_break || role == element_role::rule) return;
        if (item.any()) {
            items_.open(item, static_cast<std::uint32_t>(open_.size()), doc_.text.size());
            e.posting = items_.posting_opened();
            if (e.posting && !e.boxed) edge(true), e.boxed = true;
        }
        open_.push_back(e);
    }

    void close(std::string_view name) {
        const auto found = std::find_if(open_.rbegin(), open_.rend() - 1, [&](const auto & e) { return e.name.data() == name.data() || e.name == name; });
        if (found == open_.rend() - 1) return;
        const auto stays = static_cast<std::size_t>(open_.rend() - found) - 1;
        while (open_.size() > stays) {
            const auto & e = open_.back();
            if (e.boxed) edge(e.role != element_role::cell);
            if (e.role == element_role::list && lists_ > 0) --lists_;
            if (e.role == element_role::table && !tables_.empty()) tables_.pop_back();
            if (e.boxed && open_.size() <= allocated_) {
                to_.boxes[e.box].end = static_cast<std::uint32_t>(doc_.blocks.size());
                to_.boxes[e.box].fields = e.fields;
            }
            open_.pop_back();
            allocated_ = std::min(allocated_, open_.size());
            if (!items_.idle()) items_.close(static_cast<std::uint32_t>(open_.size()), doc_.text);
        }
    }

    /// `end`: how far the page has been read.
    void text(std::string_view words, std::size_t end) {
        const auto & e = open_.back();
        if (e.hidden || (e.unheard && heed_unheard_)) {
            if (e.script) to_.scripts.back() += words;
            else if (!e.hidden) unheard_ += words.size();
            if (!items_.idle()) items_.hidden(words);
            return;
        }
        bool verbatim = ends_at(words, end);
        // A long run comes in pieces, and each but the last is told of before its last character is passed.
        if (!verbatim && !words.empty()) {
            auto last = words.size() - 1;
            while (last > 0 && (static_cast<unsigned char>(words[last]) & 0xC0) == 0x80) --last;
            if (ends_at(words, end + words.size() - last)) end += words.size() - last, verbatim = true;
        }
        const auto source = verbatim ? end - words.size() : reference_before(end);
        const bool preformatted = e.pre;
        for (std::size_t i = 0; i < words.size();) {
            const auto n = white_space(words, i);
            if (n) {
                if (preformatted && words[i] == '\n') edge(false);
                pending_space_ = true;
                if (!preformatted || words[i] != '\n') space_source_ = verbatim ? source + i : source;
                i += n;
                continue;
            }
            // Words with one space between them are taken at once.
            const auto run = end_of_words(words, i, verbatim);
            put(words.substr(i, run - i), verbatim ? source + i : source, verbatim ? run - i : end - source);
            i = run;
        }
    }

    void finish() {
        edge(true);
        for (std::size_t i = 0; i < allocated_; ++i)
            if (open_[i].boxed) to_.boxes[open_[i].box].end = static_cast<std::uint32_t>(doc_.blocks.size());
        items_.close(0, doc_.text);
        tidy_tables(doc_.blocks, doc_.text);
    }

    /// How many bytes were passed over only because they are not read aloud.
    std::size_t unheard() const { return unheard_; }

private:
    static element_role page_role(std::string_view name) {
        // These are names of fields in feeds, too, where they are no HTML.
        if (name == "label") return element_role::control;
        if (name == "caption") return element_role::block;
        return role_of(name);
    }

    static bool makes_edge(element_role r) {
        using enum element_role;
        return !(r == plain || r == strong || r == link || r == hidden || r == field || r == control);
    }

    static open_element inside(const open_element & outer) {
        auto e = outer;
        e.box = e.look = e.posting = e.fields = 0;
        e.around = surroundings::none;
        e.main = e.article = e.boxed = e.script = false;
        return e;
    }

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

    naming naming_of(std::string_view attribute) {
        constexpr std::size_t most = 4096;
        if (!page_signs::built_in().may_be_known(attribute)) return naming::nothing;
        if (const auto known = names_.find(attribute); known != names_.end()) return known->second;
        if (names_.size() >= most) names_.clear();
        return names_.emplace(attribute, page_signs::built_in().of_name(attribute)).first->second;
    }

    void read_attributes(open_element & e, const xmlChar ** attributes, item_attributes & item) {
        opened_ = unfolds_ = unseen_field_ = false;
        e.look = static_cast<std::uint32_t>(std::hash<std::string_view>()(e.name));
        if (!attributes) return;
        for (; *attributes; attributes += 2) {
            const std::string_view name = reinterpret_cast<const char *>(attributes[0]);
            const std::string_view value = attributes[1] ? reinterpret_cast<const char *>(attributes[1]) : "";
            switch (name[0]) {
                case 'h':
                    if (name == "hidden") e.hidden = e.hidden || value != "until-found";
                    else if (name == "href") item.address = value;
                    break;
                case 'a':
                    if (name == "aria-hidden") e.unheard = e.unheard || value == "true";
                    else if (name == "aria-expanded" || name == "aria-controls") unfolds_ = true;
                    break;
                case 's':
                    if (name == "style") read_style(e, value);
                    else if (name == "src") item.address = value;
                    break;
                case 'o': opened_ = opened_ || name == "open"; break;
                case 'r':
                    if (name == "role") read_role(e, value);
                    else if (name == "resource") item.address = value;
                    break;
                case 't':
                    if (name == "typeof") item.scope = true, item.type = value;
                    else if (name == "type" && e.role == element_role::field) unseen_field_ = value == "hidden" || value == "submit" || value == "button" || value == "image" || value == "reset";
                    else if (name == "type" && e.name == "script" && value.find("ld+json") != std::string_view::npos) e.script = true, to_.scripts.emplace_back();
                    break;
                case 'p':
                    if (name == "property") item.property = value;
                    break;
                case 'i':
                    if (name == "itemscope") item.scope = true;
                    else if (name == "itemtype") item.type = value, item.scope = true;
                    else if (name == "itemprop") item.property = value;
                    else if (name == "id") read_name(e, value);
                    break;
                case 'c':
                    if (name == "class") {
                        e.look = e.look * 31 + static_cast<std::uint32_t>(std::hash<std::string_view>()(value));
                        read_name(e, value);
                    } else if (name == "content") item.content = value;
                    break;
                case 'd':
                    if (name == "datetime") item.datetime = value;
                    break;
                default: break;
            }
        }
        // A link that names something names it by its words.
        if (e.name != "link") item.address = {};
    }

    static void read_role(open_element & e, std::string_view value) {
        static constexpr std::string_view around[] = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar", "toolbar"};
        if (std::find(std::begin(around), std::end(around), value) != std::end(around)) e.around = surroundings::kind, e.boxed = true;
        else if (value == "main") e.main = e.boxed = true;
        else if (value == "article") e.article = e.boxed = true;
        else if (value == "button") e.control = true;
    }

    void read_name(open_element & e, std::string_view value) {
        if (value.empty()) return;
        const auto says = naming_of(value);
        if (says == naming::hides) e.hidden = true;
        else if (says == naming::around && e.boxed && e.around == surroundings::none && e.role != element_role::main && open_.size() > 2) e.around = surroundings::named;
    }

    static void read_style(open_element & e, std::string_view style) {
        std::string tight;
        for (const char c : style)
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') tight += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        e.hidden = e.hidden || tight.find("display:none") != std::string::npos || tight.find("visibility:hidden") != std::string::npos;
        e.bold = e.bold || tight.find("font-weight:bold") != std::string::npos || tight.find("font-weight:700") != std::string::npos;
    }

    // A field that people fill in, not one that only carries a value.
    void count_field() {
        if (unseen_field_) return;
        for (auto e = open_.rbegin(); e != open_.rend(); ++e)
            if (e->role == element_role::form) {
                ++e->fields;
                return;
            }
    }

    // --- tables ---

    void next_row() {
        if (tables_.empty()) return;
        auto & t = tables_.back();
        if (!t.fresh_row) ++t.row;
        t.column = 0;
        t.fresh_row = true;
    }

    void begin_cell(std::string_view name) {
        if (tables_.empty()) return;
        auto & t = tables_.back();
        if (name == "dt") next_row();
        else if (name == "dd") t.column = 1;
        else if (!t.fresh_row) ++t.column;
        t.fresh_row = false;
    }

    void too_deep() {
        if (std::none_of(doc_.notes.begin(), doc_.notes.end(), [](const note & n) { return n.code == note_code::too_deep; })) doc_.notes.push_back({note_code::too_deep, {std::to_string(limits_.nesting)}});
    }

    // --- blocks ---

    // The end of a block: what was gathered becomes one.
    void edge(bool spaced) {
        pending_space_ = false;
        if (!gathering_) {
            // Two line breaks in a row part paragraphs.
            spaced_ = spaced_ || spaced || after_break_;
            after_break_ = !spaced;
            return;
        }
        block_.text.end = static_cast<std::uint32_t>(doc_.text.size());
        block_.strong = bold_letters_ == letters_;
        look_.linked = linked_letters_ * 10 >= letters_ * 8;
        look_.control = control_letters_ * 10 >= letters_ * 8;
        take_off_marker();
        look_.lead = lead_end_ > block_.text.begin && lead_end_ < block_.text.end ? lead_end_ - block_.text.begin : 0;
        doc_.blocks.push_back(block_);
        to_.looks.push_back(look_);
        gathering_ = false;
        spaced_ = spaced;
        after_break_ = !spaced;
    }

    void take_off_marker() {
        if (block_.kind != block_kind::paragraph && block_.kind != block_kind::list_item && block_.kind != block_kind::table_cell) return;
        const auto m = marker_at(block_.text.of(doc_.text));
        if (!m.size || m.size >= block_.text.size() || (!m.bullet && block_.kind == block_kind::table_cell)) return;
        block_.text.begin += static_cast<std::uint32_t>(m.size);
        if (block_.kind != block_kind::paragraph) return;
        block_.kind = block_kind::list_item;
        block_.level = 1;
    }

    // Elements get a box when there is something to hold.
    std::uint32_t box() {
        const auto block = static_cast<std::uint32_t>(doc_.blocks.size());
        for (; allocated_ < open_.size(); ++allocated_) {
            auto & e = open_[allocated_];
            const auto parent = open_[allocated_ - 1].box;
            if (!e.boxed) {
                e.box = parent;
                continue;
            }
            e.box = static_cast<std::uint32_t>(to_.boxes.size());
            to_.boxes.push_back({.parent = parent, .first = block, .end = block, .look = e.look, .role = e.role, .around = e.around, .main = e.main, .article = e.article, .posting = e.posting});
        }
        return open_.back().box;
    }

    void begin_block() {
        const auto & e = open_.back();
        gathering_ = true;
        letters_ = bold_letters_ = linked_letters_ = control_letters_ = 0;
        lead_end_ = 0;
        in_lead_ = true;
        if (!doc_.text.empty()) {
            doc_.sources.push_back({static_cast<std::uint32_t>(doc_.text.size()), 0, 0});
            doc_.text += '\n';
        }
        block_ = {};
        block_.text.begin = static_cast<std::uint32_t>(doc_.text.size());
        block_.spaced = spaced_;
        look_ = {.box = box(), .ruled = ruled_};
        ruled_ = false;
        if (e.near == element_role::heading) block_.kind = block_kind::heading, block_.level = e.level;
        else if (e.near == element_role::item) block_.kind = block_kind::list_item, block_.level = static_cast<std::uint8_t>(std::clamp(lists_, 1, 8));
        else if (e.near == element_role::cell && e.table && !tables_.empty()) {
            const auto & t = tables_.back();
            block_.kind = block_kind::table_cell, block_.table = t.number, block_.row = t.row, block_.column = t.column, block_.head_cell = e.head_cell;
        }
    }

    void put(std::string_view words, std::size_t source, std::size_t source_size) {
        if (doc_.blocks.size() >= limits_.blocks) {
            if (doc_.notes.empty() || doc_.notes.back().code != note_code::too_many_blocks) doc_.notes.push_back({note_code::too_many_blocks, {std::to_string(limits_.blocks)}});
            return;
        }
        const auto & e = open_.back();
        // The words of a button stand for themselves.
        if (e.control != in_control_ && gathering_ && pending_edge_for_control()) edge(false);
        in_control_ = e.control;
        const bool space = pending_space_ && gathering_;
        if (!gathering_) begin_block();
        else if (space) {
            add_source(space_source_, 1, 1);
            doc_.text += ' ';
        }
        pending_space_ = false;
        letters_ += words.size();
        if (e.bold) bold_letters_ += words.size();
        if (e.link) linked_letters_ += words.size();
        if (e.control) control_letters_ += words.size();
        // A numeric reference to a C1 control means the Windows character of that number.
        const bool c1 = words.size() == 2 && words[0] == '\xC2' && static_cast<unsigned char>(words[1]) < 0xA0;
        if (c1) {
            const auto meant = text::decode(words.substr(1)).text;
            add_source(source, source_size, meant.size());
            doc_.text += meant;
        } else {
            add_source(source, source_size, words.size());
            doc_.text += words;
        }
        in_lead_ = in_lead_ && (e.bold || e.link);
        if (in_lead_) {
            lead_end_ = static_cast<std::uint32_t>(doc_.text.size());
            look_.lead_linked = look_.lead_linked || e.link;
        }
    }

    // Headings whose words are a button that unfolds them stay whole.
    bool pending_edge_for_control() const { return block_.kind != block_kind::heading && open_.back().near != element_role::heading; }

    // Text that goes on where the last piece of the page ended is one piece with it.
    void add_source(std::size_t source, std::size_t source_size, std::size_t size) {
        const auto at = static_cast<std::uint32_t>(doc_.text.size());
        if (!doc_.sources.empty() && source_size == size) {
            auto & last = doc_.sources.back();
            if (last.source_size && last.source_size == at - last.text && last.source + last.source_size == source) {
                last.source_size += static_cast<std::uint32_t>(size);
                return;
            }
        }
        doc_.sources.push_back({at, static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(source_size)});
    }

    web_page & to_;
    document & doc_;
    std::string_view page_;
    const read_limits & limits_;
    const bool heed_unheard_;
    item_reader items_;
    std::vector<open_element> open_;
    std::size_t allocated_ = 0;  ///< so many of `open_` have a box, or need none
    std::vector<open_table> tables_;
    std::uint32_t last_table_ = 0;
    struct hashed {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
    };
    std::unordered_map<std::string, naming, hashed, std::equal_to<>> names_;
    block block_;
    block_look look_;
    bool gathering_ = false, spaced_ = true, after_break_ = false, pending_space_ = false, ruled_ = false, opened_ = false, unfolds_ = false, unseen_field_ = false, in_control_ = false, in_lead_ = false;
    std::size_t space_source_ = 0, letters_ = 0, bold_letters_ = 0, linked_letters_ = 0, control_letters_ = 0, unheard_ = 0;
    std::uint32_t lead_end_ = 0;
    int lists_ = 0;
};

struct sax_state {
    page_builder & builder;
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

// How much text was passed over because it is not read aloud.
std::size_t parse(std::string_view page, const read_limits & limits, bool heed_unheard, web_page & to) {
    set_up_libxml();
    page_builder builder(to, page, limits, heed_unheard);
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())), &htmlFreeParserCtxt);
    if (!parser) return 0;
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
    return builder.unheard();
}

}  // namespace

web_page read_web_page(std::string_view html, const read_limits & limits) {
    // libxml2 stops at a zero byte and leaves other control characters out, which would glue words together.
    const auto hidden = [](char c) { return static_cast<unsigned char>((static_cast<unsigned char>(c) < ' ') & (c != '\t') & (c != '\n') & (c != '\r')); };
    unsigned char any = 0;
    for (const char c : html) any |= hidden(c);
    std::string page;
    if (any) {
        page.resize(html.size());
        std::transform(html.begin(), html.end(), page.begin(), [&](char c) { return hidden(c) ? ' ' : c; });
        html = page;
    }
    web_page made;
    // What is not read aloud is seldom meant to be read at all; but a page saved with a dialogue open hides all of it so.
    if (const auto unheard = parse(html, limits, true, made); unheard > made.doc.text.size()) {
        made = {};
        parse(html, limits, false, made);
    }
    return made;
}

}  // namespace rolewright::readers
