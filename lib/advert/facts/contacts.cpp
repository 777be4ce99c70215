// Addresses and telephone numbers have forms of their own; a name is one to four capitalised words behind the pack's words
// for contact or a title (Dr), or right before an address or a number; a reference is letters and figures behind its name.
#include "advert/facts/contacts.hpp"

#include <algorithm>
#include <set>

namespace rolewright::adverts {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool address_letter(char c) { return letter(c) || digit(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '\''; }

void keep(fact<std::string> & to, std::string_view text, range where) {
    to.ranges.push_back(where);
    if (!to.value) to.value = std::string(where.of(text));
}

void read_addresses(std::string_view text, range line, fact<std::string> & to) {
    auto from = line.begin;
    text = text.substr(0, line.end);
    for (auto at = text.find('@', line.begin); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto begin = static_cast<std::uint32_t>(at), end = begin + 1;
        while (begin > from && address_letter(text[begin - 1])) --begin;
        while (begin < at && !letter(text[begin]) && !digit(text[begin])) ++begin;
        while (end < line.end && address_letter(text[end])) ++end;
        while (end > at && !letter(text[end - 1]) && !digit(text[end - 1])) --end;
        from = end > at ? end : static_cast<std::uint32_t>(at) + 1;
        const range where{begin, std::max(begin, end)};
        if (begin == at || where.of(text).find('.', at - begin) == std::string_view::npos) continue;
        keep(to, text, where);
    }
}

struct figures {
    range where;
    std::vector<std::uint8_t> groups;  ///< figures in each group
    std::size_t count = 0;
    bool international = false, bracketed = false, slashed = false;
};

// Groups of figures parted by one or two marks.
figures figures_at(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    figures f{{begin, begin}, {}, 0};
    auto at = begin;
    if (text[at] == '+') f.international = true, ++at;
    if (at < end && text[at] == '(') f.bracketed = true, ++at;
    while (at < end && digit(text[at])) {
        std::uint8_t n = 0;
        while (at < end && digit(text[at]) && n < 20) ++at, ++n;
        f.groups.push_back(n);
        f.count += n;
        f.where.end = at;
        int marks = 0;
        while (at < end && marks < 2 && (text[at] == ' ' || text[at] == '-' || text[at] == '.' || text[at] == '(' || text[at] == ')')) ++at, ++marks;
        if (text.substr(at, end - at).starts_with("\xC2\xA0")) at += 2;
        if (f.count > 20) break;
    }
    const auto behind = text.substr(f.where.end, end - f.where.end);
    f.slashed = behind.size() > 1 && digit(behind[1]) && (behind[0] == ',' || (behind[0] == '/' && behind.size() > 2 && digit(behind[2])));
    return f;
}

bool reads_like_a_telephone(const figures & f, std::string_view text, bool spoken_of) {
    if (f.count < 7 || f.count > 15 || f.slashed) return false;
    const auto first = text[f.where.begin + (f.bracketed ? 1 : 0)];
    if (f.international) return f.count >= 9;
    if (first == '0') return f.count >= 9 && f.count <= 12 && f.groups.front() >= 3;
    const bool american = f.count == 10 && f.groups.size() == 3 && f.groups[0] == 3 && f.groups[1] == 3;
    return american || (f.bracketed && f.count == 10) || (spoken_of && f.count >= 9 && f.groups.size() <= 4) || (spoken_of && f.count == 7 && f.groups.size() == 2);
}

void read_telephones(const fact_words & in, std::size_t index, fact<std::string> & to) {
    const auto text = in.text();
    const auto & line = in.lines()[index];
    for (auto at = line.text.begin; at < line.text.end;) {
        const char c = text[at];
        const bool begins = (digit(c) || c == '(' || c == '+') && (at == line.text.begin || (!letter(text[at - 1]) && !digit(text[at - 1]) && text[at - 1] != '/' && text[at - 1] != '-' && text[at - 1] != '@' && text[at - 1] != '_'));
        if (!begins) {
            ++at;
            continue;
        }
        const auto f = figures_at(text, at, line.text.end);
        constexpr std::uint32_t near = 30;
        const auto * said = nearest_before(in.hits(index), "contact_phone", at);
        const bool spoken_of = line.label_fact == "contact_phone" || (said && at - said->where.end < near);
        if (reads_like_a_telephone(f, text, spoken_of)) keep(to, text, f.where);
        at = std::max(at + 1, f.where.end);
    }
}

class name_reader {
public:
    name_reader(const fact_words & in, advert_facts & to) : in_(in), to_(to) {}

    void read() {
        for (std::size_t i = 0; i < in_.lines().size(); ++i) read_line(i);
        repeat();
    }

private:
    static bool word(const fact_token & t) { return t.capital && t.text.size() > 1 && (t.is(fact_kind::other) || t.is(fact_kind::month)); }

    // Initials and particles go with a name.
    std::size_t name_size(std::span<const fact_token> tokens, std::size_t at) const {
        constexpr std::size_t most = 4;
        std::size_t n = 0;
        while (at + n < tokens.size() && n < most) {
            const auto & t = tokens[at + n];
            const bool hyphen = n > 0 && t.is(fact_kind::dash) && t.glued && at + n + 1 < tokens.size() && tokens[at + n + 1].glued && word(tokens[at + n + 1]);
            if (n > 0 && t.parted) break;
            if (!word(t) && !hyphen) break;
            if (n > 0 && !t.spaced && !t.glued) break;
            ++n;
        }
        return n;
    }

    bool known_word(const fact_token & t) const { return in_.set.words.find(text::fold(t.text.of(in_.text()))) != text::no_word; }

    void take(std::span<const fact_token> tokens, std::size_t at, std::size_t least) {
        const auto n = name_size(tokens, at);
        if (n < least) return;
        // Words that adverts use ("Human Resources") are no names; a first name may be one ("Grace", "Mark").
        for (std::size_t k = n == 1 ? 0 : 1; k < n; ++k)
            if (tokens[at + k].is(fact_kind::other) && known_word(tokens[at + k])) return;
        const range where{tokens[at].text.begin, tokens[at + n - 1].text.end};
        if (std::find(to_.contact_name.ranges.begin(), to_.contact_name.ranges.end(), where) == to_.contact_name.ranges.end()) keep(to_.contact_name, in_.text(), where);
    }

    void read_line(std::size_t i) {
        const auto tokens = in_.tokens(i);
        const auto & line = in_.lines()[i];
        const auto index_behind = [&](std::uint32_t at) {
            std::size_t k = 0;
            while (k < tokens.size() && tokens[k].text.begin < at) ++k;
            return k;
        };
        if (line.label_fact == "contact_name") take(tokens, 0, 1);
        for (const auto & h : in_.hits(i)) {
            if (h.rule->fact != "contact_name") continue;
            constexpr std::size_t farthest = 3;
            const auto from = index_behind(h.where.end);
            for (auto k = from; k < tokens.size() && k < from + farthest; ++k) {
                if (tokens[k].is(fact_kind::honorific)) continue;
                if (!word(tokens[k])) continue;
                take(tokens, k, h.rule->value == "first-name" ? 1 : 2);
                break;
            }
        }
        for (std::size_t k = 0; line.any(bit(fact_kind::honorific)) && k + 1 < tokens.size(); ++k)
            if (tokens[k].is(fact_kind::honorific) && tokens[k].capital) take(tokens, k + (tokens[k + 1].is(fact_kind::dot) ? 2 : 1), 1);
        // "Priya Nair (priya.nair@…)", "Jo Field, 01632 960987".
        for (const auto * f : {&to_.contact_email, &to_.contact_phone})
            for (auto place = std::lower_bound(f->ranges.begin(), f->ranges.end(), range{line.text.begin, 0}); place != f->ranges.end() && place->end <= line.text.end; ++place) {
                constexpr std::uint32_t near = 12;
                const auto where = *place;
                for (auto k = index_behind(where.begin); k-- > 0 && where.begin - tokens[k].text.end <= near;) {
                    if (!word(tokens[k])) continue;
                    auto first = k;
                    while (first > 0 && word(tokens[first - 1]) && k - first < 3 && !tokens[first].parted && tokens[first].spaced) --first;
                    if (k > first) take(tokens, first, 2);
                    break;
                }
            }
    }

    // A name found once is the same name everywhere.
    void repeat() {
        std::set<std::string> names;
        for (const auto & r : to_.contact_name.ranges) names.insert(std::string(r.of(in_.text())));
        constexpr std::size_t most_names = 20;
        if (names.size() > most_names) return;
        std::set<range> known(to_.contact_name.ranges.begin(), to_.contact_name.ranges.end());
        for (const auto & name : names) {
            if (name.find(' ') == std::string::npos) continue;
            for (auto at = in_.text().find(name); at != std::string_view::npos; at = in_.text().find(name, at + name.size())) {
                const range where{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())};
                if (known.insert(where).second) to_.contact_name.ranges.push_back(where);
            }
        }
    }

    const fact_words & in_;
    advert_facts & to_;
};

bool reference_letter(char c) { return letter(c) || digit(c) || c == '/' || c == '-' || c == '_' || c == '.'; }

// Letters, figures and marks with at least one figure; a stop at the end is the sentence's.
range code_at(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t fewest = 3, most = 40;
    auto at = begin;
    while (at < end && reference_letter(text[at])) ++at;
    while (at > begin && !letter(text[at - 1]) && !digit(text[at - 1])) --at;
    const range where{begin, at};
    const auto words = where.of(text);
    const bool figure = std::any_of(words.begin(), words.end(), digit);
    return figure && where.size() >= fewest && where.size() <= most ? where : range{};
}

void read_references(const fact_words & in, std::size_t index, fact<std::string> & to) {
    const auto text = in.text();
    const auto & line = in.lines()[index];
    const auto behind = [&](std::uint32_t at) {
        while (at < line.text.end && (text[at] == ' ' || text[at] == ':' || text[at] == '-' || text[at] == '#' || text[at] == '.' || text[at] == '(' || text[at] == '"' || static_cast<unsigned char>(text[at]) >= 0x80)) ++at;
        if (const auto code = code_at(text, at, line.text.end); !code.empty()) return keep(to, text, code), true;
        return false;
    };
    if (line.label_fact == "reference" && !line.placeholder) {
        if (!behind(line.label.end)) {
            const auto words = trimmed(text, {line.label.end, line.text.end});
            if (!words.empty() && words.of(text).find(' ') == std::string_view::npos) keep(to, text, words);
        }
        return;
    }
    for (const auto & h : in.hits(index))
        if (h.rule->fact == "reference") behind(h.where.end);
    // "3283/Parliamentary Intern": the number at the head of the advert.
    const auto tokens = in.tokens(index);
    if (index == 0 && tokens.size() > 2 && tokens[0].digits >= 3 && tokens[0].decimals == 0 && tokens[1].is(fact_kind::slash) && tokens[1].glued && tokens[2].capital && tokens[0].text.begin == line.text.begin) keep(to, text, tokens[0].text);
}

}  // namespace

void read_contacts(const fact_words & in, advert_facts & to) {
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        if (in.lines()[i].placeholder) continue;
        read_addresses(in.text(), in.lines()[i].text, to.contact_email);
        if (in.lines()[i].figures) read_telephones(in, i, to.contact_phone);
        read_references(in, i, to.reference);
    }
    name_reader(in, to).read();
}

}  // namespace rolewright::adverts
