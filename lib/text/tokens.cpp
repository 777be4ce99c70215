// One pass: characters between words decide `before`, characters of a word are folded into a buffer as they come, and
// the buffer is looked up once. ASCII never leaves the fast path; a word with other characters is folded again by ICU.
#include "text/tokens.hpp"

#include "text/characters.hpp"

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

// A stop with letters on both sides: "Node.js", "www.example.org".
bool inside_a_name(const cursor & in, char32_t c, std::size_t next) {
    const auto letter = [&](std::size_t i) { return class_of(static_cast<unsigned char>(in.text[i])) == char_class::letter; };
    return c == '.' && in.at > 0 && next < in.end && letter(in.at - 1) && letter(next);
}

}  // namespace

void tokenize(std::string_view text, range where, const lexicon & words, std::vector<token> & out) {
    cursor in{text, where.begin, where.end};
    std::string folded;
    gap_before before = gap_before::space;
    while (!in.done()) {
        std::size_t next;
        char32_t c;
        auto kind = in.peek(next, c);
        if (kind != char_class::letter && kind != char_class::digit) {
            if (inside_a_name(in, c, next)) before = gap_before::joiner;
            else if (kind == char_class::breaker) before = gap_before::breaker;
            else if (kind != char_class::space && before == gap_before::space) before = gap_before::joiner;
            in.at = next;
            continue;
        }
        token t{.text = {static_cast<std::uint32_t>(in.at), 0}, .before = before};
        t.number = kind == char_class::digit;
        t.capital = is_upper(c);
        bool ascii = true, lower = false;
        std::size_t uppers = 0;
        folded.clear();
        auto last = kind;
        while (true) {
            if (c < 0x80) folded += ascii_lower(static_cast<char>(c));
            else ascii = false;
            if (kind == char_class::letter) (is_upper(c) ? ++uppers : (lower = true, uppers));
            in.at = next;
            last = kind;
            if (in.done()) break;
            kind = in.peek(next, c);
            if (kind == char_class::letter || kind == char_class::digit) continue;
            if (!goes_on(in, last, kind, c, next)) break;
        }
        if (last == char_class::letter && !in.done()) {
            // C++ and C#
            while (!in.done() && (text[in.at] == '+' || text[in.at] == '#') && in.at - t.text.begin <= 2) folded += text[in.at++];
        }
        t.text.end = static_cast<std::uint32_t>(in.at);
        t.capitals = uppers >= 2 && !lower;
        if (!ascii) fold(t.text.of(text), folded);
        else if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
        t.word = words.find(folded);
        out.push_back(t);
        before = gap_before::space;
    }
}

}  // namespace rolewright::text
