#include "text/language.hpp"

#include <cstdio>  // CLD2's header uses FILE without it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace rolewright::text {
namespace {

std::string tag_of(CLD2::Language language) {
    return language == CLD2::UNKNOWN_LANGUAGE || language == CLD2::TG_UNKNOWN_LANGUAGE ? std::string() : CLD2::LanguageCode(language);
}

}  // namespace

languages tell_languages(std::string_view text, std::string_view likely) {
    languages made;
    const std::string hint(likely);
    const CLD2::CLDHints hints{hint.empty() ? nullptr : hint.c_str(), nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    constexpr bool plain_text = true;
    CLD2::Language best[3];
    int percent[3], bytes = 0;
    double score[3];
    bool reliable = false;
    CLD2::ResultChunkVector chunks;
    CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), plain_text, &hints, CLD2::kCLDFlagBestEffort, best, percent, score, &chunks, &bytes, &reliable);
    // CLD2 names no language for a few bare names and numbers; so few words are nobody's.
    if (bytes > 0) made.tag = tag_of(best[0]);
    for (const auto & c : chunks)
        made.stretches.push_back({{static_cast<std::uint32_t>(c.offset), static_cast<std::uint32_t>(c.offset) + c.bytes}, tag_of(static_cast<CLD2::Language>(c.lang1))});
    return made;
}

}  // namespace rolewright::text
