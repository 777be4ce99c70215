// Names come from a record's fields, from a labelled line, or (the title) from the head of the advert. A postcode has a
// form of its own.
#include "advert/facts/names.hpp"

#include "text/same_words.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

void give(fact<std::string> & to, const std::optional<std::string> & given) {
    if (!given || given->empty()) return;
    to.value = *given;
    to.given = true;
}

// "Location: Remote / home based" names no place.
bool names_no_place(const fact_words & in, std::size_t index) {
    const auto words = in.words_behind(index, in.lines()[index].label.end);
    return std::all_of(words.begin(), words.end(), [&](const text::token & w) {
        constexpr std::uint32_t size_of_country = 2;
        if (w.plain && (in.set.kinds_by_word[w.word] & bit(fact_kind::both))) return true;
        if (w.capitals && w.text.size() == size_of_country) return false;  // "Remote, UK"
        const auto hits = in.hits(index);
        return std::any_of(hits.begin(), hits.end(), [&](const value_hit & h) { return (h.rule->about == fact_name::workplace || h.rule->about == fact_name::workplace_label) && h.where.contains(w.text); });
    });
}

void read_labels(const fact_words & in, advert_facts & to) {
    struct named {
        fact_name name;
        fact<std::string> & into;
    };
    const named facts[] = {{fact_name::title, to.title}, {fact_name::employer, to.employer}, {fact_name::location, to.location}};
    for (std::size_t i = 0; i < in.lines().size(); ++i)
        for (const auto & f : facts) {
            const auto & line = in.lines()[i];
            if (line.label_fact == fact_name::none) break;
            // "Job title: Head of Service" among the people to ask is theirs.
            if (line.label_fact != f.name || line.placeholder || (f.name == fact_name::title && line.kind == section_kind::apply) || (f.name == fact_name::location && names_no_place(in, i))) continue;
            const auto words = trimmed(in.text(), {line.label.end, line.text.end});
            if (words.empty()) continue;
            f.into.ranges.push_back(words);
            if (!f.into.value) f.into.value = std::string(words.of(in.text()));
        }
}

void read_title_line(const fact_words & in, fact<std::string> & to) {
    for (const auto & line : in.lines()) {
        if (!line.title) continue;
        to.ranges.push_back(line.text);
        if (!to.value) to.value = std::string(trimmed(in.text(), line.text).of(in.text()));
    }
}

// What a page sets as its title comes before a label in its text that names another job.
void prefer_title_of_page(const fact_words & in, fact<std::string> & to) {
    const auto at = in.work.title_block;
    if (!at || !to.value || to.given) return;
    const auto & b = in.of.source.blocks[*at];
    const auto set = std::find(to.ranges.begin(), to.ranges.end(), b.text);
    if (b.kind != block_kind::heading || b.level != 1 || set == to.ranges.end() || text::holds_words(b.text.of(in.text()), *to.value)) return;
    std::rotate(to.ranges.begin(), set, std::next(set));
    to.value = std::string(trimmed(in.text(), b.text).of(in.text()));
}

void read_employer_line(const fact_words & in, fact<std::string> & to) {
    const auto name = trimmed(in.text(), in.work.employer);
    if (name.empty()) return;
    to.ranges.push_back(name);
    if (!to.value) to.value = std::string(name.of(in.text()));
}

// "Based in the Home Care team", "based within the Finance Department".
bool names_a_part(std::span<const value_hit> hits, range name) {
    return says(hits, fact_name::location, "not", [&](range r) { return r.end == name.end || r.begin == name.end + 1; });
}

// Whether a name may stand behind `at`, articles aside; what is not plain may be any word.
bool may_name(const fact_words & in, std::size_t line, std::uint32_t at) {
    for (const auto & word : in.words_behind(line, at)) {
        if (word.plain && (in.set.kinds_by_word[word.word] & bit(fact_kind::per))) continue;
        return word.capital || !word.plain;
    }
    return false;
}

// "You will be based in Ludlow, Shropshire": the capitalised words behind, where no label names the place. Lines about the
// employer are looked at last.
void read_place(const fact_words & in, bool of_employer, fact<std::string> & to) {
    constexpr std::size_t most_words = 8;
    const auto name = [](const fact_token & t) { return t.capital && t.text.size() > 1 && !t.parted; };
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        if (!in.lines()[i].says(fact_name::location) || (in.lines()[i].kind == section_kind::employer) != of_employer) continue;
        for (const auto & h : in.hits(i)) {
            if (h.rule->about != fact_name::location || h.rule->value != "near" || !may_name(in, i, h.where.end)) continue;
            const auto tokens = in.tokens(i);
            std::size_t first = 0;
            while (first < tokens.size() && tokens[first].text.begin < h.where.end) ++first;
            while (first < tokens.size() && tokens[first].is(fact_kind::per)) ++first;
            auto last = first;
            for (auto k = first; k < tokens.size() && k < first + most_words; ++k) {
                const bool joins = k > first && (tokens[k].is(fact_kind::comma) || (tokens[k].is(fact_kind::dash) && tokens[k].glued)) && k + 1 < tokens.size() && name(tokens[k + 1]);
                if (name(tokens[k])) last = k + 1;
                else if (!joins) break;
            }
            if (last == first) continue;
            const range where{tokens[first].text.begin, tokens[last - 1].text.end};
            if (names_a_part(in.hits(i), where)) continue;
            to.ranges.push_back(where);
            if (!to.value) to.value = std::string(where.of(in.text()));
        }
    }
}

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool alphanumeric(char c) { return upper(c) || digit(c) || (c >= 'a' && c <= 'z'); }

// "SA1 2FA", "W1A 1AA": one or two letters, a figure, perhaps a letter or figure more; then a figure and two letters.
range postcode_at(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    auto at = begin;
    const auto take = [&](auto && which, int least, int most) {
        int n = 0;
        while (at < end && n < most && which(text[at])) ++at, ++n;
        return n >= least;
    };
    if (!take(upper, 1, 2) || !take(digit, 1, 2)) return {};
    take(upper, 0, 1);
    if (at < end && text[at] == ' ') ++at;
    if (!take(digit, 1, 1) || !take(upper, 2, 2) || (at < end && alphanumeric(text[at]))) return {};
    return {begin, at};
}

// It begins in a word that holds a digit.
void read_postcodes(const fact_words & in, std::size_t index, fact<std::string> & to) {
    const auto line = in.lines()[index].text;
    auto at = line.begin;
    for (const auto & word : in.words(index)) {
        if (!word.digits) continue;
        for (at = std::max(at, word.text.begin); at < word.text.end; ++at) {
            if (!upper(in.text()[at]) || (at > line.begin && alphanumeric(in.text()[at - 1]))) continue;
            const auto found = postcode_at(in.text(), at, line.end);
            if (found.empty()) continue;
            to.ranges.push_back(found);
            if (!to.value) to.value = std::string(found.of(in.text()));
            at = found.end - 1;
        }
    }
}

}  // namespace

void read_names(const fact_words & in, advert_facts & to) {
    give(to.title, in.of.source.given.title);
    give(to.employer, in.of.source.given.employer);
    read_labels(in, to);
    read_title_line(in, to.title);
    prefer_title_of_page(in, to.title);
    read_employer_line(in, to.employer);
    read_place(in, false, to.location);
    read_place(in, true, to.location);
    for (std::size_t i = 0; i < in.lines().size(); ++i)
        if (in.lines()[i].figures > 0) read_postcodes(in, i, to.postcode);
}

}  // namespace rolewright::adverts
