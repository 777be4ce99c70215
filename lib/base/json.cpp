// The string is made longer than needed, twice as long each time, and cut when the outermost bracket closes. Text is copied
// eight bytes at a time between characters that need escaping; numbers go through std::to_chars.
#include "base/json.hpp"

#include "base/eight_bytes.hpp"

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

// Writes the escape of a character of ASCII; behind it.
char * escape(char c, char * to) {
    static constexpr char hex[] = "0123456789abcdef";
    *to++ = '\\';
    switch (c) {
        case '"':
        case '\\': *to++ = c; break;
        case '\n': *to++ = 'n'; break;
        case '\r': *to++ = 'r'; break;
        case '\t': *to++ = 't'; break;
        default:
            for (const char digit : {'u', '0', '0', hex[(c >> 4) & 15], hex[c & 15]}) *to++ = digit;
    }
    return to;
}

char * copy(std::string_view bytes, char * to) { return to + bytes.copy(to, bytes.size()); }

// Whether eight bytes are all written as they are: none is below the space, a quotation mark, a backslash or no ASCII.
bool all_plain(std::uint64_t eight) {
    constexpr auto each = eight_bytes::each;
    return (((eight - each(' ')) | ((eight ^ each('"')) - each(1)) | ((eight ^ each('\\')) - each(1)) | eight) & eight_bytes::top_bits) == 0;
}

constexpr std::size_t longest_escape = 6, longest_number = 32;

}  // namespace

void json_writer::grow(std::size_t size) {
    constexpr std::size_t least = 8192;
    const auto used = static_cast<std::size_t>(at_ - out_.data());
    out_.resize(std::max({least, 2 * used, used + size + 1}));
    at_ = out_.data() + used;
    end_ = out_.data() + out_.size();
}

void json_writer::cut() { out_.resize(static_cast<std::size_t>(at_ - out_.data())); }

json_writer & json_writer::key(std::string_view name) {
    value(name);
    comma_ = false;
    *place_for(1) = ':';
    ++at_;
    return *this;
}

json_writer & json_writer::value(std::string_view text) {
    constexpr std::size_t quotes = 2;
    const auto room = [&](std::size_t i) { return text.size() - i + longest_escape + quotes; };
    auto * to = place_for(room(0));
    *to++ = '"';
    for (std::size_t i = 0;;) {
        for (std::uint64_t eight; i + sizeof eight <= text.size(); i += sizeof eight, to += sizeof eight) {
            std::memcpy(&eight, text.data() + i, sizeof eight);
            if (!all_plain(eight)) break;
            std::memcpy(to, &eight, sizeof eight);
        }
        while (i < text.size() && plain[static_cast<unsigned char>(text[i])]) *to++ = text[i++];
        if (i == text.size()) break;
        const auto n = sequence_at(text, i);
        const auto sequence = text.substr(i, n);
        if (n == 0) to = copy("\xEF\xBF\xBD", to);
        else if (n == 1) to = escape(text[i], to);
        else if (sequence == "\xE2\x80\xA8") to = copy("\\u2028", to);
        else if (sequence == "\xE2\x80\xA9") to = copy("\\u2029", to);
        else to = copy(sequence, to);
        i += std::max<std::size_t>(n, 1);
        at_ = to;
        if (static_cast<std::size_t>(end_ - at_) < room(i)) grow(room(i));
        to = at_;
    }
    *to++ = '"';
    at_ = to;
    comma_ = true;
    return *this;
}

json_writer & json_writer::value(bool yes) {
    const std::string_view word = yes ? "true" : "false";
    at_ = copy(word, place_for(word.size()));
    comma_ = true;
    return *this;
}

json_writer & json_writer::null() {
    constexpr std::string_view word = "null";
    at_ = copy(word, place_for(word.size()));
    comma_ = true;
    return *this;
}

json_writer & json_writer::value(std::int64_t number) {
    auto * to = place_for(longest_number);
    at_ = std::to_chars(to, to + longest_number, number).ptr;
    comma_ = true;
    return *this;
}

json_writer & json_writer::value(double number) {
    if (!std::isfinite(number)) return null();
    // 600000, not 6e+05: whole numbers are written out.
    if (std::abs(number) < 1e15 && number == std::trunc(number)) return value(static_cast<std::int64_t>(number));
    auto * to = place_for(longest_number);
    auto * const end = to + longest_number;
    // Most others have one digit or two behind the point, and no fewer digits read back as the same number.
    constexpr double many = 1e12;
    const auto hundredths = static_cast<std::int64_t>(number > 0 && number < many ? number * 100 + 0.5 : 0);
    if (static_cast<double>(hundredths) / 100 == number) {
        to = std::to_chars(to, end, hundredths / 100).ptr;
        *to++ = '.';
        *to++ = static_cast<char>('0' + hundredths / 10 % 10);
        if (hundredths % 10) *to++ = static_cast<char>('0' + hundredths % 10);
        at_ = to;
    } else at_ = std::to_chars(to, end, number).ptr;
    comma_ = true;
    return *this;
}

json_writer & json_writer::tenths(double number) {
    // Half up; the small addend keeps 13.25 from falling to 13.2 by a last binary digit.
    const auto rounded = static_cast<std::int64_t>(std::floor(number * 10 + 0.5 + 1e-9));
    auto * to = place_for(longest_number);
    auto * const end = to + longest_number;
    to = std::to_chars(to, end, rounded / 10).ptr;
    *to++ = '.';
    at_ = std::to_chars(to, end, rounded % 10).ptr;
    comma_ = true;
    return *this;
}

}  // namespace rolewright
