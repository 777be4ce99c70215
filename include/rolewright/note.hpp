#pragma once
#include <rolewright/range.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rolewright {

/// Something worth knowing about an input that could still be read, e.g. "invalid-utf8". Every code is listed with its
/// meaning in lib/base/codes.cpp; its sentence for people lives in the messages pack as `note.<code>`.
enum class note_code : std::uint8_t {
    invalid_utf8,
    encoding_guessed,
    control_characters,
    no_advert,
    no_text,
    language_unknown,
    language_without_pack,
    part_in_another_language,
    too_many_blocks,
    too_deep,
    line_too_long,
    too_many_statements,
    too_many_matches,
    binary_content,
    role_unknown,
    figure_unclear,
    no_such_day,
    weekday_differs,
    day_and_month_unclear,
    field_differs,
    json_mended,
    xml_mended,
    entities_not_expanded,
    record_not_read,
    rows_ragged,
    quote_not_closed,
    no_advert_fields,
    too_many_adverts,
    part_not_read,
    letter_left_out,
};

struct note {
    note_code code;
    std::vector<std::string> args = {};  ///< values for {0}, {1}, … of its sentence
    range where = {};                    ///< empty: about the whole document
};

/// The name of a code as it stands in JSON, e.g. "invalid-utf8".
std::string_view to_string(note_code code);

}  // namespace rolewright
