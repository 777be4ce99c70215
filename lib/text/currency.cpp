// ICU knows the moneys of the world.
#include "text/currency.hpp"

#include <unicode/ucurr.h>
#include <unicode/unistr.h>

namespace rolewright::text {
namespace {

constexpr std::size_t code_size = 3;

bool letters(std::string_view s) {
    for (const char c : s)
        if (c < 'A' || c > 'Z') return false;
    return true;
}

}  // namespace

std::string currency_of_country(std::string_view country) {
    if (country.size() != 2 || !letters(country)) return {};
    if (country == "UK") country = "GB";
    const auto locale = "und_" + std::string(country);
    UChar code[code_size + 1] = {};
    UErrorCode status = U_ZERO_ERROR;
    if (ucurr_forLocale(locale.c_str(), code, code_size + 1, &status) != code_size || U_FAILURE(status)) return {};
    std::string made;
    return icu::UnicodeString(code, code_size).toUTF8String(made);
}

std::string sign_of_currency(std::string_view code) {
    if (code.size() != code_size) return {};
    const auto wide = icu::UnicodeString::fromUTF8({code.data(), static_cast<std::int32_t>(code.size())});
    std::int32_t size = 0;
    UErrorCode status = U_ZERO_ERROR;
    const UChar * sign = ucurr_getName(icu::UnicodeString(wide).getTerminatedBuffer(), "en", UCURR_NARROW_SYMBOL_NAME, nullptr, &size, &status);
    if (U_FAILURE(status)) return {};
    std::string made;
    return icu::UnicodeString(sign, size).toUTF8String(made);
}

bool is_currency(std::string_view code) {
    if (code.size() != code_size || !letters(code)) return false;
    const auto wide = icu::UnicodeString::fromUTF8({code.data(), static_cast<std::int32_t>(code.size())});
    return ucurr_getNumericCode(icu::UnicodeString(wide).getTerminatedBuffer()) != 0;
}

}  // namespace rolewright::text
