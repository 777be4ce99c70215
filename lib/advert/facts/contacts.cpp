// Addresses and telephone numbers have forms of their own; a reference is letters and figures behind its name. Fields that
// were run together ("Email addressj.field@example.orgTelephone number01632 …") come apart where the case of letters changes
// and behind the word that the pack knows.
#include "advert/facts/contacts.hpp"

#include "advert/facts/contact_names.hpp"

#include <algorithm>
#include <array>

namespace rolewright::adverts {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool address_letter(char c) { return letter(c) || digit(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '\''; }

void keep(fact<std::string> & to, std::string_view text, range where) {
    to.ranges.push_back(where);
    if (!to.value) to.value = std::string(where.of(text));
}

bool small(char c) { return c >= 'a' && c <= 'z'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }

// "…@example.orgTelephone": what begins with a capital behind a small letter of the last label is the next field's.
std::uint32_t end_of_address(std::string_view text, range address) {
    const auto last = address.begin + static_cast<std::uint32_t>(address.of(text).rfind('.'));
    for (auto at = last + 2; at < address.end; ++at)
        if (small(text[at - 1]) && capital(text[at])) return at;
    return address.end;
}

// "Email addressj.field@…": the address begins where the label ends, if the pack says that the two are run together.
std::uint32_t begin_of_address(const fact_words & in, std::size_t index, range address) {
    const auto hits = in.hits(index);
    const auto glued = std::find_if(hits.begin(), hits.end(), [&](const value_hit & h) { return h.rule->about == fact_name::contact_email && h.rule->value == "glued" && h.where.begin < address.begin && address.begin < h.where.end; });
    if (glued == hits.end()) return address.begin;
    for (auto at = address.begin + 1; at < glued->where.end; ++at)
        if (fact_named(in.of, {glued->where.begin, at}, in.set, in.work) == "contact_email") return at;
    return address.begin;
}

void read_addresses(const fact_words & in, std::size_t index, fact<std::string> & to) {
    const auto line = in.lines()[index].text;
    auto from = line.begin;
    const auto text = in.text().substr(0, line.end);
    for (auto at = text.find('@', line.begin); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto begin = static_cast<std::uint32_t>(at), end = begin + 1;
        while (begin > from && address_letter(text[begin - 1])) --begin;
        while (begin < at && !letter(text[begin]) && !digit(text[begin])) ++begin;
        while (end < line.end && address_letter(text[end])) ++end;
        while (end > at && !letter(text[end - 1]) && !digit(text[end - 1])) --end;
        from = end > at ? end : static_cast<std::uint32_t>(at) + 1;
        range where{begin, std::max(begin, end)};
        if (begin == at || where.of(text).find('.', at - begin) == std::string_view::npos) continue;
        where.begin = begin_of_address(in, index, where);
        where.end = end_of_address(text, where);
        keep(to, text, where);
    }
}

struct figures {
    range where;
    std::array<std::uint8_t, 24> groups{};  ///< figures in each group
    std::size_t group_count = 0, count = 0;
    bool international = false, bracketed = false, slashed = false;
};

// Groups of figures parted by one or two marks.
figures figures_at(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    figures f{{begin, begin}};
    auto at = begin;
    if (text[at] == '+') f.international = true, ++at;
    if (at < end && text[at] == '(') f.bracketed = true, ++at;
    while (at < end && digit(text[at])) {
        std::uint8_t n = 0;
        while (at < end && digit(text[at]) && n < 20) ++at, ++n;
        f.groups[f.group_count++] = n;
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

constexpr std::size_t fewest_figures = 7;

bool reads_like_a_telephone(const figures & f, std::string_view text, bool spoken_of) {
    const auto first = text[f.where.begin + (f.bracketed ? 1 : 0)];
    const bool whole = first == '0' && f.count >= 10 && f.count <= 12;  // "01632 960123/960124": the next number's last figures
    if (f.count < fewest_figures || f.count > 15 || (f.slashed && !whole)) return false;
    if (f.international) return f.count >= 9;
    if (first == '0') return f.count >= 9 && f.count <= 12 && f.groups.front() >= (spoken_of ? 2 : 3);
    const bool american = f.count == 10 && f.group_count == 3 && f.groups[0] == 3 && f.groups[1] == 3;
    return american || (f.bracketed && f.count == 10) || (spoken_of && f.count >= 9 && f.group_count <= 4) || (spoken_of && f.count == 7 && f.group_count == 2);
}

// The telephone number that begins at `at`, if one does: behind it, or behind what else begins there.
std::uint32_t read_telephone(const fact_words & in, std::size_t index, std::uint32_t at, fact<std::string> & to) {
    const auto text = in.text();
    const auto & line = in.lines()[index];
    const char c = text[at];
    // "Telephone number01632 …"
    const bool run_together = c == '0' && at > line.text.begin && small(text[at - 1]);
    const bool apart = at == line.text.begin || (!letter(text[at - 1]) && !digit(text[at - 1]) && text[at - 1] != '/' && text[at - 1] != '-' && text[at - 1] != '@' && text[at - 1] != '_');
    const bool begins = run_together || (apart && (digit(c) || c == '(' || c == '+'));
    if (!begins) return at + 1;
    const auto f = figures_at(text, at, line.text.end);
    constexpr std::uint32_t near = 30;
    const auto * said = nearest_before(in.hits(index), fact_name::contact_phone, at);
    const bool spoken_of = line.label_fact == fact_name::contact_phone || (said && at - said->where.end < near);
    if (reads_like_a_telephone(f, text, spoken_of)) keep(to, text, f.where);
    return std::max(at + 1, f.where.end);
}

// Among the words that hold a digit, or with a sign before them.
void read_telephones(const fact_words & in, std::size_t index, fact<std::string> & to) {
    constexpr std::uint32_t longest_opening = 2;  // "+("
    const auto line = in.lines()[index].text;
    auto at = line.begin;
    for (const auto & word : in.words(index)) {
        if (!word.digits || word.text.end <= at) continue;
        at = std::max(at, word.text.begin - std::min(longest_opening, word.text.begin - line.begin));
        while (at < word.text.end) at = read_telephone(in, index, at, to);
    }
}

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
    if (line.label_fact == fact_name::reference && !line.placeholder) {
        if (!behind(line.label.end)) {
            const auto words = trimmed(text, {line.label.end, line.text.end});
            if (!words.empty() && words.of(text).find(' ') == std::string_view::npos) keep(to, text, words);
        }
        return;
    }
    if (line.says(fact_name::reference))
        for (const auto & h : in.hits(index))
            if (h.rule->about == fact_name::reference) behind(h.where.end);
    // "3283/Parliamentary Intern": the number at the head of the advert.
    if (index > 0 || line.figures == 0) return;
    const auto tokens = in.tokens(index);
    if (tokens.size() > 2 && tokens[0].digits >= 3 && tokens[0].decimals == 0 && tokens[1].is(fact_kind::slash) && tokens[1].glued && tokens[2].capital && tokens[0].text.begin == line.text.begin) keep(to, text, tokens[0].text);
}

}  // namespace

void read_contacts(const fact_words & in, advert_facts & to) {
    const bool any_address = in.text().find('@') != std::string_view::npos;
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        if (in.lines()[i].placeholder) continue;
        if (any_address) read_addresses(in, i, to.contact_email);
        if (in.lines()[i].figures >= fewest_figures) read_telephones(in, i, to.contact_phone);
        read_references(in, i, to.reference);
    }
    read_contact_names(in, to);
}

}  // namespace rolewright::adverts
