// A DOCX is a ZIP of XML parts that name one another: styles and numbering say what a paragraph is, the document holds the
// words, notes follow it, and headers and footers are what surrounds it. Of tracked changes the accepted view is read.
#include "read/archive.hpp"
#include "read/office.hpp"
#include "read/shown.hpp"
#include "read/xml_events.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace rolewright::readers {
namespace {

bool is_word(std::string_view space) { return space.ends_with("wordprocessingml/main") || space.ends_with("wordprocessingml/2006/main"); }

std::string lower_case(std::string_view s) {
    std::string made(s);
    std::transform(made.begin(), made.end(), made.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return made;
}

std::optional<int> number_in(std::string_view s) {
    int n = 0;
    if (std::from_chars(s.data(), s.data() + s.size(), n).ec != std::errc{}) return std::nullopt;
    return n;
}

// <w:b/>, <w:b w:val="true"/>; off with 0, false, off, none.
bool is_on(const xml_attributes & a) {
    const auto v = a["val"];
    return !(v == "0" || v == "false" || v == "off" || v == "none");
}

// What styles, numbering and the paragraphs themselves can say.
struct properties {
    std::optional<bool> bold, hidden;
    std::optional<int> outline, numbering, list_level;
};

struct style {
    std::string name, based_on;
    properties own;
};

struct vocabulary {
    std::map<std::string, style, std::less<>> styles;
    std::map<int, int> abstract_of;              ///< list number → its definition
    std::set<std::pair<int, int>> without_sign;  ///< definition and level whose paragraphs show no number or bullet
    std::string default_paragraph_style;

    // The style's own word, or that of the style it is based on.
    template <class T>
    std::optional<T> ask(std::string_view id, std::optional<T> properties::*what) const {
        constexpr int longest_chain = 32;
        auto at = styles.find(id);
        for (int i = 0; i < longest_chain && at != styles.end(); ++i) {
            if (at->second.own.*what) return at->second.own.*what;
            at = styles.find(at->second.based_on);
        }
        return std::nullopt;
    }
};

void read_property(std::string_view name, const xml_attributes & a, properties & to) {
    if (name == "b") to.bold = is_on(a);
    else if (name == "vanish") to.hidden = is_on(a);
    else if (name == "outlineLvl") to.outline = number_in(a["val"]);
    else if (name == "numId") to.numbering = number_in(a["val"]);
    else if (name == "ilvl") to.list_level = number_in(a["val"]);
}

class style_listener : public xml_listener {
public:
    explicit style_listener(vocabulary & to) : to_(to) {}
    void start(std::string_view space, std::string_view name, const xml_attributes & a) override {
        if (!is_word(space)) return;
        if (name == "style") {
            now_ = &to_.styles[std::string(a["styleId"])];
            const auto is_default = a["default"];
            if (a["type"] == "paragraph" && (is_default == "1" || is_default == "true")) to_.default_paragraph_style = a["styleId"];
        } else if (!now_) return;
        else if (name == "name") now_->name = lower_case(a["val"]);
        else if (name == "basedOn") now_->based_on = a["val"];
        else if (name == "tblStylePr") ++inside_;
        else if (!inside_) read_property(name, a, now_->own);
    }
    void end(std::string_view, std::string_view name) override {
        if (name == "style") now_ = nullptr;
        else if (name == "tblStylePr") --inside_;
    }
    void text(std::string_view) override {}

private:
    vocabulary & to_;
    style * now_ = nullptr;
    int inside_ = 0;
};

class numbering_listener : public xml_listener {
public:
    explicit numbering_listener(vocabulary & to) : to_(to) {}
    void start(std::string_view space, std::string_view name, const xml_attributes & a) override {
        if (!is_word(space)) return;
        if (name == "abstractNum") definition_ = number_in(a["abstractNumId"]).value_or(-1);
        else if (name == "num") number_ = number_in(a["numId"]).value_or(-1), definition_ = -1;
        else if (name == "abstractNumId") to_.abstract_of[number_] = number_in(a["val"]).value_or(-1);
        else if (name == "lvl") level_ = number_in(a["ilvl"]).value_or(0);
        else if (name == "numFmt" && a["val"] == "none") to_.without_sign.emplace(definition_, level_);
    }
    void end(std::string_view, std::string_view) override {}
    void text(std::string_view) override {}

private:
    vocabulary & to_;
    int definition_ = -1, number_ = -1, level_ = 0;
};

class story_listener : public xml_listener {
public:
    story_listener(office_writer & to, const vocabulary & words) : to_(to), words_(words) {}

    void start(std::string_view space, std::string_view name, const xml_attributes & a) override {
        if (skipping_ > 0 || left_out(space, name)) {
            ++skipping_;
            return;
        }
        if (name == "t" && (is_word(space) || space.ends_with("/math"))) in_text_ = true;
        if (!is_word(space)) return;
        if (about_paragraph_ > 0) return read_paragraph_property(name, a);
        if (about_run_) return read_property(name, a, run_), style_of_run(name, a);
        if (name == "p") open_paragraph();
        else if (name == "pPr") about_paragraph_ = 1;
        else if (name == "rPr") about_run_ = true;
        else if (name == "r") run_ = {}, run_style_.clear();
        else if (name == "tab" || name == "ptab") put("\t");
        else if (name == "br" || name == "cr") break_line();
        else if (name == "noBreakHyphen") put("-");
        else if (name == "sym") put_symbol(a["char"]);
        else if (name == "txbxContent") open_box();
        else if (name == "footnote" || name == "endnote") to_.open_story(office_writer::place::at_end);
        else if (name == "tbl") to_.open_table();
        else if (name == "tr") to_.open_row(false);
        else if (name == "tblHeader") is_on(a) ? to_.set_row_head() : void();
        else if (name == "tc") to_.open_cell(1);
        else if (name == "gridSpan") to_.set_span(static_cast<std::uint32_t>(std::clamp(number_in(a["val"]).value_or(1), 1, 1000)));
        else if (name == "gridBefore") to_.skip_cells(static_cast<std::uint32_t>(std::clamp(number_in(a["val"]).value_or(1), 1, 1000)));
        else if (name == "vMerge") cell_out_ = cell_out_ || a["val"] != "restart";
        else if (name == "cellDel") cell_out_ = true;
        else if (name == "trPr") about_row_ = true;
        else if (name == "del" && about_row_) row_out_ = true;
    }

    void end(std::string_view space, std::string_view name) override {
        if (skipping_ > 0) {
            --skipping_;
            return;
        }
        if (name == "t") in_text_ = false;
        if (!is_word(space)) return;
        if (name == "pPr") about_paragraph_ = 0, to_.set_shape(shape_of_paragraph());
        else if (name == "rPr") about_run_ = false;
        else if (about_paragraph_ > 0) return;
        else if (name == "p") close_paragraph();
        else if (name == "txbxContent") close_box();
        else if (name == "footnote" || name == "endnote") to_.close_story();
        else if (name == "tbl") to_.close_table();
        else if (name == "tc") cell_out_ = false;
        else if (name == "tr") row_out_ = cell_out_ = false;
        else if (name == "trPr") about_row_ = false;
    }

    void text(std::string_view words) override {
        if (skipping_ == 0 && in_text_) put(words);
    }

private:
    struct paragraph {
        std::string style;
        properties own;
        bool mark_deleted = false;
    };

    // What was deleted or moved away, old properties, the second telling of a drawing, and readings above characters.
    bool left_out(std::string_view space, std::string_view name) const {
        if (name == "Fallback") return space.ends_with("markup-compatibility/2006");
        if (!is_word(space)) return false;
        if (name.ends_with("Change") || name == "rt" || name == "moveFrom") return !(name == "moveFrom" && about_paragraph_ > 0);
        return name == "del" && about_paragraph_ == 0 && !about_row_ && !about_run_;
    }

    void open_paragraph() {
        run_ = {};
        if (merging_) {
            merging_ = false;
            return;
        }
        paragraph_ = {};
        to_.open_paragraph();
        to_.set_shape(shape_of_paragraph());
    }

    void close_paragraph() {
        merging_ = paragraph_.mark_deleted;
        paragraph_.mark_deleted = false;
        if (!merging_) to_.close_paragraph();
    }

    void read_paragraph_property(std::string_view name, const xml_attributes & a) {
        if (name == "pStyle") paragraph_.style = a["val"];
        else if (name == "del" || name == "moveFrom") paragraph_.mark_deleted = true;
        else if (name == "outlineLvl" || name == "numId" || name == "ilvl") read_property(name, a, paragraph_.own);
    }

    void style_of_run(std::string_view name, const xml_attributes & a) {
        if (name == "rStyle") run_style_ = a["val"];
    }

    template <class T>
    std::optional<T> of_paragraph(std::optional<T> properties::*what) const {
        if (paragraph_.own.*what) return paragraph_.own.*what;
        return words_.ask(paragraph_.style.empty() ? words_.default_paragraph_style : paragraph_.style, what);
    }

    template <class T>
    std::optional<T> of_run(std::optional<T> properties::*what) const {
        if (run_.*what) return run_.*what;
        if (!run_style_.empty())
            if (const auto said = words_.ask(run_style_, what)) return said;
        return of_paragraph(what);
    }

    // The built-in styles keep their English names in files of every language; own styles are based on them.
    std::optional<std::uint8_t> heading_by_name() const {
        constexpr int longest_chain = 32;
        auto at = words_.styles.find(paragraph_.style);
        for (int i = 0; i < longest_chain && at != words_.styles.end(); ++i) {
            const auto & name = at->second.name;
            if (name == "title") return 1;
            if (name == "subtitle") return 2;
            if (name.starts_with("heading ") && name.size() == 9 && name[8] >= '1' && name[8] <= '9') return static_cast<std::uint8_t>(std::min(name[8] - '0', 6));
            at = words_.styles.find(at->second.based_on);
        }
        return std::nullopt;
    }

    bool in_contents() const {
        const auto at = words_.styles.find(paragraph_.style);
        return at != words_.styles.end() && (at->second.name.starts_with("toc ") || at->second.name == "table of figures");
    }

    office_writer::shape shape_of_paragraph() const {
        constexpr int body_text = 9;
        office_writer::shape made{.chrome = in_contents()};
        const auto outline = of_paragraph(&properties::outline);
        const auto heading = outline ? (*outline < body_text ? std::optional<std::uint8_t>(static_cast<std::uint8_t>(std::clamp(*outline + 1, 1, 6))) : std::nullopt) : heading_by_name();
        if (heading) return made.kind = block_kind::heading, made.level = *heading, made;
        const auto list = of_paragraph(&properties::numbering).value_or(0);
        const auto level = std::clamp(of_paragraph(&properties::list_level).value_or(0), 0, 7);
        if (list <= 0) return made;
        const auto definition = words_.abstract_of.find(list);
        if (definition != words_.abstract_of.end() && words_.without_sign.contains({definition->second, level})) return made;
        made.kind = block_kind::list_item;
        made.level = static_cast<std::uint8_t>(level + 1);
        return made;
    }

    bool shown() const { return !cell_out_ && !row_out_ && !of_run(&properties::hidden).value_or(false); }

    void put(std::string_view words) {
        if (shown()) to_.put(words, of_run(&properties::bold).value_or(false));
    }

    void break_line() {
        if (shown()) to_.break_line();
    }

    // A sign of a symbol font by its number, e.g. F0B7, a bullet.
    void put_symbol(std::string_view hex) {
        unsigned n = 0;
        std::from_chars(hex.data(), hex.data() + hex.size(), n, 16);
        if (n < 0x800 || n > 0xFFFF || (n >= 0xD800 && n < 0xE000)) return;
        const char utf8[] = {static_cast<char>(0xE0 | n >> 12), static_cast<char>(0x80 | (n >> 6 & 0x3F)), static_cast<char>(0x80 | (n & 0x3F))};
        put({utf8, 3});
    }

    void open_box() {
        outer_.push_back({paragraph_, run_, run_style_});
        to_.open_story(office_writer::place::after_paragraph);
    }

    void close_box() {
        to_.close_story();
        if (outer_.empty()) return;
        paragraph_ = std::move(outer_.back().in);
        run_ = outer_.back().run;
        run_style_ = std::move(outer_.back().run_style);
        outer_.pop_back();
    }

    struct around_box {
        paragraph in;
        properties run;
        std::string run_style;
    };

    office_writer & to_;
    const vocabulary & words_;
    paragraph paragraph_;
    properties run_;
    std::string run_style_;
    std::vector<around_box> outer_;
    int skipping_ = 0, about_paragraph_ = 0;
    bool about_run_ = false, about_row_ = false, in_text_ = false, cell_out_ = false, row_out_ = false, merging_ = false;
};

struct relation {
    std::string type, target;
};

class relation_listener : public xml_listener {
public:
    void start(std::string_view, std::string_view name, const xml_attributes & a) override {
        if (name != "Relationship" || a["TargetMode"] == "External") return;
        const auto type = a["Type"];
        found.push_back({std::string(type.substr(type.rfind('/') + 1)), std::string(a["Target"])});
    }
    void end(std::string_view, std::string_view) override {}
    void text(std::string_view) override {}

    std::vector<relation> found;
};

class package {
public:
    explicit package(std::vector<unpacked> parts) {
        for (auto & p : parts) parts_.emplace(p.name, std::move(p.bytes));
    }

    const std::string * find(const std::string & name) const {
        const auto at = parts_.find(name);
        return at == parts_.end() ? nullptr : &at->second;
    }

    // What a part names, with targets as paths in the package.
    result<std::vector<relation>> relations_of(const std::string & part) const {
        const auto slash = part.rfind('/');
        const auto folder = slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
        const auto name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
        const auto * xml = find(name);
        if (!xml) return std::vector<relation>{};
        relation_listener listener;
        if (auto heard = listen(*xml, name, listener); !heard) return std::move(heard).error();
        for (auto & r : listener.found) r.target = r.target.starts_with('/') ? r.target.substr(1) : folder + r.target;
        return std::move(listener.found);
    }

    result<bool> tell(const std::string & part, xml_listener & to) const {
        const auto * xml = find(part);
        return xml ? listen(*xml, part, to) : result<bool>(true);
    }

private:
    std::map<std::string, std::string> parts_;
};

bool is_xml_part(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

}  // namespace

result<bool> read_docx(const input & in, reading & to) {
    auto entries = unpack(in.bytes, is_xml_part, in.budget, in.limits);
    if (!entries) return std::move(entries).error();
    const package files(*std::move(entries));
    std::string main = "word/document.xml";
    const auto top = files.relations_of("");
    if (!top) return top.error();
    for (const auto & r : *top)
        if (r.type == "officeDocument") main = r.target;
    if (!files.find(main)) return error{error_code::binary_input, "expected a Word document, found an archive without " + shown(main)};
    const auto parts = files.relations_of(main);
    if (!parts) return parts.error();

    vocabulary words;
    style_listener styles(words);
    numbering_listener numbering(words);
    office_writer writer(in.limits);
    story_listener body(writer, words);
    const auto tell_all = [&](std::string_view type, xml_listener & listener) -> result<bool> {
        std::set<std::string> told;
        for (const auto & r : *parts)
            if (r.type == type && told.insert(r.target).second)
                if (auto heard = files.tell(r.target, listener); !heard) return heard;
        return true;
    };
    if (auto done = tell_all("styles", styles); !done) return done;
    if (auto done = tell_all("numbering", numbering); !done) return done;
    writer.set_chrome(true);
    if (auto done = tell_all("header", body); !done) return done;
    writer.set_chrome(false);
    if (auto done = files.tell(main, body); !done) return done;
    for (const auto * notes : {"footnotes", "endnotes"})
        if (auto done = tell_all(notes, body); !done) return done;
    writer.set_chrome(true);
    if (auto done = tell_all("footer", body); !done) return done;
    auto made = writer.finish();
    if (made.blocks.empty()) return error{error_code::empty_input, "expected a Word document with text, found none"};
    to.documents.push_back(std::move(made));
    return true;
}

int sniff_docx(std::string_view bytes) {
    constexpr std::size_t far = 200;
    constexpr int certain = 99;
    if (!sniff_zip(bytes)) return 0;
    bool types = false, word = false;
    for (const auto & name : names_in_zip(bytes, far)) {
        types = types || name == "[Content_Types].xml";
        word = word || name.starts_with("word/");
    }
    return types && word ? certain : 0;
}

}  // namespace rolewright::readers
