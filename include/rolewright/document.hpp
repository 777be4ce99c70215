#pragma once
#include <rolewright/field_map.hpp>
#include <rolewright/note.hpp>
#include <rolewright/range.hpp>
#include <rolewright/result.hpp>
#include <rolewright/values.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright {

enum class block_kind : std::uint8_t { heading, paragraph, list_item, table_cell };

/// `chrome` is what surrounds an advert on a page: navigation, footers, cookie banners, related jobs.
enum class block_area : std::uint8_t { main, chrome };

/// One piece of text that stands on its own on the page.
struct block {
    range text;                          ///< in document::text, without the list marker, without white space at its ends
    block_kind kind = block_kind::paragraph;
    block_area area = block_area::main;
    std::uint8_t level = 0;              ///< heading: 1 to 6; list item: nesting from 1; else 0
    bool strong = false;                 ///< every word is set in bold: many adverts write headings so
    bool spaced = false;                 ///< an empty line, or an element's edge, stands before it
    std::uint32_t table = 0;             ///< cells: the table's number from 1; else 0
    std::uint32_t row = 0;               ///< cells: from 0
    std::uint32_t column = 0;            ///< cells: from 0
    bool head_cell = false;              ///< cells: <th>
};

/// Text bytes from `text` up to the next segment come from `source_size` bytes of the input at `source`.
/// If source_size is a whole multiple of the segment's size, bytes map evenly; otherwise the whole segment maps to the
/// whole source piece (an entity). `source_size` 0: the text was put in by the reader (a line end between blocks).
struct source_segment {
    std::uint32_t text = 0;
    std::uint32_t source = 0;
    std::uint32_t source_size = 0;
};

/// Fields that came beside the text (a record, a feed), not from it. Where text and field disagree the text wins, with a note.
struct given_facts {
    std::optional<std::string> id, title, employer, country, language;
    std::optional<std::string> location, qualification, reference, contact_email, contact_phone;
    std::optional<rolewright::salary> salary;
    std::optional<calendar_date> posted, closing, start;
    std::optional<double> hours_per_week, experience_years;
    std::optional<contract_kind> contract;
    std::optional<workplace_kind> workplace;
    std::optional<std::uint32_t> posts;
};

/// The text of one advert as a reader would see it.
struct document {
    std::string text;                     ///< UTF-8
    std::vector<block> blocks;            ///< in text order, not overlapping
    std::vector<source_segment> sources;  ///< in text order; empty: there is no place in the input's own bytes
    given_facts given;
    std::string part;                     ///< the file within the input (an archive, an e-mail) that it came from, or empty
    std::vector<note> notes;

    /// The bytes of the input that `where` came from, or nothing where the format has no such place.
    std::optional<range> source_of(range where) const;
};

/// Limits that keep hostile input from costing unbounded time and memory; hitting one is an error or a note.
struct read_limits {
    std::size_t bytes = 256u << 20;       ///< larger input is an error
    std::uint32_t nesting = 512;          ///< elements below this depth are read as if flat
    std::uint32_t blocks = 1'000'000;     ///< blocks beyond it are left out, with a note
    std::uint32_t sentence_bytes = 8'000; ///< a longer sentence is read in pieces, with a note
    std::uint32_t statements = 100'000;   ///< statements beyond it are left out, with a note
    std::uint32_t findings = 1'000;       ///< findings beyond it are left out, with a note
    std::uint32_t adverts = 200'000;      ///< adverts of one input beyond it are left out, with a note
    std::uint32_t values = 8'000'000;     ///< values or elements of one JSON or XML file; more is an error
    std::size_t expanded_bytes = 512u << 20;  ///< all that is unpacked from one input together; more is an error
    std::uint32_t containers = 4;         ///< archives within archives; deeper is an error
    std::uint32_t program_seconds = 30;   ///< time that a program that helps reading (pdftotext) may take; more is an error
    std::size_t program_bytes = 1u << 30; ///< its memory
};

struct read_options {
    std::string format;  ///< a name of `input_formats()`; empty or "auto": told by the content
    read_limits limits;
    std::optional<field_map> map;  ///< where the adverts and fields of XML, JSON or a table stand; none: known formats
    std::string pdf_program = {};  ///< name or path of pdftotext, which reads PDF files; empty: they are refused
};

/// What a file holds: none, one or many adverts.
struct reading {
    std::string format;    ///< "text", "html", …
    std::string encoding;  ///< "utf-8", "utf-16le", "windows-1252", …
    std::vector<document> documents;
    std::vector<note> notes;
};

/// The names of all formats that can be read, "auto" first.
std::span<const std::string_view> input_formats();

/// Reads the bytes of a file. Fails only if nothing can be read (empty, binary, too large).
/// Safe to call from several threads.
result<reading> read(std::string_view bytes, const read_options & options = {});

/// A 1-based line and column (in code points) of a byte offset in `bytes`.
struct place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};
place place_of(std::string_view bytes, std::uint32_t offset);

/// The same for many offsets of one input: going on from the last one asked for, where it can.
class place_finder {
public:
    explicit place_finder(std::string_view bytes) : bytes_(bytes) {}
    place operator()(std::uint32_t offset);

private:
    std::string_view bytes_;
    std::uint32_t last_ = 0;
    place at_;
};

}  // namespace rolewright
