// The one table of error and note codes.
#include "base/codes.hpp"

#include <algorithm>

namespace rolewright {
namespace {

constexpr code_entry<error_code> errors[] = {
    {error_code::cannot_read_file, "cannot-read-file", "the file is missing, a folder, or may not be read"},
    {error_code::cannot_write_file, "cannot-write-file", "the output could not be written; nothing was left half-written"},
    {error_code::empty_input, "empty-input", "the input holds no text"},
    {error_code::binary_input, "binary-input", "the input is no text (a PDF, an archive, a picture)"},
    {error_code::too_large, "too-large", "the input is larger than the limit"},
    {error_code::bad_record, "bad-record", "a line of NDJSON is no record"},
    {error_code::bad_option, "bad-option", "an option has a value that is not allowed"},
    {error_code::bad_pack, "bad-pack", "a pack breaks the format"},
    {error_code::bad_query, "bad-query", "a query breaks the query language"},
    {error_code::bad_template, "bad-template", "a template breaks the template language"},
    {error_code::bad_map, "bad-map", "a mapping file breaks its language"},
    {error_code::unknown_pack, "unknown-pack", "no pack has this id"},
    {error_code::unknown_role, "unknown-role", "no role or family has this id"},
    {error_code::unknown_language, "unknown-language", "there is no pack for this language"},
    {error_code::unknown_format, "unknown-format", "this format is not known here"},
    {error_code::missing_program, "missing-program", "a program that reading needs is not installed"},
    {error_code::internal, "internal", "a fault of the library"},
};

constexpr code_entry<note_code> notes[] = {
    {note_code::invalid_utf8, "invalid-utf8", "bytes that are no UTF-8 were replaced"},
    {note_code::encoding_guessed, "encoding-guessed", "the encoding was not declared and not UTF-8"},
    {note_code::control_characters, "control-characters", "control characters were read as spaces"},
    {note_code::no_advert, "no-advert", "the page holds no advert"},
    {note_code::no_text, "no-text", "the advert holds no text to judge"},
    {note_code::language_unknown, "language-unknown", "the language could not be told"},
    {note_code::language_without_pack, "language-without-pack", "there is no pack for the advert's language"},
    {note_code::part_in_another_language, "part-in-another-language", "a part of the advert is in a language without pack and was not judged"},
    {note_code::too_many_blocks, "too-many-blocks", "blocks beyond the limit were left out"},
    {note_code::too_deep, "too-deep", "elements nested beyond the limit were read as if flat"},
    {note_code::line_too_long, "line-too-long", "a very long line was read in pieces"},
    {note_code::too_many_statements, "too-many-statements", "statements beyond the limit were left out"},
    {note_code::too_many_matches, "too-many-matches", "matches beyond the limit were left out"},
    {note_code::binary_content, "binary-content", "a part of the input is no text"},
    {note_code::role_unknown, "role-unknown", "neither title nor duties say what role this is"},
    {note_code::figure_unclear, "figure-unclear", "a figure of the pay looks mistyped"},
    {note_code::no_such_day, "no-such-day", "a date that the calendar does not have"},
    {note_code::weekday_differs, "weekday-differs", "a date whose weekday is another one"},
    {note_code::day_and_month_unclear, "day-and-month-unclear", "a date in figures whose day and month could be swapped"},
    {note_code::field_differs, "field-differs", "a structured field says something else than the text; the text was believed"},
    {note_code::json_mended, "json-mended", "JSON was not clean, and was mended"},
    {note_code::xml_mended, "xml-mended", "XML was not well-formed, and was mended"},
    {note_code::entities_not_expanded, "entities-not-expanded", "entities that an XML file declares were left as they stand"},
    {note_code::record_not_read, "record-not-read", "a line or record could not be read"},
    {note_code::rows_ragged, "rows-ragged", "rows of a table are longer or shorter than its head"},
    {note_code::quote_not_closed, "quote-not-closed", "a quote in a table is never closed, and was taken for a sign"},
    {note_code::no_advert_fields, "no-advert-fields", "no fields of adverts were recognised in XML, JSON or a table"},
    {note_code::too_many_adverts, "too-many-adverts", "adverts beyond the limit were left out"},
    {note_code::part_not_read, "part-not-read", "a file within the input could not be read"},
    {note_code::letter_left_out, "letter-left-out", "the letter around an attached advert was left out"},
};

template <class E, std::size_t n>
std::string_view name_in(const code_entry<E> (&table)[n], E code) {
    return std::find_if(std::begin(table), std::end(table), [&](const auto & e) { return e.code == code; })->name;
}

}  // namespace

std::span<const code_entry<error_code>> error_codes() { return errors; }
std::span<const code_entry<note_code>> note_codes() { return notes; }
std::string_view to_string(error_code code) { return name_in(errors, code); }
std::string_view to_string(note_code code) { return name_in(notes, code); }

std::string error::to_string() const {
    std::string s = file;
    if (line) s += (s.empty() ? "" : ":") + std::to_string(line);
    if (line && column) s += ':' + std::to_string(column);
    if (!s.empty()) s += ": ";
    return s + message;
}

}  // namespace rolewright
