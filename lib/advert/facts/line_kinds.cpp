// Most lines are of plain words and marks, each of which is a token too: what the pack says of the words is all there is to
// know. What joins words or parts them in another way (p.a., 24k, a soft hyphen) does not tell.
#include "advert/facts/line_kinds.hpp"

#include "base/eight_bytes.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

constexpr fact_kinds marks = bit(fact_kind::dash) | bit(fact_kind::slash) | bit(fact_kind::dot) | bit(fact_kind::comma) | bit(fact_kind::plus) | bit(fact_kind::percent);

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "PLN"
bool may_be_code(range word) { return word.size() == 3; }

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
    static constexpr mark known[] = {{"’", 0}, {"‘", 0}, {"“", 0}, {"”", 0}, {"–", 0}, {"—", 0}, {"•", 0}, {"…", 0}, {"\xC2\xA0", 0}, {"£", bit(fact_kind::currency)}, {"€", bit(fact_kind::currency)}};
    for (std::size_t at = 0; at < s.size();) {
        if (at + eight_bytes::size <= s.size() && eight_bytes(s.data() + at).ascii()) {
            at += eight_bytes::size;
            continue;
        }
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

class kinds_teller {
public:
    kinds_teller(std::string_view text, range where, const packs::language_set & set) : text_(text), where_(where), set_(set) {}

    line_kinds tell(std::span<const text::token> words) {
        made_.kinds = marks;
        read_marks();
        std::size_t label = 0;
        for (; label < words.size() && words[label].text.end <= where_.begin; ++label) made_.figures += words[label].digits ? words[label].text.size() : 0;
        words = words.subspan(label);
        if (!words.empty() && !where_.contains({words.front().text.begin, words.back().text.end})) made_.told = false;
        for (const auto & t : words) {
            if (!t.plain) {
                read_odd_word(t);
                continue;
            }
            if (t.text.size() <= longest_joined) read_short_word(t.text);
            if (t.capitals && t.word == text::no_word && may_be_code(t.text)) made_.kinds |= bit(fact_kind::currency);
            if (const auto * meaning = set_.meaning_of(t.word)) made_.add(*meaning);
        }
        return made_;
    }

private:
    // What the marks say; those that may be letters to somebody do not tell.
    void read_marks() {
        const auto line = where_.of(text_);
        if (is_plain(line)) return;
        if (line.find('$') != std::string_view::npos) made_.kinds |= bit(fact_kind::currency);
        if (!is_plain_typography(line, made_.kinds)) made_.told = false;
        for (auto at = line.find('&'); at != std::string_view::npos; at = line.find('&', at + 1)) read_reference(where_.begin + static_cast<std::uint32_t>(at) + 1);
    }

    // "&pound;", "&#163;": the words of the text leave out what was once a page's, the tokens do not.
    void read_reference(std::uint32_t at) {
        if (at < where_.end && letter(text_[at])) read_letters(at);
        else if (at < where_.end && text_[at] == '#') made_.told = false;
    }

    void read_short_word(range word) {
        if (word.end < where_.end && joins(text_[word.end]) && joined_behind(text_, word, where_.end, set_).meaning) made_.told = false;
    }

    // "24k", "candidate's", "C#": its letters are looked up by themselves.
    void read_odd_word(const text::token & t) {
        if (t.digits) {
            made_.figures += t.text.size();
            made_.kinds |= bit(fact_kind::number);
        }
        for (auto at = t.text.begin; at < t.text.end;) at = letter(text_[at]) ? read_letters(at) : at + 1;
    }

    std::uint32_t read_letters(std::uint32_t at) {
        const range word{at, end_of_letters(text_, at, where_.end)};
        if (word.size() <= longest_joined) read_short_word(word);
        if (may_be_code(word)) made_.kinds |= bit(fact_kind::currency);
        if (const auto * meaning = set_.meaning_of(set_.words.find(text::fold(word.of(text_))))) made_.add(*meaning);
        return word.end;
    }

    std::string_view text_;
    range where_;
    const packs::language_set & set_;
    line_kinds made_;
};

}  // namespace

bool is_one_token(const text::token & word, const packs::language_set & set) {
    constexpr auto counts = bit(fact_kind::number) | bit(fact_kind::nth);
    if (!word.plain || word.text.size() <= longest_joined) return false;
    const auto * meaning = set.meaning_of(word.word);
    return !meaning || !(meaning->kinds & counts);
}

line_kinds kinds_of(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set) { return kinds_teller(text, where, set).tell(words); }

line_kinds kinds_of(std::string_view text, std::span<const fact_token> tokens) {
    line_kinds made;
    for (const auto & t : tokens) {
        made.add(t.kinds, t.value);
        if (t.is(fact_kind::other) && t.capital && may_be_code(t.text)) made.kinds |= bit(fact_kind::currency);
    }
    return made;
}

}  // namespace rolewright::adverts
