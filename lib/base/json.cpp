// Text is copied in runs between characters that need escaping; numbers go through std::to_chars.
#include "base/json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rolewright {
namespace {

// Bytes that are written as they are.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> t{};
    for (int c = 0x20; c < 0x80; ++c) t[static_cast<std::size_t>(c)] = c != '"' && c != '\\';
    return t;
}();

// The length of the well-formed UTF-8 sequence at `i`, or 0.
std::size_t sequence_at(std::string_view s, std::size_t i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
    const auto b = byte(i);
    const std::size_t n = b < 0x80 ? 1 : b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
    if (n == 0 || i + n > s.size()) return 0;
    for (std::size_t k = 1; k < n; ++k)
        if ((byte(i + k) & 0xC0) != 0x80) return 0;
    if ((b == 0xE0 && byte(i + 1) < 0xA0) || (b == 0xED && byte(i + 1) > 0x9F) || (b == 0xF0 && byte(i + 1) < 0x90) || (b == 0xF4 && byte(i + 1) > 0x8F)) return 0;
    return n;
}

void escape(char c, std::string & out) {
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[(c >> 4) & 15];
            out += hex[c & 15];
    }
}

}  // namespace

void json_writer::separate() {
    if (comma_) out_ += ',';
    comma_ = true;
}

json_writer & json_writer::begin_object() { return separate(), out_ += '{', comma_ = false, *this; }
json_writer & json_writer::end_object() { return out_ += '}', comma_ = true, *this; }
json_writer & json_writer::begin_array() { return separate(), out_ += '[', comma_ = false, *this; }
json_writer & json_writer::end_array() { return out_ += ']', comma_ = true, *this; }

json_writer & json_writer::key(std::string_view name) {
    // Names are short, and many: one append for each.
    char made[64];
    std::size_t size = 0;
    if (name.size() + 4 > sizeof made || !std::all_of(name.begin(), name.end(), [](char c) { return plain[static_cast<unsigned char>(c)]; })) {
        value(name);
        out_ += ':';
    } else {
        if (comma_) made[size++] = ',';
        made[size++] = '"';
        size += name.copy(made + size, name.size());
        made[size++] = '"';
        made[size++] = ':';
        out_.append(made, size);
    }
    comma_ = false;
    return *this;
}

json_writer & json_writer::value(std::string_view text) {
    separate();
    out_ += '"';
    for (std::size_t i = 0; i < text.size();) {
        auto run = i;
        while (run < text.size() && plain[static_cast<unsigned char>(text[run])]) ++run;
        out_.append(text, i, run - i);
        i = run;
        if (i == text.size()) break;
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            escape(text[i++], out_);
            continue;
        }
        const auto n = sequence_at(text, i);
        if (n == 0) out_ += "\xEF\xBF\xBD", ++i;
        else if (text.substr(i, 3) == "\xE2\x80\xA8") out_ += "\\u2028", i += 3;
        else if (text.substr(i, 3) == "\xE2\x80\xA9") out_ += "\\u2029", i += 3;
        else out_.append(text, i, n), i += n;
    }
    out_ += '"';
    return *this;
}

json_writer & json_writer::value(bool yes) { return separate(), out_ += yes ? "true" : "false", *this; }

json_writer & json_writer::value(double number) {
    if (!std::isfinite(number)) return null();
    separate();
    char buffer[32];
    // 600000, not 6e+05: whole numbers are written out.
    const bool whole = std::abs(number) < 1e15 && number == std::trunc(number);
    const auto end = whole ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<std::int64_t>(number)).ptr : std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
    out_.append(buffer, end);
    return *this;
}

json_writer & json_writer::value(std::int64_t number) {
    char buffer[24];
    separate();
    out_.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, number).ptr);
    return *this;
}
json_writer & json_writer::null() { return separate(), out_ += "null", *this; }

json_writer & json_writer::tenths(double number) {
    separate();
    // Half up; the small addend keeps 13.25 from falling to 13.2 by a last binary digit.
    const auto rounded = static_cast<std::int64_t>(std::floor(number * 10 + 0.5 + 1e-9));
    out_ += std::to_string(rounded / 10) + '.' + std::to_string(rounded % 10);
    return *this;
}

}  // namespace rolewright
