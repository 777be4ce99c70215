// Byte by byte; what breaks the rules stands for itself.
#include "read/mail_codings.hpp"

#include "text/decode.hpp"

#include <array>

namespace rolewright::readers {
namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

constexpr auto base64_values = [] {
    std::array<signed char, 256> made{};
    made.fill(-1);
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < digits.size(); ++i) made[static_cast<unsigned char>(digits[i])] = static_cast<signed char>(i);
    return made;
}();

std::string from_base64(std::string_view s) {
    std::string made;
    made.reserve(s.size() / 4 * 3);
    unsigned bits = 0;
    int held = 0;
    for (const char c : s) {
        const auto v = base64_values[static_cast<unsigned char>(c)];
        if (v < 0) continue;
        bits = bits << 6 | static_cast<unsigned>(v);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        made += static_cast<char>(bits >> held & 0xFF);
    }
    return made;
}

std::string from_quoted_printable(std::string_view s) {
    std::string made;
    made.reserve(s.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] != '=') {
            made += s[i];
            continue;
        }
        // A line broken for the carrier's sake, perhaps with spaces behind the sign.
        auto end = i + 1;
        while (end < s.size() && (s[end] == ' ' || s[end] == '\t' || s[end] == '\r')) ++end;
        if (end < s.size() && s[end] == '\n') {
            i = end;
            continue;
        }
        const int high = i + 2 < s.size() ? hex(s[i + 1]) : -1, low = i + 2 < s.size() ? hex(s[i + 2]) : -1;
        if (high < 0 || low < 0) made += '=';
        else made += static_cast<char>(high << 4 | low), i += 2;
    }
    return made;
}

}  // namespace

std::string decoded_body(std::string_view body, std::string_view encoding) {
    if (encoding == "base64") return from_base64(body);
    if (encoding == "quoted-printable") return from_quoted_printable(body);
    return std::string(body);
}

std::string decoded_words(std::string_view header) {
    std::string made;
    bool after_word = false;
    for (std::size_t i = 0; i < header.size();) {
        const auto charset_end = header.substr(i).starts_with("=?") ? header.find('?', i + 2) : std::string_view::npos;
        const auto words_begin = charset_end == std::string_view::npos ? charset_end : charset_end + 3;
        const auto end = words_begin == std::string_view::npos || words_begin > header.size() || header[words_begin - 1] != '?' ? std::string_view::npos : header.find("?=", words_begin);
        if (end == std::string_view::npos) {
            after_word = after_word && (header[i] == ' ' || header[i] == '\t');
            made += header[i++];
            continue;
        }
        // White space between two encoded words is not part of the text.
        if (after_word)
            while (!made.empty() && (made.back() == ' ' || made.back() == '\t')) made.pop_back();
        auto words = std::string(header.substr(words_begin, end - words_begin));
        const char how = header[charset_end + 1];
        if (how == 'q' || how == 'Q') {
            for (auto & c : words)
                if (c == '_') c = ' ';
            words = from_quoted_printable(words);
        } else words = from_base64(words);
        made += text::decode(words, header.substr(i + 2, charset_end - i - 2)).text;
        after_word = true;
        i = end + 2;
    }
    // Raw bytes of who knows which charset.
    return text::decode(made).text;
}

std::string unflowed(std::string_view text) {
    std::string made;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        made += line;
        if (line.empty() || line.back() != ' ' || line == "-- ") made += '\n';
    }
    return made;
}

}  // namespace rolewright::readers
