// simdjson parses strictly; a line that it refuses is repaired once (raw control characters in strings, lone
// surrogates, bytes that are no UTF-8) and tried again.
#include "read/record.hpp"

#include "read/formats.hpp"

#include <simdjson.h>

namespace rolewright::readers {
namespace {

using simdjson::dom::element;

std::optional<std::string> text_member(const element & of, const char * name) {
    element value;
    if (of[name].get(value) != simdjson::SUCCESS) return std::nullopt;
    std::string_view words;
    if (value.get(words) == simdjson::SUCCESS) return std::string(words);
    if (value.is_number()) return simdjson::minify(value);
    return std::nullopt;
}

bool hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// \uD800 without its other half becomes \uFFFD; raw control characters become escapes.
std::string repaired(std::string_view line) {
    const auto utf8 = text::decode(line).text;
    std::string made;
    const auto surrogate_at = [&](std::size_t i, char low, char high) {
        if (i + 6 > utf8.size() || utf8[i] != '\\' || utf8[i + 1] != 'u' || (utf8[i + 2] | 32) != 'd') return false;
        const char c = static_cast<char>(utf8[i + 3] | 32);
        return hex(utf8[i + 3]) && c >= low && c <= high;
    };
    bool in_string = false;
    for (std::size_t i = 0; i < utf8.size();) {
        if (utf8[i] == '"') in_string = !in_string;
        if (!in_string) {
            made += utf8[i++];
            continue;
        }
        if (surrogate_at(i, '8', 'b') && surrogate_at(i + 6, 'c', 'f')) made += utf8.substr(i, 12), i += 12;
        else if (surrogate_at(i, '8', 'f') && utf8[i + 3] >= '8') made += "\\uFFFD", i += 6;
        else if (surrogate_at(i, 'a', 'f')) made += "\\uFFFD", i += 6;
        else if (utf8[i] == '\\' && i + 1 < utf8.size()) made += utf8.substr(i, 2), i += 2;
        else if (static_cast<unsigned char>(utf8[i]) < 0x20) made += utf8[i] == '\t' ? "\\t" : utf8[i] == '\n' ? "\\n" : " ", ++i;
        else made += utf8[i++];
    }
    return made;
}

error bad_record(const std::string & message) { return {error_code::bad_record, message}; }

}  // namespace

result<document> read_record(std::string_view line, const read_limits & limits) {
    if (line.size() > limits.bytes) return error{error_code::too_large, "expected at most " + std::to_string(limits.bytes) + " bytes, found " + std::to_string(line.size())};
    simdjson::dom::parser parser;
    element record;
    auto problem = parser.parse(line.data(), line.size()).get(record);
    bool mended = false;
    if (problem) {
        const auto again = repaired(line);
        mended = parser.parse(again).get(record) == simdjson::SUCCESS;
        if (!mended) return bad_record(std::string("expected a JSON object, found a line that is none: ") + simdjson::error_message(problem));
    }
    if (!record.is_object()) return bad_record("expected a JSON object, found another value");
    const auto words = text_member(record, "text");
    const auto html = text_member(record, "html");
    if (!words && !html) return bad_record("expected a member \"text\" or \"html\" with a string, found none");
    auto made = words ? text_document(*words, limits) : html_document(*html, limits);
    made.sources.clear();
    made.given = {text_member(record, "id"), text_member(record, "title"), text_member(record, "employer"), text_member(record, "country"), text_member(record, "language")};
    if (mended) made.notes.push_back({note_code::invalid_utf8});
    return made;
}

std::optional<std::string> id_of_record(std::string_view line) {
    simdjson::dom::parser parser;
    element record;
    if (parser.parse(line.data(), line.size()).get(record) != simdjson::SUCCESS || !record.is_object()) return std::nullopt;
    return text_member(record, "id");
}

}  // namespace rolewright::readers
