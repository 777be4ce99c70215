// A stack of stories: the body, and the text boxes and notes that stand inside one of its paragraphs. A story keeps its own
// open paragraph and tables; closed, its paragraphs go behind the paragraph around it, or to the document's end.
#include "read/office.hpp"

#include "read/markers.hpp"

#include <algorithm>
#include <map>

namespace rolewright::readers {
namespace {

// White space at the ends, the soft hyphens and the marks that show nothing.
std::size_t blank_at(std::string_view s, std::size_t i) {
    const char c = s[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') return 1;
    if (s.substr(i, 2) == "\xC2\xA0") return 2;
    return 0;
}

std::string_view trimmed(std::string_view s) {
    for (std::size_t n = 0; !s.empty() && (n = blank_at(s, 0)) > 0;) s.remove_prefix(n);
    while (!s.empty()) {
        if (blank_at(s, s.size() - 1) == 1) s.remove_suffix(1);
        else if (s.ends_with("\xC2\xA0")) s.remove_suffix(2);
        else break;
    }
    return s;
}

std::size_t invisible_at(std::string_view s, std::size_t i) {
    if (s.substr(i, 2) == "\xC2\xAD") return 2;
    const auto three = s.substr(i, 3);
    return three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF" || three == "\xE2\x81\xA0" ? 3 : 0;
}

}  // namespace

void block_writer::add(std::string_view words, block as) {
    words = trimmed(words);
    if (words.empty()) return;
    if (to_.blocks.size() >= limits_.blocks) {
        if (to_.notes.empty() || to_.notes.back().code != note_code::too_many_blocks) to_.notes.push_back({note_code::too_many_blocks, {std::to_string(limits_.blocks)}});
        return;
    }
    const bool markable = as.kind == block_kind::paragraph || as.kind == block_kind::list_item || as.kind == block_kind::table_cell;
    if (const auto m = marker_at(words); markable && m.size && m.size < words.size() && (m.bullet || as.kind != block_kind::table_cell)) {
        words.remove_prefix(m.size);
        if (as.kind == block_kind::paragraph) as.kind = block_kind::list_item, as.level = 1;
    }
    if (!to_.text.empty()) to_.text += '\n';
    const auto begin = static_cast<std::uint32_t>(to_.text.size());
    to_.text += words;
    as.text = {begin, static_cast<std::uint32_t>(to_.text.size())};
    to_.blocks.push_back(as);
}

void office_writer::open_paragraph() {
    auto & s = now();
    if (s.open) close_paragraph();
    s.open = true;
    s.spaced = true;
    s.shape = {};
    s.now = {};
}

void office_writer::put(std::string_view words, bool bold) {
    auto & s = now();
    if (!s.open) open_paragraph();
    for (std::size_t i = 0; i < words.size();) {
        if (const auto n = invisible_at(words, i)) {
            i += n;
            continue;
        }
        const auto control = static_cast<unsigned char>(words[i]) < 0x20 && words[i] != '\t';
        const bool letter = !control && !blank_at(words, i);
        s.now.letters += letter;
        s.now.bold_letters += letter && bold;
        s.now.text += control ? ' ' : words[i];
        ++i;
    }
}

void office_writer::keep() {
    auto & s = now();
    auto & p = s.now;
    p.as.kind = s.shape.kind;
    p.as.level = s.shape.level;
    p.as.area = s.shape.chrome || chrome_ ? block_area::chrome : block_area::main;
    p.as.strong = p.letters > 0 && p.bold_letters == p.letters;
    p.as.spaced = s.spaced;
    if (!s.tables.empty() && p.as.kind == block_kind::paragraph) {
        const auto & t = s.tables.back();
        p.as.kind = block_kind::table_cell;
        p.as.table = t.number;
        p.as.row = t.row;
        p.as.column = t.column;
        p.as.head_cell = t.head;
    }
    if (!trimmed(p.text).empty()) s.pieces.push_back(std::move(p));
    s.now = {};
}

void office_writer::break_line() {
    keep();
    now().spaced = false;
}

void office_writer::close_paragraph() {
    auto & s = now();
    if (!s.open) return;
    keep();
    s.open = false;
    s.pieces.insert(s.pieces.end(), std::make_move_iterator(s.after.begin()), std::make_move_iterator(s.after.end()));
    s.after.clear();
}

void office_writer::open_story(place to) {
    stories_.emplace_back();
    stories_.back().to = to;
}

void office_writer::close_story() {
    if (stories_.size() < 2) return;
    close_paragraph();
    auto closed = std::move(stories_.back());
    stories_.pop_back();
    unmake_single_columns(closed.pieces);
    auto & around = now();
    auto & to = closed.to == place::at_end ? tail_ : around.open ? around.after : around.pieces;
    to.insert(to.end(), std::make_move_iterator(closed.pieces.begin()), std::make_move_iterator(closed.pieces.end()));
}

void office_writer::open_table() {
    close_paragraph();
    table t;
    t.number = ++tables_;
    now().tables.push_back(t);
}

void office_writer::open_row(bool head) {
    if (!in_table()) return;
    auto & t = now().tables.back();
    t.row += t.any_row;
    t.any_row = true;
    t.any_cell = false;
    t.column = 0;
    t.head = head;
}

void office_writer::set_row_head() {
    if (in_table()) now().tables.back().head = true;
}

void office_writer::open_cell(std::uint32_t span) {
    if (!in_table()) return;
    close_paragraph();
    auto & t = now().tables.back();
    if (t.any_cell) t.column += t.span;
    t.any_cell = true;
    t.span = std::max<std::uint32_t>(1, span);
}

void office_writer::set_span(std::uint32_t span) {
    if (in_table()) now().tables.back().span = std::max<std::uint32_t>(1, span);
}

void office_writer::skip_cells(std::uint32_t count) { open_cell(count); }

void office_writer::close_table() {
    close_paragraph();
    if (in_table()) now().tables.pop_back();
}

// A table of one column is a frame around text, no table.
void office_writer::unmake_single_columns(std::vector<piece> & pieces) const {
    std::map<std::uint32_t, std::uint32_t> widest;
    for (const auto & p : pieces)
        if (p.as.kind == block_kind::table_cell) widest[p.as.table] = std::max(widest[p.as.table], p.as.column);
    for (auto & p : pieces)
        if (p.as.kind == block_kind::table_cell && widest[p.as.table] == 0) p.as.kind = block_kind::paragraph, p.as.table = p.as.row = 0, p.as.head_cell = false;
}

document office_writer::finish() {
    while (stories_.size() > 1) close_story();
    close_paragraph();
    auto & pieces = now().pieces;
    unmake_single_columns(pieces);
    pieces.insert(pieces.end(), std::make_move_iterator(tail_.begin()), std::make_move_iterator(tail_.end()));
    tail_.clear();
    document made;
    block_writer to(made, limits_);
    for (const auto & p : pieces) to.add(p.text, p.as);
    return made;
}

}  // namespace rolewright::readers
