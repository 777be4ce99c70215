#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

/// What there is to say about a table once it is read.
struct csv_summary {
    std::size_t rows = 0;
    std::size_t ragged = 0;        ///< rows that were shorter or longer than the head
    std::size_t first_ragged = 0;  ///< number of the first of them, from 1
    bool open_quote = false;       ///< a quote was never closed, and taken for a sign
};

/// Reads a table: cells parted by `delimiter`, quoted where they hold it, a quote or a line end. `take` gets the head and
/// each row, as wide as the head, until it returns false.
csv_summary read_csv_text(std::string_view text, char delimiter, const std::function<bool(const std::vector<std::string> & head, const std::vector<std::string> & row)> & take);

constexpr char csv_delimiters[] = {',', ';', '\t', '|'};

/// The head as each delimiter would part it, and whether there are rows, mostly as wide.
struct csv_guess {
    char delimiter = ',';
    std::vector<std::string> head;
    bool rows = false, even = false;
};
std::vector<csv_guess> csv_guesses(std::string_view text);

}  // namespace rolewright::readers
