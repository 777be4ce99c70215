// RFC 4180, leniently: quotes count at the start of a cell, a quote followed by anything but a delimiter is a sign of the
// text, line ends of every kind. Spreadsheets' first line "sep=;" is believed.
#include "read/csv_text.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

constexpr std::size_t most_columns = 1000, longest_name = 80;

class row_reader {
public:
    row_reader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        const auto first = text_.substr(at_, 6);
        if (first.starts_with("sep=") && first.size() > 5 && (first[5] == '\n' || first[5] == '\r')) {
            at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
            delimiter_ = first[4];
        }
    }

    bool at_end() const { return at_ >= text_.size(); }
    char delimiter() const { return delimiter_; }
    bool open_quote() const { return open_quote_; }
    /// Whether the last row was wider.
    bool beyond() const { return beyond_; }

    // A row without anything in it is none. Cells beyond `width` are the rest of the last one, whose delimiters nobody quoted.
    std::vector<std::string> next(std::size_t width) {
        std::vector<std::string> row;
        beyond_ = false;
        while (!at_end() && (row.empty() || (row.size() == 1 && blank(row[0])))) {
            row.clear();
            std::string rest;
            do {
                if (row.size() < width) row.push_back(cell());
                else (rest += delimiter_) += cell();
            } while (take(delimiter_));
            // Empty cells are nothing.
            beyond_ = rest.find_first_not_of(delimiter_) != std::string::npos;
            if (beyond_) row.back() += rest;
            if (take('\r')) take('\n');
            else take('\n');
        }
        if (row.size() == 1 && blank(row[0])) row.clear();
        return row;
    }

private:
    static bool blank(std::string_view cell) { return cell.find_first_not_of(' ') == std::string_view::npos; }
    bool take(char c) { return at_ < text_.size() && text_[at_] == c && ++at_; }
    bool ends_cell(std::size_t i) const { return i >= text_.size() || text_[i] == delimiter_ || text_[i] == '\n' || text_[i] == '\r'; }

    std::string cell() {
        std::string made;
        const auto first = text_.find_first_not_of(' ', at_);
        if (first != std::string_view::npos && text_[first] == '"' && !open_quote_) {
            if (quoted(first, made)) return made;
            open_quote_ = true;
        }
        const auto begin = at_;
        while (!ends_cell(at_)) ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    bool quoted(std::size_t quote, std::string & made) {
        for (auto i = quote + 1; i < text_.size(); ++i) {
            if (text_[i] != '"') {
                made += text_[i];
                continue;
            }
            auto after = i + 1;
            if (after < text_.size() && text_[after] == '"') {
                made += '"';
                i = after;
                continue;
            }
            while (after < text_.size() && text_[after] == ' ') ++after;
            if (ends_cell(after)) return at_ = after, true;
            made += '"';
        }
        return false;
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    bool open_quote_ = false, beyond_ = false;
};

}  // namespace

csv_summary read_csv_text(std::string_view text, char delimiter, const std::function<bool(const std::vector<std::string> & head, const std::vector<std::string> & row)> & take) {
    row_reader rows(text, delimiter);
    csv_summary made;
    const auto head = rows.next(most_columns);
    while (!rows.at_end() && !head.empty()) {
        auto row = rows.next(head.size());
        if (row.empty()) continue;
        if ((rows.beyond() || row.size() < head.size()) && ++made.ragged == 1) made.first_ragged = made.rows + 1;
        row.resize(head.size());
        ++made.rows;
        if (!take(head, row)) break;
    }
    made.open_quote = rows.open_quote();
    return made;
}

std::vector<csv_guess> csv_guesses(std::string_view text) {
    constexpr std::size_t far = 64 * 1024, enough_rows = 10, longest_head = 8 * 1024;
    const auto head = text.substr(0, far);
    std::vector<csv_guess> made;
    const auto first_line = head.find('\n');
    if (first_line == std::string_view::npos || first_line > longest_head) return made;
    for (const char d : csv_delimiters) {
        row_reader rows(head, d);
        csv_guess g{rows.delimiter(), rows.next(most_columns + 1)};
        // Prose is no head of a table.
        const bool names = g.head.size() <= most_columns && std::all_of(g.head.begin(), g.head.end(), [](const auto & name) { return name.size() <= longest_name; });
        if (g.head.size() < 2 || !names) continue;
        // The last row may be cut off.
        std::size_t read = 0, as_wide = 0;
        for (; read < enough_rows && !rows.at_end();) {
            const auto row = rows.next(most_columns + 1);
            if (row.empty() || (rows.at_end() && head.size() < text.size())) break;
            ++read;
            as_wide += row.size() == g.head.size();
        }
        g.rows = read > 0;
        g.even = g.rows && as_wide * 2 >= read;
        made.push_back(std::move(g));
    }
    return made;
}

}  // namespace rolewright::readers
