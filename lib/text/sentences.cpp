// A stop ends a sentence unless it closes an abbreviation, an initial or a number, stands in brackets, or goes on in
// lower case. Seams of lost line ends count as well: a stop glued to a capital; a capital in mid-word where both halves
// are words' length, or the second opens lines, and the whole is no name that the packs know; several hyphens that
// stand before a space and a capital but after none ("tills- Experience"), or between a word and a capital
// ("calls-Filing"); and many spaces in a row.
#include "text/sentences.hpp"

#include "text/characters.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace rolewright::text {
namespace {

constexpr std::size_t shortest_half = 3;  // of a word in which a line end was lost
constexpr std::size_t long_half = 5;      // where a shorter one could be part of a name
constexpr std::size_t longest_prefix = 4;  // "post-Brexit"

bool stop(char c) { return c == '.' || c == '!' || c == '?'; }
bool space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool closing(char c) { return c == ')' || c == '"' || c == '\'' || c == ']'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return upper(c) || lower(c) || static_cast<unsigned char>(c) >= 0x80; }

using byte = unsigned char;
constexpr std::uint32_t stretch_size = 64;

// A stretch of text, with the byte before it and the one behind.
using stretch = std::array<byte, stretch_size + 2>;

// Most bytes are letters and single spaces, where nothing can end a sentence. 1 where something may: at some marks; at
// what is not ASCII, a space before that, or before another space; and at a capital that goes on a word, in an acronym only
// at its end. A loop without branches, which compilers work out for many bytes at once.
std::array<byte, stretch_size> places_that_matter(const stretch & of) {
    const auto between = [](byte c, byte low, byte high) -> byte { return static_cast<byte>(c - low) <= static_cast<byte>(high - low); };
    const auto opens_other = [](byte c) -> byte { return c >= 0xC0; };
    std::array<byte, stretch_size> made;
    for (std::size_t i = 0; i < stretch_size; ++i) {
        const auto before = of[i], c = of[i + 1], behind = of[i + 2];
        const byte capital = between(c, 'A', 'Z');
        const byte mark = between(c, '!', ')') | between(c, '-', '.') | (between(c, '?', ']') & !capital);
        const byte wide = (c <= ' ') & ((behind <= ' ') | opens_other(behind));
        const byte goes_on = capital & (before > ' ') & (between(behind, 'a', 'z') | !between(before, 'A', 'Z'));
        made[i] = mark | opens_other(c) | wide | goes_on;
    }
    return made;
}

class splitter {
public:
    splitter(std::string_view text, range where, const sentence_marks & known, std::vector<range> & out)
        : text_(text), where_(where), known_(known), out_(out), begin_(where.begin) { flag(where.begin); }

    void run() {
        const bool listed = has_lost_list();
        for (auto i = next_that_matters(where_.begin); i < where_.end; i = next_that_matters(i + 1)) {
            const char c = text_[i];
            if (listed && c == '-' && (lost_item(i) || glued_item(i, longest_prefix))) {
                close(i);
                begin_ = i + 1;
                continue;
            }
            if (c == '(' || c == '[') depth_ += closed_soon(i);
            else if ((c == ')' || c == ']') && depth_ > 0) --depth_;
            else if (stop(c) || is_ellipsis(i)) i = at_stop(i);
            else if (upper(c) && lost_line_end(i)) close(i);
            else if (const auto gap = wide_gap(i)) {
                close(i);
                i += gap - 1;
            }
        }
        close(where_.end);
    }

private:
    // The first place from `i` on where something may end a sentence.
    std::uint32_t next_that_matters(std::uint32_t i) {
        for (; i < where_.end; i = flagged_ + stretch_size) {
            if (i >= flagged_ + stretch_size) flag(i);
            if (const auto * next = std::memchr(&matters_[i - flagged_], 1, flagged_ + stretch_size - i)) return flagged_ + static_cast<std::uint32_t>(static_cast<const byte *>(next) - matters_.data());
        }
        return i;
    }

    void flag(std::uint32_t from) {
        stretch here{};
        const auto before = from > 0;
        text_.copy(reinterpret_cast<char *>(here.data()) + !before, here.size() - !before, from - before);
        matters_ = places_that_matter(here);
        flagged_ = from;
    }

    char at(std::uint32_t i) const { return i < where_.end ? text_[i] : '\0'; }
    bool is_ellipsis(std::uint32_t i) const { return text_[i] == '\xE2' && text_.substr(i, 3) == "…"; }

    // A bracket that is never closed holds nothing.
    bool closed_soon(std::uint32_t i) const {
        constexpr std::size_t longest_aside = 300;
        const auto ahead = text_.substr(i, std::min<std::size_t>(longest_aside, where_.end - i));
        return ahead.find(text_[i] == '(' ? ')' : ']') != std::string_view::npos;
    }

    // The size of the white space at `i`: a no-break space has two bytes.
    std::uint32_t space_at(std::uint32_t i) const {
        if (i >= where_.end) return 0;
        return space(text_[i]) ? 1 : text_.substr(i, 2) == "\xC2\xA0" ? 2 : 0;
    }

    // Many spaces in a row stood for a line end or a column; the bytes of such a gap, or 0.
    std::uint32_t wide_gap(std::uint32_t i) const {
        constexpr int fewest_spaces = 4;
        if (depth_ > 0 || !space_at(i) || !space_at(i + space_at(i))) return 0;
        int spaces = 0;
        auto end = i;
        for (; space_at(end); end += space_at(end)) ++spaces;
        return spaces >= fewest_spaces ? end - i : 0;
    }

    void close(std::uint32_t end) {
        auto b = begin_, e = end;
        while (b < e && space_at(b)) b += space_at(b);
        while (e > b && (space(text_[e - 1]) || (e - b >= 2 && space_at(e - 2) == 2))) e -= space(text_[e - 1]) ? 1 : 2;
        if (b < e) out_.push_back({b, e});
        begin_ = end;
    }

    // The word that a stop at `i` closes, with inner dots: "e.g", "J", "www.site".
    std::string_view word_before(std::uint32_t i) const {
        auto b = i;
        while (b > begin_ && (letter(text_[b - 1]) || digit(text_[b - 1]) || text_[b - 1] == '.')) --b;
        return text_.substr(b, i - b);
    }

    bool abbreviated(std::uint32_t i) const {
        const auto word = word_before(i);
        if (word.size() == 1 && upper(word[0])) return true;
        std::string with_stop;
        for (const char c : word) with_stop += ascii_lower(c);
        with_stop += '.';
        return known_.abbreviations.contains(with_stop);
    }

    std::uint32_t at_stop(std::uint32_t i) {
        const auto first = i;
        if (is_ellipsis(i)) i += 2;
        while (stop(at(i + 1))) ++i;
        auto end = i + 1;
        while (end < where_.end && closing(text_[end]) && !(text_[end] == '(')) {
            if (text_[end] == ')' || text_[end] == ']') {
                if (depth_ > 0) --depth_;
            }
            ++end;
        }
        while (text_.substr(end, 3) == "”" || text_.substr(end, 3) == "’") end += 3;
        if (end >= where_.end) return end - 1;
        if (depth_ > 0) return i;
        if (space_at(end)) {
            if (text_[first] == '.' && i == first && abbreviated(first)) return i;
            auto next = end;
            while (space_at(next)) next += space_at(next);
            if (next >= where_.end) return next - 1;
            // "approx. 20", "Node. js": what goes on in lower case goes on.
            if (lower(text_[next]) && text_[first] != '!' && text_[first] != '?') return i;
            close(end);
            return end - 1;
        }
        const auto after_word = [&] { return first > begin_ && (lower(text_[first - 1]) || text_[first - 1] == ')' || opens_line(end)); };
        const bool glued = text_[first] == '.' && i == first && upper(text_[end]) && lower(at(end + 1)) && after_word() && !in_address(first);
        const bool shouted = text_[first] != '.' && upper(text_[end]);
        if (glued || shouted) close(end);
        return end - 1;
    }

    // "www.Site.Com", "jo@Office.Org", "Node.Js".
    bool in_address(std::uint32_t i) const {
        auto b = i;
        while (b > where_.begin && !space(text_[b - 1])) --b;
        auto e = i;
        while (e < where_.end && !space(text_[e])) ++e;
        const auto run = text_.substr(b, e - b);
        return run.find('@') != std::string_view::npos || run.find("www") != std::string_view::npos || run.find("://") != std::string_view::npos;
    }

    std::uint32_t word_end(std::uint32_t i) const {
        while (i < where_.end && letter(text_[i])) ++i;
        return i;
    }
    bool opens_line(std::uint32_t i) const { return known_.openers.contains(fold(text_.substr(i, word_end(i) - i))); }
    bool named(std::uint32_t b, std::uint32_t e) const {
        const auto word = known_.words.find(fold(text_.substr(b, e - b)));
        return word != no_word && !known_.words.is_prefix(word);
    }

    // A capital in mid-word: whether the word is two, the second of which opened a line.
    bool lost_line_end(std::uint32_t i) const { return is_of_two_words(i) && !in_address(i); }
    bool is_of_two_words(std::uint32_t i) const {
        if (i <= begin_ + 1 || depth_ > 0) return false;
        const char before = text_[i - 1];
        if (!(letter(before) || before == ')' || before == ':')) return false;
        auto b = i;
        while (b > begin_ && letter(text_[b - 1])) --b;
        const auto e = word_end(i);
        const auto head = text_.substr(b, i - b);
        // "toolsCISSP", but "macOS".
        if (!lower(at(i + 1))) return upper(at(i + 1)) && head.size() >= long_half && std::all_of(head.begin(), head.end(), lower) && !named(b, e);
        const bool acronym = head.size() >= 2 && std::all_of(head.begin(), head.end(), upper);
        if (before == ')') return e - i >= shortest_half;
        if (before == ':') return opens_line(i);
        if (acronym) return opens_line(i) && !named(b, e);
        if (!lower(before)) return false;
        // One capital after a capital beginning looks like a name ("PowerPoint"); known ones are names for sure.
        constexpr std::uint32_t short_half = 6;
        if (named(b, e)) return false;
        if (upper(text_[b]) && b > begin_ && i - b <= short_half && e - i <= short_half) return i - b >= long_half && opens_line(i);
        if (i - b < shortest_half) return i - b == 2 && lower(text_[b]) && e - i >= long_half && opens_line(i);
        return e - i >= shortest_half || opens_line(i);
    }

    // "maps- Experience": a hyphen glued to what stands before, not to what follows.
    bool lost_item(std::uint32_t i) const {
        if (i <= where_.begin || !space_at(i + 1)) return false;
        const char before = text_[i - 1];
        if (!(letter(before) || digit(before) || before == ')' || before == '.')) return false;
        auto next = i + 1;
        while (space_at(next)) next += space_at(next);
        return next < where_.end && (upper(text_[next]) || digit(text_[next]));
    }

    // "calls-Filing": a hyphen between a word in lower case and a capital.
    bool glued_item(std::uint32_t i, std::size_t shortest_word) const {
        if (i <= where_.begin || !upper(at(i + 1))) return false;
        if (text_[i - 1] == ':') return true;
        auto b = i;
        while (b > where_.begin && lower(text_[b - 1])) --b;
        return i - b >= shortest_word && (b == where_.begin || space(text_[b - 1]));
    }

    bool has_lost_list() const {
        const auto words = where_.of(text_);
        int items = 0;
        for (auto i = words.find('-'); i != std::string_view::npos && items < 2; i = words.find('-', i + 1)) {
            const auto at = where_.begin + static_cast<std::uint32_t>(i);
            items += lost_item(at) || glued_item(at, longest_prefix + 1);
        }
        return items >= 2;
    }

    std::string_view text_;
    range where_;
    const sentence_marks & known_;
    std::vector<range> & out_;
    std::uint32_t begin_;
    int depth_ = 0;
    std::array<byte, stretch_size> matters_;  // whether the places do, from flagged_ on
    std::uint32_t flagged_;
};

}  // namespace

void sentences(std::string_view text, range where, const sentence_marks & known, std::vector<range> & out) { splitter(text, where, known, out).run(); }

}  // namespace rolewright::text
