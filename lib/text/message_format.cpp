// ICU does the work; this turns our values into its own and back.
#include "text/message_format.hpp"

#include <unicode/msgfmt.h>

#include <vector>

namespace rolewright::text {
namespace {

icu::UnicodeString wide(std::string_view s) { return icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<std::int32_t>(s.size()))); }

icu::Formattable formattable(const message_value & v) {
    if (const auto * s = std::get_if<std::string>(&v)) return icu::Formattable(wide(*s));
    if (const auto * d = std::get_if<double>(&v)) return icu::Formattable(*d);
    return icu::Formattable(static_cast<std::int64_t>(std::get<std::int64_t>(v)));
}

}  // namespace

result<std::string> format_message(std::string_view pattern, std::span<const message_arg> args, std::string_view locale) {
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
