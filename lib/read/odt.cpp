// An ODT is a ZIP of two XML parts that matter: styles.xml (named styles, headers and footers) and content.xml (automatic
// styles and the words). Spaces and tabs are elements; deleted text stands apart, before the body, and is left out.
#include "read/archive.hpp"
#include "read/office.hpp"
#include "read/xml_events.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace rolewright::readers {
namespace {

enum class space_of : std::uint8_t { other, office, style, text, table, draw };

// urn:oasis:names:tc:opendocument:xmlns:text:1.0
space_of space_in(std::string_view uri) {
    static constexpr std::pair<std::string_view, space_of> known[] = {{":xmlns:office:", space_of::office}, {":xmlns:style:", space_of::style}, {":xmlns:text:", space_of::text},
                                                                      {":xmlns:table:", space_of::table},   {":xmlns:drawing:", space_of::draw}};
    for (const auto & [part, space] : known)
        if (uri.find(part) != std::string_view::npos) return space;
    return space_of::other;
}

std::uint32_t count_in(std::string_view s, std::uint32_t otherwise, std::uint32_t most) {
    std::uint32_t n = 0;
    if (std::from_chars(s.data(), s.data() + s.size(), n).ec != std::errc{}) return otherwise;
    return std::min(n, most);
}

struct style {
    std::string name, parent;
    std::optional<bool> bold, hidden;
    std::optional<std::uint32_t> outline;  ///< 0: expressly none
};

struct vocabulary {
    std::map<std::string, style, std::less<>> styles;
    std::set<std::pair<std::string, std::uint32_t>> without_sign;  ///< list style and level whose items show no number or bullet

    template <class T>
    std::optional<T> ask(std::string_view name, std::optional<T> style::*what) const {
        constexpr int longest_chain = 32;
        auto at = styles.find(name);
        for (int i = 0; i < longest_chain && at != styles.end(); ++i) {
            if (at->second.*what) return at->second.*what;
            at = styles.find(at->second.parent);
        }
        return std::nullopt;
    }

    // The built-in styles keep their English names in files of every language.
    std::uint8_t heading_by_name(std::string_view name) const {
        constexpr int longest_chain = 32;
        auto at = styles.find(name);
        for (int i = 0; i < longest_chain && at != styles.end(); ++i) {
            const std::string_view own = at->second.name;
            if (own == "Title") return 1;
            if (own == "Subtitle") return 2;
            if (own.starts_with("Heading ") && own.size() == 9 && own[8] >= '1' && own[8] <= '9') return static_cast<std::uint8_t>(std::min(own[8] - '0', 6));
            at = styles.find(at->second.parent);
        }
        return 0;
    }
};

std::string style_name(std::string_view encoded) {
    std::string made;
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        if (encoded.substr(i, 4) == "_20_") made += ' ', i += 3;
        else made += encoded[i];
    }
    return made;
}

class odt_listener : public xml_listener {
public:
    odt_listener(office_writer & to, vocabulary & words) : to_(to), words_(words) {}

    void start(std::string_view uri, std::string_view name, const xml_attributes & a) override {
        const auto space = space_in(uri);
        if (skipping_ > 0 || left_out(space, name, a)) {
            ++skipping_;
            return;
        }
        switch (space) {
            case space_of::style: return start_style(name, a);
            case space_of::text: return start_text(name, a);
            case space_of::table: return start_table(name, a);
            default: break;
        }
        if (is_shape(name)) open_inside(office_writer::place::after_paragraph);
    }

    void end(std::string_view uri, std::string_view name) override {
        if (skipping_ > 0) {
            --skipping_;
            return;
        }
        const auto space = space_in(uri);
        if (space == space_of::style) end_style(name);
        else if (space == space_of::text) end_text(name);
        else if (space == space_of::table && name == "table") to_.close_table();
        else if (space == space_of::table && name == "table-header-rows") head_ = false;
        else if (is_shape(name)) close_inside();
    }

    // White space as such counts as one space; more of it is written as elements.
    void text(std::string_view words) override {
        if (skipping_ > 0 || runs_.empty()) return;
        std::string squeezed;
        for (const char c : words) {
            const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!space) squeezed += c;
            else if (!after_space_) squeezed += ' ';
            after_space_ = space;
        }
        put_words(squeezed);
    }

private:
    struct run {
        bool bold = false, hidden = false;
    };
    struct list {
        std::string style;
        bool item = false;   ///< in an item, not in a header of the list
        bool fresh = false;  ///< the item's first paragraph has the sign
    };

    static bool left_out(space_of space, std::string_view name, const xml_attributes & a) {
        if (space == space_of::text) {
            if (name == "section") return a["display"] == "none";
            if (name == "hidden-paragraph") return a["is-hidden"] == "true";
            return name == "tracked-changes" || name == "note-citation" || name == "ruby-text" || name == "notes-configuration" || name == "hidden-text";
        }
        if (space == space_of::table) return name == "shapes" || name == "tracked-changes";
        if (space == space_of::office) return name == "annotation" || name == "forms" || name == "scripts" || name == "event-listeners" || name == "meta" || name == "binary-data";
        return name == "title" || name == "desc";
    }

    void start_style(std::string_view name, const xml_attributes & a) {
        if (name == "style" || name == "default-style") {
            // Families have their own names; only those of text matter here.
            const auto family = a["family"];
            if (family != "paragraph" && family != "text") return;
            const std::string id(a["name"]);
            style_ = &words_.styles[id];
            style_->name = a.has("display-name") ? std::string(a["display-name"]) : style_name(id);
            style_->parent = a["parent-style-name"];
            if (a.has("default-outline-level")) style_->outline = count_in(a["default-outline-level"], 0, 6);
        } else if (name == "text-properties" && style_) {
            if (const auto weight = a["font-weight"]; !weight.empty()) style_->bold = weight == "bold" || count_in(weight, 400, 900) >= 600;
            if (a.has("display")) style_->hidden = a["display"] == "none";
        } else if (name.starts_with("header") || name.starts_with("footer")) {
            if (name.find("style") == std::string_view::npos && name.find("properties") == std::string_view::npos) to_.set_chrome(true);
        }
    }

    void end_style(std::string_view name) {
        if (name == "style" || name == "default-style") style_ = nullptr;
        else if ((name.starts_with("header") || name.starts_with("footer")) && name.find("properties") == std::string_view::npos) to_.set_chrome(false);
    }

    void start_text(std::string_view name, const xml_attributes & a) {
        if (name == "p" || name == "h") return open_paragraph(name == "h", a);
        if (name == "list") return open_list(a);
        if (name == "list-style") list_style_ = a["name"];
        else if (name == "list-level-style-number") {
            if (a["num-format"].empty() && a["num-prefix"].empty() && a["num-suffix"].empty()) words_.without_sign.emplace(list_style_, count_in(a["level"], 1, 10));
        } else if ((name == "list-item" || name == "list-header") && !lists_.empty()) lists_.back().item = lists_.back().fresh = name == "list-item";
        else if (name == "span") runs_.push_back(run_of(a["style-name"], runs_.empty() ? run{} : runs_.back()));
        else if (name == "s") put_words(std::string(count_in(a["c"], 1, 1000), ' '));
        else if (name == "tab") put_words("\t");
        else if (name == "line-break") break_line();
        else if (name == "note-body") open_inside(office_writer::place::at_end);
        else if (is_index(name)) ++indexes_;
    }

    void end_text(std::string_view name) {
        if (name == "p" || name == "h") close_paragraph();
        else if (name == "list" && !lists_.empty()) lists_.pop_back();
        else if (name == "span" && runs_.size() > 1) runs_.pop_back();
        else if (name == "note-body") close_inside();
        else if (is_index(name)) --indexes_;
    }

    // What is drawn and can hold paragraphs.
    static bool is_shape(std::string_view name) {
        static constexpr std::string_view names[] = {"text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "regular-polygon", "path", "line", "polyline", "caption", "connector"};
        return std::find(std::begin(names), std::end(names), name) != std::end(names);
    }

    static bool is_index(std::string_view name) { return name == "table-of-content" || name == "illustration-index" || name == "table-index" || name == "alphabetical-index"; }

    void start_table(std::string_view name, const xml_attributes & a) {
        constexpr std::uint32_t widest = 1000;
        if (name == "table") to_.open_table();
        else if (name == "table-header-rows") head_ = true;
        else if (name == "table-row") to_.open_row(head_);
        else if (name == "table-cell") to_.open_cell(count_in(a["number-columns-repeated"], 1, widest));
        else if (name == "covered-table-cell") to_.skip_cells(count_in(a["number-columns-repeated"], 1, widest)), ++skipping_;
    }

    run run_of(std::string_view name, run around) const {
        return {words_.ask(name, &style::bold).value_or(around.bold), words_.ask(name, &style::hidden).value_or(around.hidden)};
    }

    // A paragraph inside a paragraph stands in a shape that is drawn there.
    void open_paragraph(bool heading, const xml_attributes & a) {
        const auto name = a["style-name"];
        const run base{words_.ask("", &style::bold).value_or(false), false};
        runs_ = {run_of(name, base)};
        after_space_ = false;
        if (a["is-hidden"] == "true") runs_.back().hidden = true;
        to_.open_paragraph();
        to_.set_shape(shape_of(heading, name, a));
    }

    office_writer::shape shape_of(bool heading, std::string_view name, const xml_attributes & a) {
        office_writer::shape made{.chrome = indexes_ > 0};
        const auto by_name = words_.heading_by_name(name);
        const auto outline = words_.ask(name, &style::outline).value_or(0);
        if (heading || by_name || outline) {
            made.kind = block_kind::heading;
            made.level = static_cast<std::uint8_t>(std::clamp<std::uint32_t>(by_name ? by_name : heading ? count_in(a["outline-level"], 1, 6) : outline, 1, 6));
        } else if (!lists_.empty() && lists_.back().fresh) {
            const auto depth = static_cast<std::uint32_t>(lists_.size());
            if (!words_.without_sign.contains({lists_.back().style, depth})) made.kind = block_kind::list_item, made.level = static_cast<std::uint8_t>(std::min(depth, 8u));
        }
        if (!lists_.empty()) lists_.back().fresh = false;
        return made;
    }

    void close_paragraph() {
        to_.close_paragraph();
        runs_.clear();
    }

    // An inner list without a style of its own goes on with the outer one's.
    void open_list(const xml_attributes & a) {
        const auto own = a["style-name"];
        lists_.push_back({own.empty() && !lists_.empty() ? lists_.back().style : std::string(own)});
    }

    void put_words(std::string_view words) {
        if (!runs_.empty() && !runs_.back().hidden) to_.put(words, runs_.back().bold);
    }

    void break_line() {
        if (!runs_.empty() && !runs_.back().hidden) to_.break_line();
    }

    void open_inside(office_writer::place place) {
        outer_.push_back({std::move(runs_), std::move(lists_)});
        runs_.clear();
        lists_.clear();
        to_.open_story(place);
    }

    void close_inside() {
        if (outer_.empty()) return;
        to_.close_story();
        runs_ = std::move(outer_.back().runs);
        lists_ = std::move(outer_.back().lists);
        outer_.pop_back();
    }

    struct around {
        std::vector<run> runs;
        std::vector<list> lists;
    };

    office_writer & to_;
    vocabulary & words_;
    style * style_ = nullptr;
    std::string list_style_;
    std::vector<run> runs_;
    std::vector<list> lists_;
    std::vector<around> outer_;
    int skipping_ = 0, indexes_ = 0;
    bool head_ = false, after_space_ = false;
};

constexpr std::string_view type_of_text = "application/vnd.oasis.opendocument.text";

bool is_part(std::string_view name) { return name == "content.xml" || name == "styles.xml" || name == "META-INF/manifest.xml"; }

}  // namespace

result<bool> read_odt(const input & in, reading & to) {
    auto entries = unpack(in.bytes, is_part, in.budget, in.limits);
    if (!entries) return std::move(entries).error();
    const auto find = [&](std::string_view name) -> const std::string * {
        const auto at = std::find_if(entries->begin(), entries->end(), [&](const auto & e) { return e.name == name; });
        return at == entries->end() ? nullptr : &at->bytes;
    };
    const auto * content = find("content.xml");
    if (!content) return error{error_code::binary_input, "expected an OpenDocument text, found an archive without content.xml"};
    if (const auto * manifest = find("META-INF/manifest.xml"); manifest && manifest->find("encryption-data") != std::string::npos)
        return error{error_code::binary_input, "expected an OpenDocument text, found one that is protected by a password"};
    vocabulary words;
    office_writer writer(in.limits);
    odt_listener listener(writer, words);
    if (const auto * styles = find("styles.xml"))
        if (auto heard = listen(*styles, "styles.xml", listener); !heard) return heard;
    if (auto heard = listen(*content, "content.xml", listener); !heard) return heard;
    auto made = writer.finish();
    if (made.blocks.empty()) return error{error_code::empty_input, "expected an OpenDocument text with text, found none"};
    to.documents.push_back(std::move(made));
    return true;
}

// The first entry is stored as it is and says the type.
int sniff_odt(std::string_view bytes) {
    constexpr int certain = 99;
    constexpr std::size_t near = 200;
    if (!sniff_zip(bytes)) return 0;
    const auto head = bytes.substr(0, near);
    if (head.find(type_of_text) != std::string_view::npos) return certain;
    if (head.find("mimetypeapplication/") != std::string_view::npos) return 0;
    bool content = false, manifest = false;
    for (const auto & name : names_in_zip(bytes, near)) {
        content = content || name == "content.xml";
        manifest = manifest || name == "META-INF/manifest.xml";
    }
    return content && manifest ? certain : 0;
}

}  // namespace rolewright::readers
