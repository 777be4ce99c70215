#pragma once
#include "read/formats.hpp"
#include "read/json_text.hpp"

#include <rolewright/document.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

/// The adverts in a JSON value: a record {"id", "title", "employer", "country", "language", "text" or "html"} (the text is
/// taken byte for byte), JobPostings, what one of the maps of formats knows, or what `map` says alone.
struct json_adverts {
    std::string format;
    std::vector<document> documents;
    bool too_many = false;
};
json_adverts adverts_of(const simdjson::dom::element & root, const field_map * map, const read_limits & limits);

/// Reads lines of NDJSON, one after another.
class record_reader {
public:
    record_reader(const read_limits & limits, const field_map * map) : limits_(limits), map_(map), json_(limits) {}

    /// The adverts of a line, at least one; a line without any is an error.
    result<std::vector<document>> read(std::string_view line);
    /// The "id" of the line that was read last, where it could be parsed.
    std::optional<std::string> id() const { return id_; }

private:
    const read_limits limits_;
    const field_map * map_;
    json_reader json_;
    std::optional<std::string> id_;
};

/// The lines of NDJSON that hold anything, without white space at their ends, with their numbers from 1.
struct record_line {
    std::string_view text;
    std::size_t number = 1;
};
std::vector<record_line> record_lines(std::string_view input);

/// Whether most of the first lines are JSON objects of their own.
bool looks_like_records(std::string_view input);

result<bool> read_json(const input & in, reading & to);
result<bool> read_records(const input & in, reading & to);
int sniff_json(std::string_view text);
int sniff_records(std::string_view text);

}  // namespace rolewright::readers
