// The names come from ICU's data, once for all.
#include "text/country.hpp"

#include "text/tokens.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstring>
#include <unordered_map>

namespace rolewright::text {
namespace {

std::unordered_map<std::string, std::string> names_of_countries() {
    static constexpr const char * languages[] = {"en", "de", "fr", "nl", "nb", "sv", "da", "fi", "es", "pt", "it", "pl"};
    std::unordered_map<std::string, std::string> made{{"uk", "GB"}, {"usa", "US"}};
    for (const auto * const * code = icu::Locale::getISOCountries(); *code; ++code) {
        const icu::Locale country("", *code);
        made.emplace(fold(*code), *code);
        if (const auto * longer = country.getISO3Country(); *longer) made.emplace(fold(longer), *code);
        for (const auto * language : languages) {
            icu::UnicodeString name;
            std::string utf8;
            country.getDisplayCountry(icu::Locale(language), name);
            name.toUTF8String(utf8);
            made.emplace(fold(utf8), *code);
        }
    }
    return made;
}

}  // namespace

std::string country_code(std::string_view name) {
    if (name.size() == 2 && name[0] >= 'A' && name[0] <= 'Z' && name[1] >= 'A' && name[1] <= 'Z') return name == "UK" ? "GB" : std::string(name);
    static const auto names = names_of_countries();
    const auto found = names.find(fold(name));
    return found == names.end() ? std::string() : found->second;
}

}  // namespace rolewright::text
