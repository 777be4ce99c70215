// Plain text: every line is a block, except that a hard-wrapped text has its lines joined to paragraphs. Lines lost in
// one another are parted at bullet signs. Nothing but entities is changed: blocks are ranges of the text as it is.
#include "read/formats.hpp"
#include "read/markers.hpp"
#include "read/markup.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

struct line {
    range text;  // without white space at its ends
    std::uint32_t indent = 0;
    bool after_gap = false;
};

bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool space(char c) { return blank(c) && c != '\n'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool no_break_space(std::string_view text, std::size_t at) { return text[at] == '\xC2' && text[at + 1] == '\xA0'; }

range trimmed(std::string_view text, range r) {
    while (!r.empty()) {
        if (blank(text[r.begin])) ++r.begin;
        else if (r.size() >= 2 && no_break_space(text, r.begin)) r.begin += 2;
        else break;
    }
    while (!r.empty()) {
        if (blank(text[r.end - 1])) --r.end;
        else if (r.size() >= 2 && no_break_space(text, r.end - 2)) r.end -= 2;
        else break;
    }
    return r;
}

std::vector<line> lines_of(std::string_view text) {
    constexpr std::size_t usual_line = 32;
    std::vector<line> made;
    made.reserve(text.size() / usual_line);
    const bool returns = text.find('\r') != std::string_view::npos;
    bool gap = true;
    auto feed = std::min(text.find('\n'), text.size());  // the next, looked for once however many returns stand before it
    for (std::size_t at = 0; at < text.size();) {
        if (feed < at) feed = std::min(text.find('\n', at), text.size());
        auto end = feed;
        // A lone carriage return ends a line too.
        if (returns) end = std::min(text.substr(0, end).find('\r', at), end);
        const auto stop = end;
        if (returns && text.substr(end, 2) == "\r\n") ++end;
        line l{.text = trimmed(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)}), .after_gap = gap};
        for (auto i = at; i < l.text.begin; ++i) l.indent += text[i] == '\t' ? 4 : 1;
        gap = l.text.empty();
        if (!gap) made.push_back(l);
        at = end + 1;
    }
    return made;
}

// Many full lines of one width that end in mid-sentence: the text was wrapped by hand.
bool hard_wrapped(std::string_view text, const std::vector<line> & lines) {
    constexpr std::uint32_t narrowest = 50, widest = 100;
    std::size_t wrapped = 0, broken = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const auto & l = lines[i];
        if (l.text.size() > widest) return false;
        if (lines[i + 1].after_gap || l.text.size() < narrowest) continue;
        const char last = text[l.text.end - 1], next = text[lines[i + 1].text.begin];
        ++broken;
        wrapped += last != '.' && last != ':' && last != ';' && (lower(next) || last == ',');
    }
    return wrapped >= 3 && wrapped * 3 > broken;
}

bool is_rule(std::string_view s) {
    return s.size() >= 3 && (s[0] == '=' || s[0] == '-' || s[0] == '_' || s[0] == '*') && std::all_of(s.begin(), s.end(), [&](char c) { return c == s[0] || c == ' '; });
}

class text_reader {
public:
    text_reader(document & to, const read_limits & limits)
        : to_(to), text_(to.text), limits_(limits), ascii_(past_ascii(text_, 0) == text_.size()), stars_(text_.find('*') != std::string::npos), tabs_(text_.find('\t') != std::string::npos) {}

    void read() {
        const auto lines = lines_of(text_);
        to_.blocks.reserve(std::min<std::size_t>(lines.size(), limits_.blocks));
        const bool wrapped = hard_wrapped(text_, lines);
        for (std::size_t i = 0; i < lines.size() && !full(); ++i) i = read_line(lines, i, wrapped);
    }

private:
    bool full() {
        if (to_.blocks.size() < limits_.blocks) return false;
        if (to_.notes.empty() || to_.notes.back().code != note_code::too_many_blocks) to_.notes.push_back({note_code::too_many_blocks, {std::to_string(limits_.blocks)}});
        return true;
    }

    std::size_t read_line(const std::vector<line> & lines, std::size_t i, bool wrapped) {
        const auto & l = lines[i];
        const auto words = l.text.of(text_);
        if (is_rule(words)) {
            // A rule under a short line makes it a heading.
            if (!to_.blocks.empty() && !l.after_gap && (words[0] == '=' || words[0] == '-') && to_.blocks.back().text.size() < 100 && to_.blocks.back().kind == block_kind::paragraph && words.size() >= 4) {
                to_.blocks.back().kind = block_kind::heading;
                to_.blocks.back().level = words[0] == '=' ? 1 : 2;
            }
            return i;
        }
        if (words[0] == '#')
            if (const auto level = words.find_first_not_of('#'); level != std::string_view::npos && level <= 6 && words[level] == ' ') {
                block b{.text = trimmed(text_, {l.text.begin + static_cast<std::uint32_t>(level), l.text.end}), .kind = block_kind::heading, .level = static_cast<std::uint8_t>(level), .spaced = l.after_gap};
                take_off_stars(b);
                return add(b), i;
            }
        if (const auto rows = tabs_ ? table_rows(lines, i) : 0) return read_table(lines, i, rows);
        const auto m = marker_at(words);
        if (m.size && m.size < words.size()) return read_item(lines, i, m, wrapped);
        auto end = l.text.end;
        while (wrapped && i + 1 < lines.size() && continues(lines[i], lines[i + 1])) end = lines[++i].text.end;
        add_paragraph({.text = {l.text.begin, end}, .spaced = l.after_gap});
        return i;
    }

    bool continues(const line & l, const line & next) const {
        constexpr std::uint32_t full_line = 50;
        const auto words = next.text.of(text_);
        return !next.after_gap && l.text.size() >= full_line && !marker_at(words).size && words[0] != '#' && !is_rule(words) && text_[l.text.end - 1] != ':';
    }

    std::size_t read_item(const std::vector<line> & lines, std::size_t i, marker m, bool wrapped) {
        const auto & l = lines[i];
        auto end = l.text.end;
        while (i + 1 < lines.size() && !lines[i + 1].after_gap && !marker_at(lines[i + 1].text.of(text_)).size &&
               (lines[i + 1].indent > l.indent + 1 || (wrapped && continues(lines[i], lines[i + 1]))) && lines[i].text.size() > 40)
            end = lines[++i].text.end;
        block b{.text = {l.text.begin + static_cast<std::uint32_t>(m.size), end}, .kind = block_kind::list_item, .level = level_of(l.indent), .spaced = l.after_gap};
        if (m.bullet) split_at_bullets(b);
        else add(b);
        return i;
    }

    std::uint8_t level_of(std::uint32_t indent) const { return static_cast<std::uint8_t>(std::min<std::uint32_t>(1 + indent / 4, 8)); }

    void add_paragraph(block b) {
        take_off_stars(b);
        split_at_bullets(b);
    }

    // "**Title**" alone on its line is a bold line.
    void take_off_stars(block & b) {
        const auto words = b.text.of(text_);
        if (words.size() <= 4 || !words.starts_with("**")) return;
        const auto close = words.find("**", 2);
        if (close == std::string_view::npos) return;
        const auto rest = words.substr(close + 2);
        if (!rest.empty() && rest != ":") return;
        b.strong = true;
        b.text = trimmed(text_, {b.text.begin + 2, b.text.begin + static_cast<std::uint32_t>(close)});
    }

    struct cut {
        std::uint32_t at = 0, size = 0;
    };
    using cuts = std::vector<cut>;

    // "We need: • drive • care • patience": line ends were lost, the signs were not.
    // One or two signs part fields ("Leeds • Permanent"), three make a list, and one where the line begins with one.
    void split_at_bullets(const block & b) {
        constexpr std::size_t list = 3;
        const bool item = b.kind == block_kind::list_item;
        if (!ascii_)
            if (const auto bullets = bullets_in(b.text); bullets.size() >= (item ? 1 : list)) return split(b, bullets);
        if (b.text.size() < shortest_lost) return add(b);
        if (stars_)
            if (const auto stars = stars_in(b.text); stars.size() >= list) return split(b, stars);
        // Lists of dashes and numbers stand after a colon or open the line.
        const auto words = b.text.of(text_);
        if (words.find(':') == std::string_view::npos && words[0] != '1' && !space(words[0])) return add(b);
        if (const auto dashes = dashes_in(b.text); dashes.size() >= list) return split(b, dashes);
        if (const auto numbers = numbers_in(b.text); numbers.size() >= list) return split(b, numbers);
        add(b);
    }

    static constexpr std::uint32_t shortest_lost = 40;  // bytes of a line in which others may be lost

    cuts bullets_in(range where) const {
        cuts made;
        const auto words = where.of(text_);
        for (std::size_t at = 1; (at = past_ascii(words, at)) < words.size();) {
            const auto n = bullet_sign(words.substr(at));
            const auto i = where.begin + static_cast<std::uint32_t>(at);
            const bool parts = n && !is_ordinary_sign(i) && (text_.compare(i, 2, "·") != 0 || after_space(i));
            if (parts) made.push_back({i, static_cast<std::uint32_t>(n)});
            at += parts ? n : 1;
            while (at < words.size() && (words[at] & 0xC0) == 0x80) ++at;  // signs begin where characters do
        }
        return made;
    }

    // Signs that open lines, but also stand in sentences: paragraphs of laws, quotations, ways and steps.
    bool is_ordinary_sign(std::uint32_t i) const {
        for (const auto * s : {"§", "»", "→", "⇒", "➔"})
            if (text_.compare(i, std::string_view(s).size(), s) == 0) return true;
        return false;
    }

    bool after_space(std::uint32_t i) const { return i > 0 && (space(text_[i - 1]) || (i > 1 && text_.compare(i - 2, 2, "\xC2\xA0") == 0)); }

    // A sign with white space on both sides.
    bool stands_alone(std::uint32_t i, std::uint32_t size, range where) const { return i > where.begin && i + size < where.end && space(text_[i - 1]) && space(text_[i + size]); }

    bool after_colon(std::uint32_t i, range where) const {
        while (i > where.begin && space(text_[i - 1])) --i;
        return i == where.begin || text_[i - 1] == ':';
    }

    // Calls `look` with every place of `sign`.
    template <class F>
    void each(std::string_view sign, range where, F && look) const {
        const auto words = where.of(text_);
        for (auto i = words.find(sign); i != std::string_view::npos; i = words.find(sign, i + 1)) look(where.begin + static_cast<std::uint32_t>(i));
    }

    cuts stars_in(range where) const {
        cuts made;
        each("*", where, [&](std::uint32_t i) {
            if (stands_alone(i, 1, where)) made.push_back({i, 1});
        });
        return made;
    }

    // Dashes stand in sentences and part fields: they make a list only after a colon.
    cuts dashes_in(range where) const {
        cuts made;
        for (const std::string_view dash : {"-", "–"})
            each(dash, where, [&](std::uint32_t i) {
                const auto size = static_cast<std::uint32_t>(dash.size());
                if (stands_alone(i, size, where)) made.push_back({i, size});
            });
        std::sort(made.begin(), made.end(), [](cut a, cut b) { return a.at < b.at; });
        made.erase(made.begin(), std::find_if(made.begin(), made.end(), [&](cut c) { return after_colon(c.at, where); }));
        return made;
    }

    // "1. type 2. file 3. call": numbers that count from one, first after a colon or at the beginning.
    cuts numbers_in(range where) const {
        const auto words = where.of(text_);
        cuts made;
        auto digits = std::to_string(1);
        for (auto at = words.find(digits); at != std::string_view::npos; at = words.find(digits, at + 1)) {
            const auto i = where.begin + static_cast<std::uint32_t>(at), end = i + static_cast<std::uint32_t>(digits.size());
            const bool counts = (i == where.begin || space(text_[i - 1])) && end + 1 < where.end && (text_[end] == '.' || text_[end] == ')') && space(text_[end + 1]);
            if (!counts || (made.empty() && !after_colon(i, where))) continue;
            made.push_back({i, end + 1 - i});
            digits = std::to_string(made.size() + 1);
        }
        return made;
    }

    void split(const block & b, const cuts & at) {
        auto begin = b.text.begin;
        for (std::size_t i = 0; i <= at.size(); ++i) {
            const auto end = i < at.size() ? at[i].at : b.text.end;
            auto piece = b;
            piece.text = trimmed(text_, {begin, end});
            if (i > 0) piece.kind = block_kind::list_item, piece.level = std::max<std::uint8_t>(b.level, 1), piece.spaced = false;
            // Another kind of sign may part it further.
            if (!piece.text.empty() && !full()) split_at_bullets(piece);
            if (i < at.size()) begin = end + at[i].size;
        }
    }

    std::size_t table_rows(const std::vector<line> & lines, std::size_t i) const {
        std::size_t n = 0;
        while (i + n < lines.size() && lines[i + n].text.of(text_).find('\t') != std::string_view::npos && !marker_at(lines[i + n].text.of(text_)).size) ++n;
        return n >= 2 ? n : 0;
    }

    // Two fields in every row, however many tabs were needed to bring the second ones below one another.
    bool is_pairs(const std::vector<line> & lines, std::size_t i, std::size_t rows) const {
        return std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(i + rows), [&](const line & l) {
            const auto words = l.text.of(text_);
            const auto first = words.find('\t'), last = words.rfind('\t');
            return words.substr(first, last - first).find_first_not_of("\t ") == std::string_view::npos;
        });
    }

    std::size_t read_table(const std::vector<line> & lines, std::size_t i, std::size_t rows) {
        ++tables_;
        const bool pairs = is_pairs(lines, i, rows);
        for (std::uint32_t row = 0; row < rows; ++row) {
            const auto where = lines[i + row].text;
            auto begin = where.begin;
            std::uint32_t column = 0;
            while (begin <= where.end) {
                const auto tab = std::min<std::size_t>(text_.find('\t', begin), where.end);
                const auto cell = trimmed(text_, {begin, static_cast<std::uint32_t>(tab)});
                if (!cell.empty() && !full())
                    add({.text = cell, .kind = block_kind::table_cell, .spaced = row == 0 && lines[i].after_gap, .table = tables_, .row = row, .column = pairs ? std::min(column, 1u) : column});
                ++column;
                begin = static_cast<std::uint32_t>(tab) + 1;
            }
        }
        return i + rows - 1;
    }

    void add(const block & b) {
        if (!b.text.empty()) to_.blocks.push_back(b);
    }

    document & to_;
    const std::string & text_;
    const read_limits & limits_;
    const bool ascii_, stars_, tabs_;  ///< of the whole text: whether it is ASCII alone, and has such signs
    std::uint32_t tables_ = 0;
};

}  // namespace

document text_document(std::string text, const read_limits & limits) {
    document made;
    made.text = std::move(text);
    text_reader(made, limits).read();
    return made;
}

result<bool> read_text(const input & in, reading & to) {
    auto & [text, encoding, of_bytes, notes] = *in.decoded;
    // Text that was once a page's still says "&amp;".
    if (text.find('&') != std::string::npos) {
        std::vector<source_segment> sources;
        auto words = entities_decoded(text, &sources);
        if (words.size() != text.size()) of_bytes = text::compose(of_bytes, sources, static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(words.size()));
        text = std::move(words);
    }
    to.documents.push_back(text_document(std::move(text), in.limits));
    to.documents.back().sources = std::move(of_bytes);
    return true;
}

}  // namespace rolewright::readers
