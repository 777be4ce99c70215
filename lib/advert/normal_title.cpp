// A title is taken to pieces at its marks. What the pack calls an aside (hours, contract, grade, bonus) comes off; a piece
// that holds nothing else comes off as a whole, with its brackets. Shortened words are written out.
#include "advert/normal_title.hpp"

#include "advert/words.hpp"

#include <algorithm>
#include <cctype>

namespace rolewright::adverts {
namespace {

constexpr std::string_view marks_that_part = "()[]{},;|:*";
constexpr std::string_view edges = " \t-/&,;:|*.+!";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The size of a dash at `at` that parts pieces, with space on a side of it; 0: there is none.
std::size_t parting_dash(std::string_view title, std::size_t at) {
    const auto rest = title.substr(at);
    const bool is_long = rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("‐");
    const std::size_t size = is_long ? std::string_view("–").size() : rest.starts_with("-") ? 1 : 0;
    if (size == 0) return 0;
    const bool before = at > 0 && is_space(title[at - 1]), behind = at + size < title.size() && is_space(title[at + size]);
    return before || behind ? size : 0;
}

range without_edges(std::string_view text, range r) {
    const auto edge = [&](std::uint32_t at) { return edges.find(text[at]) != std::string_view::npos; };
    while (!r.empty() && edge(r.begin)) ++r.begin;
    while (!r.empty() && edge(r.end - 1)) --r.end;
    return r;
}

// A word that names nothing by itself: "for", "£3,000", "XN07".
bool says_nothing(const text::token & t, const packs::language_set & set) {
    if (t.digits || set.never_first.contains(t.word) || set.never_last.contains(t.word)) return true;
    return t.text.size() == 1 && !t.capital;
}

struct aside {
    range where;
    bool alone = false;
};

std::vector<aside> asides_in(std::string_view title, const text_words & in, const packs::language_set & set, workspace & work) {
    std::vector<aside> made;
    each_match(in, packs::owner_kind::aside, query::marks::ignored, title, set, work, [&](std::uint32_t rule, const query::match & m) {
        const auto tokens = work.tokens_of(in);
        made.push_back({{tokens[m.first].text.begin, tokens[m.last - 1].text.end}, set.language.asides[rule].alone});
    });
    std::sort(made.begin(), made.end(), [](const aside & a, const aside & b) { return a.where < b.where; });
    return made;
}

class title_maker {
public:
    title_maker(std::string_view title, const packs::language_set & set, workspace & work)
        : title_(title), set_(set), in_(read_words(title, {0, static_cast<std::uint32_t>(title.size())}, set, work)), asides_(asides_in(title, in_, set, work)) {
        const auto tokens = work.tokens_of(in_);
        tokens_.assign(tokens.begin(), tokens.end());
    }

    normal_title make() {
        for (const auto & piece : title_pieces(title_)) add(piece);
        // A title made of asides alone ("Bank Staff") is the title.
        if (made_.text.empty()) return {std::string(title_), {}};
        return std::move(made_);
    }

private:
    std::vector<text::token> words_of(range where) const {
        std::vector<text::token> made;
        for (const auto & t : tokens_)
            if (where.contains(t.text)) made.push_back(t);
        return made;
    }

    void add(range piece) {
        const auto words = words_of(piece);
        std::vector<range> off;
        for (const auto & a : asides_)
            if (piece.contains(a.where) && !a.alone) off.push_back(a.where);
        const auto covered = [&](const text::token & t) { return std::any_of(off.begin(), off.end(), [&](range r) { return r.contains(t.text); }); };
        const bool alone = std::any_of(asides_.begin(), asides_.end(), [&](const aside & a) {
            return a.alone && piece.contains(a.where) && std::all_of(words.begin(), words.end(), [&](const auto & t) { return a.where.contains(t.text) || says_nothing(t, set_); });
        });
        // What the title begins with is the job, however little it says.
        const bool nothing_left = !(off.empty() && made_.text.empty()) && std::all_of(words.begin(), words.end(), [&](const auto & t) { return covered(t) || says_nothing(t, set_); });
        if (alone || nothing_left) {
            take_off(piece);
            return;
        }
        append(piece, off);
    }

    void take_off(range what) {
        if (what = without_edges(title_, what); !what.empty()) made_.taken_off.emplace_back(what.of(title_));
    }

    // The words of a piece without its asides; behind the first piece after a comma, or in the brackets that it stood in.
    void append(range piece, const std::vector<range> & off) {
        std::string words;
        auto at = piece.begin;
        const auto keep = [&](std::uint32_t end) {
            if (end > at) write_out({at, end}, words);
        };
        for (const auto & r : off) {
            if (r.begin < at) continue;
            keep(r.begin);
            take_off(r);
            at = r.end;
        }
        keep(piece.end);
        const auto kept = without_edges(words, {0, static_cast<std::uint32_t>(words.size())}).of(words);
        if (kept.empty()) return;
        const bool bracketed = piece.begin > 0 && title_[piece.begin - 1] == '(';
        if (!made_.text.empty()) made_.text += bracketed ? " (" : ", ";
        made_.text += kept;
        if (bracketed && made_.text.size() > kept.size()) made_.text += ')';
    }

    // Appends the words with one space between them, shortened ones written out.
    void write_out(range where, std::string & to) const {
        auto at = where.begin;
        for (const auto & t : tokens_) {
            if (!where.contains(t.text)) continue;
            copy({at, t.text.begin}, to);
            at = t.text.end;
            const auto found = set_.language.short_words.find(text::fold(t.text.of(title_)));
            if (found == set_.language.short_words.end()) {
                copy(t.text, to);
                continue;
            }
            to += found->second;
            if (t.capital && !found->second.empty()) to[to.size() - found->second.size()] = static_cast<char>(std::toupper(static_cast<unsigned char>(found->second.front())));
            if (at < where.end && title_[at] == '.') ++at;
        }
        copy({at, where.end}, to);
    }

    void copy(range what, std::string & to) const {
        for (const char c : what.of(title_)) {
            if (!is_space(c)) to += c;
            else if (!to.empty() && to.back() != ' ') to += ' ';
        }
    }

    std::string_view title_;
    const packs::language_set & set_;
    text_words in_;
    std::vector<aside> asides_;
    std::vector<text::token> tokens_;
    normal_title made_;
};

}  // namespace

std::vector<range> title_pieces(std::string_view title) {
    std::vector<range> made;
    std::uint32_t begin = 0;
    const auto close = [&](std::size_t end, std::size_t next) {
        range piece{begin, static_cast<std::uint32_t>(end)};
        while (!piece.empty() && is_space(title[piece.begin])) ++piece.begin;
        while (!piece.empty() && is_space(title[piece.end - 1])) --piece.end;
        if (!piece.empty()) made.push_back(piece);
        begin = static_cast<std::uint32_t>(next);
    };
    for (std::size_t i = 0; i < title.size();) {
        if (std::isalnum(static_cast<unsigned char>(title[i])) || is_space(title[i])) {
            ++i;
            continue;
        }
        // A comma within a figure parts nothing: "£3,000".
        const bool in_figure = title[i] == ',' && i + 1 < title.size() && title[i + 1] >= '0' && title[i + 1] <= '9';
        const std::size_t size = !in_figure && marks_that_part.find(title[i]) != std::string_view::npos ? 1 : parting_dash(title, i);
        if (size > 0) close(i, i + size);
        i += std::max<std::size_t>(size, 1);
    }
    close(title.size(), title.size());
    return made;
}

normal_title normalise(std::string_view title, const packs::language_set & set, workspace & work) { return title_maker(title, set, work).make(); }

}  // namespace rolewright::adverts
