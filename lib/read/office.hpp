#pragma once
#include "read/formats.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

/// What DOCX and ODT have in common: paragraphs, tables in one another, text boxes and notes that stand inside a paragraph
/// but are read after it. Paragraphs come with their shape; finish() makes a document of them.
class office_writer {
public:
    struct shape {
        block_kind kind = block_kind::paragraph;
        std::uint8_t level = 0;
        bool chrome = false;
    };

    explicit office_writer(const read_limits & limits) : limits_(limits) { stories_.emplace_back(); }

    /// Headers and footers: everything until it is set back is chrome.
    void set_chrome(bool chrome) { chrome_ = chrome; }

    void open_paragraph();
    void set_shape(shape of) { now().shape = of; }
    void put(std::string_view words, bool bold);
    /// Goes on in a block of its own, of the same shape.
    void break_line();
    void close_paragraph();
    bool in_paragraph() const { return stories_.back().open; }

    enum class place : std::uint8_t { after_paragraph, at_end };
    /// A text box or a note: its paragraphs are kept apart from the one it stands in.
    void open_story(place to);
    void close_story();

    void open_table();
    void open_row(bool head);
    void set_row_head();
    void open_cell(std::uint32_t span);
    void set_span(std::uint32_t span);
    /// Cells that lie below or beside a merged one count as columns and hold nothing.
    void skip_cells(std::uint32_t count);
    void close_table();
    bool in_table() const { return !stories_.back().tables.empty(); }

    document finish();

private:
    struct piece {
        std::string text;
        block as;
        std::size_t letters = 0, bold_letters = 0;
    };
    struct table {
        std::uint32_t number = 0, row = 0, column = 0, span = 1;
        bool any_row = false, any_cell = false, head = false;
    };
    struct story {
        place to = place::after_paragraph;
        bool open = false, spaced = true;
        office_writer::shape shape;
        piece now;
        std::vector<table> tables;
        std::vector<piece> pieces, after;
    };

    story & now() { return stories_.back(); }
    void keep();
    void unmake_single_columns(std::vector<piece> & pieces) const;

    const read_limits & limits_;
    std::vector<story> stories_;
    std::vector<piece> tail_;
    std::uint32_t tables_ = 0;
    bool chrome_ = false;
};

/// Puts blocks of readers without a place in the input one below the other: trimmed, list markers taken off, counted.
class block_writer {
public:
    block_writer(document & to, const read_limits & limits) : to_(to), limits_(limits) {}
    void add(std::string_view words, block as);

private:
    document & to_;
    const read_limits & limits_;
};

result<bool> read_docx(const input & in, reading & to);
int sniff_docx(std::string_view bytes);
result<bool> read_odt(const input & in, reading & to);
int sniff_odt(std::string_view bytes);

}  // namespace rolewright::readers
