// Most lines are of plain words and marks, each of which is a token too: what the pack says of the words is all there is to
// know. What joins words or parts them in another way (p.a., 24k, a soft hyphen) does not tell.
#include "advert/facts/line_kinds.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

constexpr fact_kinds marks = bit(fact_kind::dash) | bit(fact_kind::slash) | bit(fact_kind::dot) | bit(fact_kind::comma) | bit(fact_kind::plus) | bit(fact_kind::percent);
constexpr std::uint32_t code_size = 3;

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return upper(c) || (c >= 'a' && c <= 'z'); }
bool figure(char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; }
constexpr std::string_view apostrophe = "’";

bool is_ascii(std::string_view s) {
    unsigned char all = 0;
    for (const char c : s) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

// Marks beyond ASCII that are no letters to anybody and part words as those of ASCII do.
bool is_plain_typography(std::string_view s, fact_kinds & kinds) {
    struct mark {
        std::string_view text;
        fact_kinds kinds;
    };
    static constexpr mark known[] = {{apostrophe, 0}, {"‘", 0}, {"“", 0}, {"”", 0}, {"–", 0}, {"—", 0}, {"•", 0}, {"…", 0}, {"\xC2\xA0", 0}, {"£", bit(fact_kind::currency)}, {"€", bit(fact_kind::currency)}};
    for (std::size_t at = 0; at < s.size();) {
        if (static_cast<unsigned char>(s[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto found = std::find_if(std::begin(known), std::end(known), [&](const mark & m) { return s.substr(at).starts_with(m.text); });
        if (found == std::end(known)) return false;
        kinds |= found->kinds;
        at += found->text.size();
    }
    return true;
}

bool is_of_letters(std::string_view word) {
    while (!word.empty()) {
        const std::size_t size = letter(word[0]) || word[0] == '\'' ? 1 : word.starts_with(apostrophe) ? apostrophe.size() : 0;
        if (size == 0) return false;
        word.remove_prefix(size);
    }
    return true;
}

// "p.a.", "p/h", "AU$": a short word may be one with what stands behind it.
bool may_go_on(std::string_view text, std::uint32_t at, std::uint32_t end) {
    if (at >= end) return false;
    if (text[at] == '$') return true;
    return (text[at] == '.' || text[at] == '/') && at + 1 < end;
}

// "&pound;", "&#163;": the words of the text leave out what was once a page's.
bool may_hold_references(std::string_view line) {
    for (auto at = line.find('&'); at != std::string_view::npos; at = line.find('&', at + 1))
        if (at + 1 < line.size() && line[at + 1] != ' ') return true;
    return false;
}

}  // namespace

void line_kinds::add(const packs::word_meaning * meaning) {
    kinds |= meaning ? meaning->kinds : bit(fact_kind::other);
    if (meaning && (meaning->kinds & bit(fact_kind::period))) periods |= bit(static_cast<pay_period>(meaning->value));
}

void line_kinds::add(std::string_view text, const fact_token & t) {
    kinds |= t.kinds;
    if (t.is(fact_kind::period)) periods |= bit(static_cast<pay_period>(t.value));
    const auto word = t.text.of(text);
    if (word.size() == code_size && std::all_of(word.begin(), word.end(), upper)) kinds |= bit(fact_kind::currency);
}

line_kinds kinds_of(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set) {
    constexpr line_kinds untold{.told = false};
    constexpr std::uint32_t short_word = 3;
    line_kinds made{.kinds = marks};
    const auto line = where.of(text);
    if ((!is_ascii(line) && !is_plain_typography(line, made.kinds)) || may_hold_references(line)) return untold;
    if (line.find('$') != std::string_view::npos) made.kinds |= bit(fact_kind::currency);
    for (const auto & t : words) {
        if (t.text.end <= where.begin) continue;
        if (t.text.begin < where.begin || t.text.end > where.end) return untold;
        if (t.digits) {
            const auto word = t.text.of(text);
            if (!std::all_of(word.begin(), word.end(), figure)) return untold;
            made.kinds |= bit(fact_kind::number);
            continue;
        }
        if (!t.plain && !is_of_letters(t.text.of(text))) return untold;
        const auto size = t.text.size();
        if (size <= short_word && may_go_on(text, t.text.end, where.end)) return untold;
        if (size == code_size && t.capitals) made.kinds |= bit(fact_kind::currency);
        made.add(set.meaning_of(t.word));
    }
    return made;
}

}  // namespace rolewright::adverts
