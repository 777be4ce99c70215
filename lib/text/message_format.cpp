// Most patterns only put words in; they are filled here. For all else (plurals, quoting, numbers as people write them) ICU
// does the work, and this turns our values into its own and back.
#include "text/message_format.hpp"

#include <unicode/msgfmt.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace rolewright::text {
namespace {

icu::UnicodeString wide(std::string_view s) { return icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<std::int32_t>(s.size()))); }

icu::Formattable formattable(const message_value & v) {
    if (const auto * s = std::get_if<std::string>(&v)) return icu::Formattable(wide(*s));
    if (const auto * d = std::get_if<double>(&v)) return icu::Formattable(*d);
    return icu::Formattable(static_cast<std::int64_t>(std::get<std::int64_t>(v)));
}

// The pattern filled, where it asks for nothing but words to be put in.
// `small_numbers`: the locale writes numbers below 1000 in the digits 0 to 9.
std::optional<std::string> plainly_filled(std::string_view pattern, std::span<const message_arg> args, bool small_numbers) {
    std::string made;
    const auto mark_from = [&](std::size_t at) {
        while (at < pattern.size() && pattern[at] != '{' && pattern[at] != '}' && pattern[at] != '\'') ++at;
        return at;
    };
    for (std::size_t i = 0; i < pattern.size();) {
        const auto run = mark_from(i);
        made.append(pattern, i, run - i);
        if (run == pattern.size()) break;
        i = run + 1;
        if (pattern[run] == '\'') {
            // An apostrophe before a brace or another one quotes.
            if (i < pattern.size() && (pattern[i] == '{' || pattern[i] == '}' || pattern[i] == '\'')) return std::nullopt;
            made += '\'';
            continue;
        }
        const auto close = mark_from(i);
        if (pattern[run] == '}' || close == pattern.size() || pattern[close] != '}') return std::nullopt;
        const auto name = pattern.substr(i, close - i);
        const auto arg = std::find_if(args.begin(), args.end(), [&](const message_arg & a) { return a.first == name; });
        if (arg == args.end()) return std::nullopt;
        if (const auto * words = std::get_if<std::string>(&arg->second)) made += *words;
        else if (const auto * number = std::get_if<std::int64_t>(&arg->second); number && small_numbers && *number >= 0 && *number < 1000) made += std::to_string(*number);
        else return std::nullopt;
        i = close + 1;
    }
    return made;
}

}  // namespace

result<std::string> format_message(std::string_view pattern, std::span<const message_arg> args, std::string_view locale) {
    if (auto made = plainly_filled(pattern, args, locale.starts_with("en"))) return *std::move(made);
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    const icu::MessageFormat format(wide(pattern), icu::Locale(std::string(locale).c_str()), where, status);
    if (U_FAILURE(status)) return error{error_code::bad_pack, "expected a message pattern, found \"" + std::string(pattern) + "\": " + u_errorName(status)};
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto & [name, value] : args) {
        names.push_back(wide(name));
        values.push_back(formattable(value));
    }
    icu::UnicodeString made;
    format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), made, status);
    if (U_FAILURE(status)) return error{error_code::bad_pack, "could not fill the message pattern \"" + std::string(pattern) + "\": " + u_errorName(status)};
    std::string out;
    made.toUTF8String(out);
    return out;
}

}  // namespace rolewright::text
