// Most words are ASCII and fold by one table. Other characters go through ICU once, one code point at a time: lower
// case, decomposed, marks dropped. Soft hyphens and zero-width characters vanish.
#include "text/tokens.hpp"

#include "text/characters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace rolewright::text {
namespace {

void append_utf8(char32_t c, std::string & out) {
    char buffer[4];
    std::int32_t n = 0;
    UBool error = false;
    U8_APPEND(reinterpret_cast<std::uint8_t *>(buffer), n, 4, static_cast<UChar32>(c), error);
    if (!error) out.append(buffer, static_cast<std::size_t>(n));
}

void append_folded(char32_t c, std::string & out) {
    if (is_typographic_apostrophe(c)) {
        out += '\'';
        return;
    }
    if (is_ignorable(c)) return;
    const auto lower = static_cast<UChar32>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
    UErrorCode status = U_ZERO_ERROR;
    const auto * kd = unorm2_getNFKDInstance(&status);
    UChar decomposed[20];
    const auto n = U_SUCCESS(status) ? unorm2_getDecomposition(kd, lower, decomposed, 20, &status) : -1;
    if (n <= 0 || U_FAILURE(status)) {
        append_utf8(static_cast<char32_t>(lower), out);
        return;
    }
    for (std::int32_t i = 0; i < n;) {
        UChar32 part;
        U16_NEXT(decomposed, i, n, part);
        if (u_charType(part) != U_NON_SPACING_MARK) append_utf8(static_cast<char32_t>(u_tolower(part)), out);
    }
}

}  // namespace

void fold(std::string_view word, std::string & out) {
    out.clear();
    for (std::size_t i = 0; i < word.size();) {
        const auto byte = static_cast<unsigned char>(word[i]);
        if (byte < 0x80) {
            out += ascii_lower(word[i++]);
            continue;
        }
        append_folded(next_code_point(word, i), out);
    }
    if (out.ends_with("'s")) out.resize(out.size() - 2);
    else if (out.size() > 1 && out.back() == '\'') out.pop_back();
}

std::string fold(std::string_view word) {
    std::string out;
    fold(word, out);
    return out;
}

}  // namespace rolewright::text
