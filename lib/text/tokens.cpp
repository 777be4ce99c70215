// One pass: characters between words decide `before`, and a word is looked up once. Up to 15 letters and digits of ASCII
// are read, folded and looked up in one or two machine words; a longer word, or one with other characters or with marks
// inside, is read with care, character by character, into a buffer.
#include "text/tokens.hpp"

#include "base/eight_bytes.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace rolewright::text {
namespace {

struct cursor {
    std::string_view text;
    std::size_t at;
    std::size_t end;

    bool done() const { return at >= end; }
    char_class peek(std::size_t & next, char32_t & c) const {
        const auto byte = static_cast<unsigned char>(text[at]);
        next = at;
        if (byte < 0x80) {
            c = byte;
            ++next;
            return class_of(byte);
        }
        c = next_code_point(text, next);
        return class_of(c);
    }
};

bool digit_at(std::string_view text, std::size_t i, std::size_t end) { return i < end && text[i] >= '0' && text[i] <= '9'; }

// A dot or comma inside a number, an apostrophe inside a word.
bool goes_on(const cursor & in, char_class last, char_class now, char32_t c, std::size_t next) {
    if (last == char_class::digit && (c == '.' || c == ',')) return digit_at(in.text, next, in.end);
    if (now != char_class::apostrophe || next >= in.end) return false;
    cursor after{in.text, next, in.end};
    std::size_t beyond;
    char32_t follower;
    return after.peek(beyond, follower) == char_class::letter;
}

// "&amp;", "&#38;": what was once a page's is one sign; 0: none is there.
std::size_t reference_size(const cursor & in) {
    static constexpr std::string_view names[] = {"&amp;", "&nbsp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    const auto here = in.text.substr(in.at, in.end - in.at);
    for (const auto name : names)
        if (here.starts_with(name)) return name.size();
    if (!here.starts_with("&#")) return 0;
    const auto end = here.substr(0, std::size("&#x1F4E7")).find_first_not_of("0123456789ABCDEFabcdefx", 2);
    return end != std::string_view::npos && end > 2 && here[end] == ';' ? end + 1 : 0;
}

// A stop with letters on both sides: "Node.js", "www.example.org".
bool inside_a_name(const cursor & in, char32_t c, std::size_t next) {
    const auto letter = [&](std::size_t i) { return class_of(static_cast<unsigned char>(in.text[i])) == char_class::letter; };
    return c == '.' && in.at > 0 && next < in.end && letter(in.at - 1) && letter(next);
}

// Whether what stands at `at`, behind a word of ASCII, may belong to the word: a mark that goes on a word, or what is not
// ASCII. A stop or comma goes on a number only.
bool may_go_on(std::string_view text, std::size_t at, std::size_t end) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '.' || c == ',') return digit_at(text, at - 1, end) && digit_at(text, at + 1, end);
    return c >= 0x80 || c == '\'' || c == '+' || c == '#';
}

// Whether a word of ASCII that ends at `at` is closed by what stands there; mostly a space.
bool is_closed(std::string_view text, std::size_t at, std::size_t end) { return at < end ? text[at] == ' ' || !may_go_on(text, at, end) : at == end; }

// The letters and digits that a place begins with, as flags of bytes.
struct letters_seen {
    std::uint64_t uppers, lowers, digits;

    explicit letters_seen(const eight_bytes & from) : uppers(from.uppers()), lowers(from.lowers()), digits(from.digits()) {}
    void add(const letters_seen & next) {
        // Flags are top bits: those below are free.
        uppers |= next.uppers >> 1, lowers |= next.lowers >> 1, digits |= next.digits >> 1;
    }
};

word_id or_name(word_id found, bool any_capital) { return found + (word_id{found == no_word} & word_id{any_capital}) * some_name; }

token token_of(std::size_t begin, std::size_t size, word_id word, gap_before before, const letters_seen & seen) {
    return {.text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)},
            .word = or_name(word, seen.uppers != 0),
            .before = before,
            .capital = (seen.uppers & eight_bytes::top_bit_of_first) != 0,
            .capitals = (seen.uppers & (seen.uppers - 1)) != 0 && seen.lowers == 0,
            .number = (seen.digits & eight_bytes::top_bit_of_first) != 0,
            .digits = seen.digits != 0,
            .plain = seen.digits == 0};
}

// Appends the word at `at` if it is one of up to 15 letters and digits of ASCII; its size, or 0.
std::size_t read_fast(std::string_view text, std::size_t at, std::size_t end, const lexicon & words, gap_before before, std::vector<token> & out) {
    constexpr auto half = eight_bytes::size;
    char near_the_end[2 * half];
    const char * from = text.data() + at;
    if (const auto rest = text.size() - at; rest < sizeof near_the_end) {
        std::memset(near_the_end, 0, sizeof near_the_end);
        std::memcpy(near_the_end, from, rest);
        from = near_the_end;
    }
    const eight_bytes first(from);
    if (const auto n = first.word_size(); n < half) {
        if (n == 0 || !is_closed(text, at + n, end)) return 0;
        out.push_back(token_of(at, n, words.find(letters<1>{first.folded_word()}, n), before, letters_seen(first)));
        return n;
    }
    const eight_bytes second(from + half);
    const auto n = half + second.word_size();
    if (n == 2 * half || !is_closed(text, at + n, end)) return 0;
    letters_seen seen(first);
    seen.add(letters_seen(second));
    out.push_back(token_of(at, n, words.find(letters<2>{first.folded_word(), second.folded_word()}, n), before, seen));
    return n;
}

void read_word(cursor & in, const lexicon & words, std::string & folded, token & t) {
    std::size_t next;
    char32_t c;
    auto kind = in.peek(next, c);
    bool ascii = true, lower = false;
    std::size_t uppers = 0;
    folded.clear();
    auto last = kind;
    while (true) {
        if (c < 0x80) folded += ascii_lower(static_cast<char>(c));
        else ascii = false;
        if (kind == char_class::letter) (is_upper(c) ? ++uppers : (lower = true, uppers));
        t.digits = t.digits || kind == char_class::digit;
        in.at = next;
        last = kind;
        if (in.done()) break;
        kind = in.peek(next, c);
        if (kind == char_class::letter || kind == char_class::digit) continue;
        if (!goes_on(in, last, kind, c, next)) break;
    }
    if (last == char_class::letter && !in.done()) {
        // C++ and C#
        while (!in.done() && (in.text[in.at] == '+' || in.text[in.at] == '#') && in.at - t.text.begin <= 2) folded += in.text[in.at++];
    }
    t.text.end = static_cast<std::uint32_t>(in.at);
    t.capitals = uppers >= 2 && !lower;
    if (!ascii) fold(t.text.of(in.text), folded);
    else if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    t.word = or_name(words.find(folded), uppers > 0);
}

// The stop behind "I.T" or "U.K" belongs to it.
bool is_last_initial(std::string_view text, range word) {
    return word.size() == 1 && word.begin >= 2 && text[word.begin - 1] == '.' && word.end < text.size() && text[word.end] == '.';
}

// Appends the word at in.at.
void read_carefully(cursor & in, const lexicon & words, gap_before before, std::string & folded, std::vector<token> & out) {
    const auto begin = in.at;
    std::size_t next;
    char32_t c;
    const auto kind = in.peek(next, c);
    auto & t = out.emplace_back(token{.text = {static_cast<std::uint32_t>(begin), 0}, .before = before, .capital = is_upper(c), .number = kind == char_class::digit});
    read_word(in, words, folded, t);
}

// Passes over what stands before the next word; false: there is none.
bool pass_gap(cursor & in, gap_before & before) {
    for (std::size_t next; !in.done(); in.at = next) {
        char32_t c;
        const auto kind = in.peek(next, c);
        if (kind == char_class::letter || kind == char_class::digit) return true;
        if (c == '&') next += std::max<std::size_t>(reference_size(in), 1) - 1;
        if (inside_a_name(in, c, next)) before = gap_before::joiner;
        else if (kind == char_class::breaker) before = gap_before::breaker;
        else if (kind != char_class::space && before == gap_before::space) before = gap_before::joiner;
    }
    return false;
}

}  // namespace

void tokenize(std::string_view text, range where, const lexicon & words, std::vector<token> & out) {
    std::string folded;
    gap_before before = gap_before::space;
    for (std::size_t at = where.begin; at < where.end;) {
        const auto size = eight_bytes::usable ? read_fast(text, at, where.end, words, before, out) : 0;
        at += size;
        if (size == 0) {
            cursor in{text, at, where.end};
            if (!pass_gap(in, before)) break;
            if (in.at != at) {
                at = in.at;
                continue;
            }
            read_carefully(in, words, before, folded, out);
            at = in.at;
        }
        // The space behind most words needs no look of its own.
        if (at < where.end) at += text[at] == ' ' || (before == gap_before::joiner && is_last_initial(text, out.back().text));
        before = gap_before::space;
    }
}

}  // namespace rolewright::text
