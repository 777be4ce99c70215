#pragma once
#include "read/formats.hpp"
#include <rolewright/document.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

class json_reader;

/// Reads lines of NDJSON, one after another: records {"id", "title", "employer", "country", "language", "text" or "html"}
/// (the text is taken byte for byte), JobPostings, what one of the maps of formats knows, or what `map` says alone.
class record_reader {
public:
    record_reader(const read_limits & limits, const field_map * map);
    record_reader(record_reader &&) noexcept;
    ~record_reader();

    /// The adverts of a line, at least one; a line without any is an error.
    result<std::vector<document>> read(std::string_view line);
    /// The "id" of the line that was read last, where it could be parsed.
    std::optional<std::string> id() const { return id_; }

private:
    const read_limits limits_;
    const field_map * map_;
    std::unique_ptr<json_reader> json_;
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
