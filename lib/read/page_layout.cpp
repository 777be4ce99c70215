// Lines that stand at one height make rows. Where rows in a row leave the same gap free there are two columns or a table:
// prose on both sides, or lines that do not stand at the same heights, are columns, all else is a table. Within a column a
// paragraph goes on until a line ends early, stands further away, is of another size or begins with a bullet.
#include "read/page_layout.hpp"

#include "read/markers.hpp"
#include "read/office.hpp"
#include "read/page_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace rolewright::readers {
namespace {

using lines = std::vector<page_line>;

struct row {
    double y0 = 0, y1 = 0;
    lines parts;  // from left to right
};

std::vector<row> rows_of(lines all) {
    std::stable_sort(all.begin(), all.end(), [](const auto & a, const auto & b) { return a.y0 + a.y1 < b.y0 + b.y1; });
    std::vector<row> made;
    for (auto & l : all) {
        const bool same = !made.empty() && std::min(made.back().y1, l.y1) - std::max(made.back().y0, l.y0) > 0.5 * std::min(made.back().y1 - made.back().y0, l.y1 - l.y0);
        if (!same) made.push_back({l.y0, l.y1, {}});
        made.back().parts.push_back(std::move(l));
    }
    for (auto & r : made) std::stable_sort(r.parts.begin(), r.parts.end(), [](const auto & a, const auto & b) { return a.x0 < b.x0; });
    return made;
}

void append(page_line & to, const page_line & more) {
    to.text += ' ';
    for (auto w : more.words) w.begin += to.text.size(), to.words.push_back(w);
    to.text += more.text;
    to.x1 = std::max(to.x1, more.x1);
    to.y0 = std::min(to.y0, more.y0), to.y1 = std::max(to.y1, more.y1);
    to.size = std::max(to.size, more.size);
}

bool is_marker_alone(const std::string & s) {
    const auto probe = s + " x";
    const auto m = marker_at(probe);
    return m.size == s.size() + 1;
}

bool belongs_to_marker(const page_line & before, const page_line & l) { return is_marker_alone(before.text) && l.x0 - before.x1 < 5 * l.size; }

// Where parts of a row begin, the first aside: the places that a neighbour may share if both are rows of a table.
using stops = std::vector<double>;

stops stops_of(const row & r) {
    stops made;
    for (std::size_t i = 1; i < r.parts.size(); ++i)
        if (!belongs_to_marker(r.parts[i - 1], r.parts[i])) made.push_back(r.parts[i].x0);
    return made;
}

bool has(const stops & in, double x, double tolerance) {
    return std::any_of(in.begin(), in.end(), [&](double s) { return std::abs(s - x) < tolerance; });
}

// A place that both neighbours share nearly, or one of them exactly.
bool shared(const stops & above, const stops & below, double x) {
    constexpr double exact = 0.15, nearly = 0.4;
    return has(above, x, exact) || has(below, x, exact) || (has(above, x, nearly) && has(below, x, nearly));
}

// Cells that stand so close that they were taken for words of one line.
lines cut_at_stops(page_line l, const stops & above, const stops & below) {
    lines made;
    for (std::size_t i = l.words.size(); i-- > 1;) {
        if (!shared(above, below, l.words[i].x0)) continue;
        auto tail = l;
        const auto at = l.words[i].begin;
        tail.text = l.text.substr(at);
        tail.words.assign(l.words.begin() + static_cast<std::ptrdiff_t>(i), l.words.end());
        for (auto & w : tail.words) w.begin -= at;
        tail.x0 = l.words[i].x0;
        l.text.resize(at > 0 ? at - 1 : 0);
        l.words.resize(i);
        l.x1 = l.words.back().x1;
        made.insert(made.begin(), std::move(tail));
    }
    made.insert(made.begin(), std::move(l));
    return made;
}

// A bullet and its words are one line, however far apart; so are words with less than a gutter between them.
void put_together(row & r, const stops & above, const stops & below) {
    lines made;
    for (auto & whole : r.parts)
        for (auto & l : cut_at_stops(std::move(whole), above, below)) {
            constexpr double word_space = 0.7;
            const bool near = !made.empty() && l.x0 - made.back().x1 < word_space * std::max(l.size, made.back().size) && !shared(above, below, l.x0);
            if (!made.empty() && (near || belongs_to_marker(made.back(), l))) append(made.back(), l);
            else made.push_back(std::move(l));
        }
    r.parts = std::move(made);
}

void put_together(std::vector<row> & rows) {
    std::vector<stops> of;
    for (const auto & r : rows) of.push_back(stops_of(r));
    // Only rows that follow one another closely are neighbours.
    const auto near = [&](std::size_t i) { return rows[i + 1].y0 - rows[i].y1 < rows[i].y1 - rows[i].y0; };
    for (std::size_t i = 0; i < rows.size(); ++i)
        put_together(rows[i], i > 0 && near(i - 1) ? of[i - 1] : stops(), i + 1 < rows.size() && near(i) ? of[i + 1] : stops());
}

// Lines in reading order, and where they come from.
struct flow {
    enum class kind : std::uint8_t { text, cell };
    kind what = kind::text;
    lines of;
    double right = 0;  ///< where its lines end
    std::uint32_t table = 0, row = 0, column = 0;
};

class page_reader {
public:
    page_reader(std::vector<flow> & to, std::uint32_t & tables) : to_(to), tables_(tables) {}

    void read(lines all, int depth) {
        auto rows = rows_of(std::move(all));
        put_together(rows);
        for (std::size_t i = 0; i < rows.size();) {
            const auto found = side_by_side(rows, i);
            if (found.end == found.begin) {
                add_row(rows[i]);
                ++i;
                continue;
            }
            // Rows before it may stand beside a column that begins further down.
            for (; i < found.begin; ++i) add_row(rows[i]);
            read_beside(rows, found, depth);
            i = found.end;
        }
        flush();
    }

private:
    struct group {
        std::size_t begin = 0, end = 0;
        double gap0 = 0, gap1 = 0;
    };

    static constexpr double narrowest = 6;  // points between columns

    // The run of rows from `at` on that leave one gap free.
    static group side_by_side(const std::vector<row> & rows, std::size_t at) {
        const auto & first = rows[at].parts;
        if (first.size() < 2) return {};
        std::size_t widest = 1;
        for (std::size_t k = 1; k < first.size(); ++k)
            if (first[k].x0 - first[k - 1].x1 > first[widest].x0 - first[widest - 1].x1) widest = k;
        group made{at, at + 1, first[widest - 1].x1, first[widest].x0};
        const double start = first[widest].x0;
        bool aligned = true;
        std::size_t last_double = at;
        for (auto i = at + 1; i < rows.size(); ++i) {
            auto gap0 = made.gap0, gap1 = made.gap1;
            const auto middle = (gap0 + gap1) / 2;
            bool crossed = false, left = false, right = false;
            double nearest = 1e9;
            for (const auto & p : rows[i].parts) {
                if (p.x1 <= middle) gap0 = std::max(gap0, p.x1), left = true;
                else if (p.x0 >= middle) gap1 = std::min(gap1, p.x0), right = true;
                else if (p.x0 > gap0) gap1 = std::min(gap1, p.x0), right = true;
                else if (p.x1 < gap1) gap0 = std::max(gap0, p.x1), left = true;
                else crossed = true;
                if (p.x0 > middle) nearest = std::min(nearest, p.x0);
            }
            constexpr double exact = 0.6, least = 1;
            const bool still = aligned && (!right || std::abs(nearest - start) < exact);
            const double pitch = rows[i].y0 - rows[i - 1].y1;
            if (crossed || gap1 - gap0 < (still ? least : narrowest) || pitch > 6 * (rows[i].y1 - rows[i].y0)) break;
            made.gap0 = gap0, made.gap1 = gap1;
            aligned = still;
            if (left && right) last_double = i;
        }
        made.end = last_double + 1;
        return made;
    }

    // What goes on below the last double row on one side only: a column that is longer than the other.
    static std::size_t longer_side(const std::vector<row> & rows, const group & g) {
        auto end = g.end;
        for (; end < rows.size(); ++end) {
            const bool one_sided = std::all_of(rows[end].parts.begin(), rows[end].parts.end(), [&](const auto & p) { return p.x1 <= g.gap1 - narrowest / 2 || p.x0 >= g.gap0 + narrowest / 2; });
            if (!one_sided || rows[end].y0 - rows[end - 1].y1 > 1.2 * (rows[end].y1 - rows[end].y0)) break;
        }
        return end;
    }

    static bool prose(const lines & side) {
        constexpr int enough_words = 4;
        std::size_t long_ones = 0;
        for (const auto & l : side) long_ones += std::count(l.text.begin(), l.text.end(), ' ') + 1 >= enough_words;
        return side.size() >= 3 && long_ones * 2 >= side.size();
    }

    void read_beside(std::vector<row> & rows, group g, int depth) {
        constexpr int deepest = 6;
        const auto middle = (g.gap0 + g.gap1) / 2;
        lines left, right;
        std::size_t doubles = 0, level = 0;
        const auto gather = [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i)
                for (const auto & p : rows[i].parts) ((p.x0 + p.x1) / 2 < middle ? left : right).push_back(p);
        };
        for (auto i = g.begin; i < g.end; ++i) {
            const page_line * l = nullptr;
            const page_line * r = nullptr;
            for (const auto & p : rows[i].parts) ((p.x0 + p.x1) / 2 < middle ? l : r) = &p;
            if (!l || !r) continue;
            ++doubles;
            level += std::abs(l->y1 - r->y1) < 0.2 * std::min(l->size, r->size);
        }
        gather(g.begin, g.end);
        const bool columns = depth < deepest && doubles >= 3 && ((prose(left) && prose(right)) || level * 2 < doubles);
        flush();
        if (columns) {
            const auto end = longer_side(rows, g);
            gather(g.end, end);
            for (auto i = g.end; i < end; ++i) rows[i].parts.clear();
            page_reader(to_, tables_).read(std::move(left), depth + 1);
            page_reader(to_, tables_).read(std::move(right), depth + 1);
        } else read_table(rows, g);
    }

    // The columns of a table are what its cells leave free between them.
    static std::vector<std::pair<double, double>> columns_of(const std::vector<row> & rows, const group & g) {
        std::vector<std::pair<double, double>> spans;
        for (auto i = g.begin; i < g.end; ++i)
            for (const auto & p : rows[i].parts) spans.emplace_back(p.x0, p.x1);
        std::sort(spans.begin(), spans.end());
        std::vector<std::pair<double, double>> made;
        for (const auto & s : spans) {
            if (!made.empty() && s.first < made.back().second) made.back().second = std::max(made.back().second, s.second);
            else made.push_back(s);
        }
        return made;
    }

    void read_table(const std::vector<row> & rows, const group & g) {
        const auto columns = columns_of(rows, g);
        // Two fields on one line and nothing like it around: no table, unless the first is a label.
        if (g.end - g.begin == 1 && !rows[g.begin].parts.front().text.ends_with(':')) {
            for (const auto & p : rows[g.begin].parts) to_.push_back({flow::kind::text, {p}, p.x1});
            return;
        }
        ++tables_;
        std::uint32_t number = 0;
        std::map<std::uint32_t, lines> cells;
        const auto close_row = [&] {
            for (auto & [column, of] : cells) {
                double right = 0;
                for (const auto & l : of) right = std::max(right, l.x1);
                to_.push_back({flow::kind::cell, std::move(of), std::max(right, columns[column].second), tables_, number, column});
            }
            if (!cells.empty()) ++number;
            cells.clear();
        };
        for (auto i = g.begin; i < g.end; ++i) {
            const bool first_cell = rows[i].parts.front().x0 < columns.front().second;
            const bool far = i > g.begin && rows[i].y0 - rows[i - 1].y1 > 0.6 * (rows[i].y1 - rows[i].y0);
            if ((first_cell && rows[i].parts.size() > 1) || (first_cell && far)) close_row();
            for (const auto & p : rows[i].parts) {
                std::uint32_t column = 0;
                while (column + 1 < columns.size() && p.x0 >= columns[column].second) ++column;
                cells[column].push_back(p);
            }
        }
        close_row();
    }

    void add_row(const row & r) {
        for (const auto & p : r.parts) open_.push_back(p);
    }

    void flush() {
        if (open_.empty()) return;
        double right = 0;
        for (const auto & l : open_) right = std::max(right, l.x1);
        to_.push_back({flow::kind::text, std::move(open_), right});
        open_.clear();
    }

    std::vector<flow> & to_;
    std::uint32_t & tables_;
    lines open_;
};

double rounded(double size) { return std::round(size * 2) / 2; }

// The size that most letters have.
double body_size(const std::vector<page> & pages) {
    std::map<double, std::size_t> letters;
    for (const auto & p : pages)
        for (const auto & l : p.lines) letters[rounded(l.size)] += l.text.size();
    const auto most = std::max_element(letters.begin(), letters.end(), [](const auto & a, const auto & b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first;
}

constexpr double heading_ratio = 1.12;
constexpr std::size_t longest_heading = 150;

// Sizes above the body's, the largest first.
std::vector<double> heading_sizes(const std::vector<page> & pages, double body) {
    std::set<double, std::greater<>> sizes;
    for (const auto & p : pages)
        for (const auto & l : p.lines)
            if (l.size > body * heading_ratio && l.text.size() <= longest_heading) sizes.insert(rounded(l.size));
    return {sizes.begin(), sizes.end()};
}

// What stands in the upper or lower edge of page after page, numbers aside; and a page number alone.
std::vector<lines> take_running_heads(std::vector<page> & pages) {
    constexpr double edge = 0.1;
    const auto near_edge = [&](const page & p, const page_line & l) { return l.y1 < p.height * edge ? 1 : l.y0 > p.height * (1 - edge) ? 2 : 0; };
    const auto key = [&](const page & p, const page_line & l) {
        std::string made(1, static_cast<char>('0' + near_edge(p, l)));
        for (const char c : l.text)
            if (c >= '0' && c <= '9') made += made.back() == '#' ? "" : "#";
            else made += c;
        return made;
    };
    const auto number_alone = [](const std::string & s) { return s.find_first_not_of("0123456789/|-. ") == std::string::npos && s.find_first_of("0123456789") != std::string::npos && s.size() <= 9; };
    std::map<std::string, std::set<std::size_t>> on;
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (const auto & l : pages[i].lines)
            if (near_edge(pages[i], l)) on[key(pages[i], l)].insert(i);
    std::vector<lines> taken(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        auto & all = pages[i].lines;
        const auto runs = [&](const page_line & l) {
            if (!near_edge(pages[i], l)) return false;
            const auto times = on[key(pages[i], l)].size();
            return (times >= 2 && times * 2 >= pages.size()) || number_alone(l.text);
        };
        const auto kept = std::stable_partition(all.begin(), all.end(), [&](const auto & l) { return !runs(l); });
        taken[i].assign(std::make_move_iterator(kept), std::make_move_iterator(all.end()));
        all.erase(kept, all.end());
    }
    return taken;
}

class block_maker {
public:
    block_maker(document & to, const read_limits & limits, const word_list & words, double body, std::vector<double> headings)
        : to_(to, limits), words_(words), body_(body), headings_(std::move(headings)) {}

    void add(const flow & f) {
        measure(f);
        for (const auto & l : f.of) {
            if (!open_ || !goes_on(f, l)) close(), begin(f, l);
            else words_.join(text_, l.text);
            last_ = l;
            last_right_ = f.right;
            fresh_flow_ = fresh_page_ = false;
        }
        // Only text may go on in the next column or on the next page.
        if (f.what == flow::kind::cell) close();
        fresh_flow_ = true;
    }

    void begin_page() { fresh_page_ = true; }

    void close() {
        if (open_) to_.add(text_, shape_);
        open_ = false;
    }

    void add_chrome(const lines & all) {
        if (!all.empty()) close();
        for (const auto & l : all) to_.add(l.text, {.area = block_area::chrome, .spaced = true});
    }

private:
    // The usual distance from line to line.
    void measure(const flow & f) {
        std::vector<double> steps;
        for (std::size_t i = 1; i < f.of.size(); ++i)
            if (const auto step = f.of[i].y1 - f.of[i - 1].y1; std::abs(f.of[i].size - f.of[i - 1].size) < 1 && step > 0) steps.push_back(step);
        if (steps.size() < 3) return;
        // Within paragraphs lines stand closest: the lower quarter is theirs.
        std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 4), steps.end());
        step_ = steps[steps.size() / 4];
    }

    bool goes_on(const flow & f, const page_line & l) const {
        constexpr double same_size = 0.08, usual = 1.25;
        if (std::abs(l.size - last_.size) > same_size * std::max(l.size, last_.size)) return false;
        if (marker_at(l.text).size) return false;
        const bool fits = last_.x1 + 0.25 * last_.size + l.first_width() < last_right_ - 0.5;
        if (fits && !(f.what == flow::kind::cell && f.of.size() > 1 && begins_lower(l.text))) return false;
        // In the next column or on the next page a sentence may go on; what stands below on the same page is as far as it is.
        if (fresh_flow_ && (fresh_page_ || l.y0 < last_.y0)) return shape_.kind != block_kind::heading && f.what == flow::kind::text && (begins_lower(l.text) || !ends_sentence(text_));
        const double step = l.y1 - last_.y1, allowed = usual * std::max(step_ > 0 ? step_ : 0, 1.15 * l.size);
        if (step > allowed || step < 0) return false;
        return !(shape_.kind == block_kind::list_item && l.x0 <= marker_x_ + 1);
    }

    void begin(const flow & f, const page_line & l) {
        shape_ = {.spaced = true};
        const auto size = rounded(l.size);
        const auto m = marker_at(l.text);
        if (f.what == flow::kind::cell) {
            shape_.kind = block_kind::table_cell;
            shape_.table = f.table, shape_.row = f.row, shape_.column = f.column;
        }
        if (l.size > body_ * heading_ratio && l.text.size() <= longest_heading) {
            const auto rank = std::find(headings_.begin(), headings_.end(), size) - headings_.begin();
            shape_ = {.kind = block_kind::heading, .level = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(rank + 1, 6)), .spaced = true};
        } else if (m.size && m.size < l.text.size() && (m.bullet || shape_.kind != block_kind::table_cell)) {
            shape_ = {.kind = block_kind::list_item, .level = nesting(l.x0), .spaced = true};
            marker_x_ = l.x0;
        }
        if (shape_.kind != block_kind::list_item) indents_.clear();
        text_ = l.text;
        open_ = true;
    }

    // Deeper lists stand further to the right of those before them.
    std::uint8_t nesting(double x) {
        constexpr double same = 4;
        while (!indents_.empty() && indents_.back() > x + same) indents_.pop_back();
        if (indents_.empty() || x > indents_.back() + same) indents_.push_back(x);
        return static_cast<std::uint8_t>(std::min<std::size_t>(indents_.size(), 8));
    }

    static bool begins_lower(const std::string & s) { return !s.empty() && s[0] >= 'a' && s[0] <= 'z'; }
    static bool ends_sentence(const std::string & s) { return !s.empty() && (s.back() == '.' || s.back() == '!' || s.back() == '?' || s.back() == ':' || s.back() == ';'); }

    block_writer to_;
    const word_list & words_;
    double body_;
    std::vector<double> headings_;
    std::string text_;
    block shape_;
    page_line last_;
    std::vector<double> indents_;
    double step_ = 0, last_right_ = 0, marker_x_ = 0;
    bool open_ = false, fresh_flow_ = false, fresh_page_ = false;
};

}  // namespace

document document_of_pages(std::vector<page> pages, const read_limits & limits) {
    const auto heads = take_running_heads(pages);
    const auto body = body_size(pages);
    const word_list words(pages);
    document made;
    block_maker to(made, limits, words, body, heading_sizes(pages, body));
    std::uint32_t tables = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::vector<flow> flows;
        page_reader(flows, tables).read(std::move(pages[i].lines), 0);
        to.begin_page();
        for (const auto & f : flows) to.add(f);
        if (i + 1 == pages.size()) to.close();
    }
    for (const auto & h : heads) to.add_chrome(h);
    return made;
}

}  // namespace rolewright::readers
