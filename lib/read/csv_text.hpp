#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

/// A table as text: cells parted by `delimiter`, quoted where they hold it, a quote or a line end.
struct csv_table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;  ///< each as wide as the head
    std::size_t ragged = 0;                      ///< rows that were shorter or longer
    std::size_t first_ragged = 0;                ///< number of the first of them, from 1
    bool open_quote = false;                     ///< a quote was never closed, and taken for a sign
    bool too_many = false;                       ///< rows beyond `most` were left out
};
csv_table read_csv_text(std::string_view text, char delimiter, std::size_t most);

constexpr char csv_delimiters[] = {',', ';', '\t', '|'};

/// The head as each delimiter would part it, and whether there are rows, mostly as wide.
struct csv_guess {
    char delimiter = ',';
    std::vector<std::string> head;
    bool rows = false, even = false;
};
std::vector<csv_guess> csv_guesses(std::string_view text);

}  // namespace rolewright::readers
