// Most lines are of plain words and marks, each of which is a token too: what the pack says of the words is all there is to
// know, and one pass that asks nothing of a word gathers it. Other words (24k) are taken apart as the tokens are; where words
// may be joined (p.a.) or parted by what only looks like a mark (a soft hyphen), the words do not tell.
#include "advert/facts/line_kinds.hpp"

#include "base/eight_bytes.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

constexpr fact_kinds marks = bit(fact_kind::dash) | bit(fact_kind::slash) | bit(fact_kind::dot) | bit(fact_kind::comma) | bit(fact_kind::plus) | bit(fact_kind::percent);

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool letter(char c) { return upper(c) || (c >= 'a' && c <= 'z'); }

// "PLN"
bool may_be_code(std::string_view word) { return word.size() == 3 && upper(word[0]) && upper(word[1]) && upper(word[2]); }

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
    static constexpr mark known[] = {{"’", 0}, {"‘", 0}, {"“", 0}, {"”", 0}, {"–", 0}, {"—", 0}, {"•", 0}, {"·", 0}, {"…", 0}, {"\xC2\xA0", 0}, {"£", bit(fact_kind::currency)}, {"€", bit(fact_kind::currency)}};
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
        while (!words.empty() && words.front().text.end <= where_.begin) {
            count_figures(words.front());
            words = words.subspan(1);
        }
        read_marks();
        if (words.empty()) return made_;
        if (!where_.contains({words.front().text.begin, words.back().text.end})) {
            for (const auto & t : words) count_figures(t);
            made_.told = false;
        } else if (!read_plain_words(words) || money_) read_odd_words(words);
        return made_;
    }

private:
    void count_figures(const text::token & t) { made_.figures += t.digits ? t.text.size() : 0; }

    // What the marks say; those that may be letters to somebody do not tell.
    void read_marks() {
        const auto line = where_.of(text_);
        if (is_plain(line)) return;
        money_ = line.find('$') != std::string_view::npos;
        if (money_) made_.kinds |= bit(fact_kind::currency);
        if (!is_plain_typography(line, made_.kinds)) made_.told = false;
        for (auto at = line.find('&'); at != std::string_view::npos; at = line.find('&', at + 1)) read_reference(where_.begin + static_cast<std::uint32_t>(at) + 1);
    }

    // "&pound;", "&#163;": the words of the text leave out what was once a page's, the tokens do not.
    void read_reference(std::uint32_t at) {
        if (at < where_.end && letter(text_[at])) read_letters(at);
        else if (at < where_.end && text_[at] == '#') made_.told = false;
    }

    // Most lines hold no other; the loop does the same for every word, whatever it is. False: some are odd, or short and
    // may be joined to what stands behind them.
    bool read_plain_words(std::span<const text::token> words) {
        const auto last = where_.end - std::min(where_.size(), 2u);  // nothing but money is joined by the last mark
        fact_kinds kinds = 0;
        bool plain = true, joined = false;
        for (const auto & t : words) {
            kinds |= set_.kinds_by_word[t.word];
            plain &= t.plain;
            const char behind = text_[std::min(t.text.end, last)];
            joined |= (t.text.size() <= longest_joined) & ((behind == '.') | (behind == '/'));
        }
        made_.kinds |= kinds;
        return plain && !joined;
    }

    void read_odd_words(std::span<const text::token> words) {
        for (const auto & t : words) {
            if (!t.plain) read_odd_word(t);
            else if (t.text.size() <= longest_joined) read_short_word(t.text, t.word);
        }
    }

    void read_short_word(range word, text::word_id known) {
        if (word.end < where_.end && joins(text_[word.end]) && joined_behind(text_, word, where_.end, set_).meaning) made_.told = false;
        if (!text::is_known(known) && may_be_code(word.of(text_))) made_.kinds |= bit(fact_kind::currency);
    }

    // "24k", "C#": its letters are looked up by themselves. "Candidate's" was looked up with the text.
    void read_odd_word(const text::token & t) {
        count_figures(t);
        if (t.digits) made_.kinds |= bit(fact_kind::number);
        else if (end_of_letters(text_, t.text.begin, where_.end) == t.text.end) {
            if (t.text.size() <= longest_joined) read_short_word(t.text, t.word);
            return;
        }
        for (auto at = t.text.begin; at < t.text.end;) at = letter(text_[at]) ? read_letters(at) : at + 1;
    }

    std::uint32_t read_letters(std::uint32_t at) {
        const range word{at, end_of_letters(text_, at, where_.end)};
        const auto known = set_.words.find(text::fold(word.of(text_)));
        if (word.size() <= longest_joined) read_short_word(word, known);
        made_.kinds |= set_.kinds_by_word[known];
        return word.end;
    }

    std::string_view text_;
    range where_;
    const packs::language_set & set_;
    line_kinds made_;
    bool money_ = false;
};

}  // namespace

bool is_one_token(const text::token & word, const packs::language_set & set) {
    constexpr auto counts = bit(fact_kind::number) | bit(fact_kind::nth);
    return word.plain && word.text.size() > longest_joined && !(set.kinds_by_word[word.word] & counts);
}

line_kinds kinds_of(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set) { return kinds_teller(text, where, set).tell(words); }

line_kinds kinds_of(std::string_view text, std::span<const fact_token> tokens) {
    line_kinds made;
    for (const auto & t : tokens) {
        made.kinds |= t.kinds;
        if (t.is(fact_kind::other) && may_be_code(t.text.of(text))) made.kinds |= bit(fact_kind::currency);
    }
    return made;
}

}  // namespace rolewright::adverts
