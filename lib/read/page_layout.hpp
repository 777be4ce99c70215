#pragma once
#include <rolewright/document.hpp>

#include <string>
#include <vector>

namespace rolewright::readers {

/// A piece of a line: words that stand close together. Points from the page's upper left corner.
struct page_line {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    double size = 0;        ///< height of its letters
    struct word {
        double x0 = 0, x1 = 0;
        std::size_t begin = 0;  ///< in `text`
    };
    std::vector<word> words;
    std::string text;

    double first_width() const { return words.empty() ? 0 : words.front().x1 - words.front().x0; }
};

struct page {
    double width = 0, height = 0;
    std::vector<page_line> lines;
};

/// Puts what stands on pages into the order of reading: columns, tables, paragraphs, lists, headings; what repeats at the
/// pages' edges is chrome.
document document_of_pages(std::vector<page> pages, const read_limits & limits);

}  // namespace rolewright::readers
