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

// Of ASCII, without what may be money or a reference: the loop has no way out so that it takes many bytes at once.
bool is_plain(std::string_view line) {
    unsigned char odd = 0;
    for (const char c : line) odd |= static_cast<unsigned char>((c & 0x80) | (c == '$') | (c == '&'));
    return odd == 0;
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
    if (at >= end || (text[at] != '.' && text[at] != '/' && text[at] != '$')) return false;
    return text[at] == '$' || at + 1 < end;
}

// "&pound;", "&#163;": the words of the text leave out what was once a page's.
bool may_hold_references(std::string_view line) {
    for (auto at = line.find('&'); at != std::string_view::npos; at = line.find('&', at + 1))
        if (at + 1 < line.size() && line[at + 1] != ' ') return true;
    return false;
}

// What the marks say. Whether each of them parts words as it does for everybody.
bool read_marks(std::string_view line, fact_kinds & kinds) {
    if (is_plain(line)) return true;
    if (line.find('$') != std::string_view::npos) kinds |= bit(fact_kind::currency);
    return is_plain_typography(line, kinds) && !may_hold_references(line);
}

}  // namespace

line_kinds kinds_of(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set) {
    constexpr std::uint32_t short_word = 3;
    auto of_marks = marks;
    const bool plain = read_marks(where.of(text), of_marks);
    line_kinds made{.kinds = of_marks, .told = plain};
    std::size_t first = 0;
    for (; first < words.size() && words[first].text.end <= where.begin; ++first) made.figures += words[first].digits ? words[first].text.size() : 0;
    words = words.subspan(first);
    if (words.empty()) return made;
    made.told = made.told && where.contains({words.front().text.begin, words.back().text.end});
    for (const auto & t : words) {
        const auto size = t.text.size();
        if (t.digits) {
            const auto word = t.text.of(text);
            made.figures += size;
            made.told = made.told && std::all_of(word.begin(), word.end(), figure);
            made.kinds |= bit(fact_kind::number);
            continue;
        }
        if (!t.plain) made.told = made.told && is_of_letters(t.text.of(text));
        if (size <= short_word) {
            made.told = made.told && !may_go_on(text, t.text.end, where.end);
            if (size == code_size && t.capitals) made.kinds |= bit(fact_kind::currency);
        }
        if (const auto * meaning = set.meaning_of(t.word)) made.add(meaning->kinds, meaning->value);
    }
    return made;
}

line_kinds kinds_of(std::string_view text, std::span<const fact_token> tokens) {
    line_kinds made;
    for (const auto & t : tokens) {
        made.add(t.kinds, t.value);
        const auto word = t.text.of(text);
        if (word.size() == code_size && std::all_of(word.begin(), word.end(), upper)) made.kinds |= bit(fact_kind::currency);
    }
    return made;
}

}  // namespace rolewright::adverts
