#pragma once
#include "read/tree.hpp"

#include <rolewright/document.hpp>
#include <rolewright/field_map.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rolewright::readers {

enum class field : std::uint8_t {
    id, title, employer, country, language, location, qualification, reference, contact_email, contact_phone,  // words
    salary, posted, closing, start, hours_per_week, experience_years, contract, workplace, posts,              // values
    row, text,
};

/// One place, or words that stand for themselves ('Acme Ltd').
struct map_term {
    tree_path path;
    std::string words;
    bool literal = false;
};
/// "a + b | c": both a and b, else c.
using map_source = std::vector<std::vector<map_term>>;

struct map_rule {
    readers::field of = field::text;
    map_source from;
    map_source min, max, currency, per;                        ///< salary in numbers
    map_source heading;                                        ///< text: a heading above it
    bool heading_is_name = false;                              ///< text: the heading is the name of the field itself
    bool in_cents = false;                                     ///< salary
    std::string label;                                         ///< row, and values that could only be read as words
    tree_path each;                                            ///< text: once for each of these
    bool repeated = false;
    std::string date_order;                                    ///< "dmy", "mdy", "ymd"; empty: told by its look
    std::vector<std::pair<std::string, std::string>> values;   ///< what words mean: when, value
};

/// The adverts that a map finds in a tree, in order.
std::vector<place_in_tree> adverts_in(const tree & of, const field_map::parts & map);

/// The document of one of them: its fields as given facts, its texts as text. No title and no text: empty.
document mapped_document(const tree & of, place_in_tree advert, const field_map::parts & map, const read_limits & limits);

/// The columns of a table's head that a map reads, and whether title and text are among them.
struct known_columns {
    std::vector<bool> read;  ///< by column
    std::size_t count = 0;
    bool title = false, text = false;
};
known_columns columns_known(std::span<const std::string> head, const field_map::parts & map);

/// The built-in maps of formats, the surest first; the last one knows the usual names of columns and fields.
std::span<const field_map> format_maps();

}  // namespace rolewright::readers

struct rolewright::field_map::parts {
    std::string name;       ///< of the format
    std::string container;  ///< "xml", "json", "ndjson", "csv"; empty: any
    std::vector<readers::tree_path> adverts;  ///< the first that leads anywhere counts
    bool everywhere = false;                  ///< "**": whatever has the fields
    readers::map_source needs;                ///< what an advert of this format has
    int sure = 50;
    std::vector<readers::map_rule> rules;
};
