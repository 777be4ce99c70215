// One pass: characters between words decide `before`, characters of a word are folded into a buffer as they come, and
// the buffer is looked up once. A short word of ASCII letters and digits is read in one machine word, a long one by a
// table, byte by byte; one with other characters, or with marks inside, is read again with care.
#include "text/tokens.hpp"

#include "base/eight_bytes.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace rolewright::text {
namespace {

// What a byte is to the fast path.
namespace byte {
enum : std::uint8_t { none = 0, upper = 1, lower = 2, digit = 4, careful = 8 };
}

constexpr std::array<std::uint8_t, 256> byte_kinds = [] {
    std::array<std::uint8_t, 256> t{};
    for (int c = 0; c < 256; ++c) {
        const bool small = c >= 'a' && c <= 'z', large = c >= 'A' && c <= 'Z', number = c >= '0' && c <= '9';
        // Marks that may go on a word, and everything beyond ASCII.
        const bool careful = c >= 0x80 || c == '\'' || c == '.' || c == ',' || c == '+' || c == '#';
        t[static_cast<std::size_t>(c)] = small ? byte::lower : large ? byte::upper : number ? byte::digit : careful ? byte::careful : byte::none;
    }
    return t;
}();

constexpr std::uint8_t in_word = byte::upper | byte::lower | byte::digit;
constexpr std::size_t longest_fast_word = 48;

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

}  // namespace

namespace {

// A stop or comma goes on a number only; other marks and what is not ASCII are for the careful reader to tell.
bool may_go_on(std::string_view text, std::size_t at, std::size_t end) {
    return (text[at] != '.' && text[at] != ',') || (digit_at(text, at - 1, end) && digit_at(text, at + 1, end));
}

// A word of fewer than eight bytes, as below; false: it is none, or the text ends too soon.
bool read_short_word(cursor & in, const lexicon & words, token & t) {
    if (!eight_bytes::usable || in.at + eight_bytes::size > in.text.size()) return false;
    const eight_bytes here(in.text.data() + in.at);
    const auto n = std::min(here.word_size(), in.end - in.at);
    const auto end = in.at + n;
    if (n == eight_bytes::size || (end < in.end && byte_kinds[static_cast<unsigned char>(in.text[end])] == byte::careful && may_go_on(in.text, end, in.end))) return false;
    const auto letters = here.folded(n);
    char folded[eight_bytes::size];
    std::memcpy(folded, &letters, sizeof folded);
    t.text.end = static_cast<std::uint32_t>(end);
    t.capitals = here.several_uppers(n) && !here.any_lower(n);
    t.digits = here.any_digit(n);
    t.plain = !t.digits;
    t.word = words.find({folded, n});
    in.at = end;
    return true;
}

// A word of letters and digits of ASCII at in.at, closed by a byte that cannot go on; false: read it with care.
bool read_plain_word(cursor & in, const lexicon & words, token & t) {
    char folded[longest_fast_word];
    std::size_t n = 0;
    std::uint8_t seen = 0, kind = 0;
    std::size_t uppers = 0;
    auto at = in.at;
    for (; at < in.end; ++at, ++n) {
        const auto c = static_cast<unsigned char>(in.text[at]);
        kind = byte_kinds[c];
        if (!(kind & in_word)) break;
        if (n == longest_fast_word) return false;
        seen |= kind;
        uppers += kind & byte::upper;
        folded[n] = static_cast<char>(kind & byte::upper ? c | 0x20 : c);
    }
    if (at < in.end && kind == byte::careful && may_go_on(in.text, at, in.end)) return false;
    t.text.end = static_cast<std::uint32_t>(at);
    t.capitals = uppers >= 2 && !(seen & byte::lower);
    t.digits = (seen & byte::digit) != 0;
    t.plain = !t.digits;
    t.word = words.find({folded, n});
    in.at = at;
    return true;
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
    t.word = words.find(folded);
}

// The stop behind "I.T" or "U.K" belongs to it.
bool is_last_initial(std::string_view text, range word) {
    return word.size() == 1 && word.begin >= 2 && text[word.begin - 1] == '.' && word.end < text.size() && text[word.end] == '.';
}

}  // namespace

void tokenize(std::string_view text, range where, const lexicon & words, std::vector<token> & out) {
    cursor in{text, where.begin, where.end};
    std::string folded;
    gap_before before = gap_before::space;
    while (!in.done()) {
        if (text[in.at] == ' ') {
            ++in.at;
            continue;
        }
        // Most words begin with a letter of ASCII.
        auto c = static_cast<char32_t>(static_cast<unsigned char>(text[in.at]));
        const auto byte_kind = byte_kinds[c];
        std::size_t next = in.at + 1;
        const auto kind = byte_kind & (byte::upper | byte::lower) ? char_class::letter : in.peek(next, c);
        if (kind != char_class::letter && kind != char_class::digit) {
            if (c == '&') next += std::max<std::size_t>(reference_size(in), 1) - 1;
            if (inside_a_name(in, c, next)) before = gap_before::joiner;
            else if (kind == char_class::breaker) before = gap_before::breaker;
            else if (kind != char_class::space && before == gap_before::space) before = gap_before::joiner;
            in.at = next;
            continue;
        }
        auto & t = out.emplace_back(token{.text = {static_cast<std::uint32_t>(in.at), 0}, .before = before, .capital = is_upper(c), .number = kind == char_class::digit});
        if (c >= 0x80 || !(read_short_word(in, words, t) || read_plain_word(in, words, t))) read_word(in, words, folded, t);
        if (t.before == gap_before::joiner && is_last_initial(text, t.text) && !in.done()) ++in.at;
        before = gap_before::space;
    }
}

}  // namespace rolewright::text
