// A name is one to four capitalised words behind the pack's words for contact or a title (Dr), or at the head of the line
// below them; next to an address or a number, or alone on the line above one; or what an address is made of ("c.tighe@…" and
// "Catherine Tighe"). Words that adverts use end it. A name found once is the same name everywhere.
#include "advert/facts/contact_names.hpp"

#include <algorithm>
#include <set>

namespace rolewright::adverts {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool letter(char c) { return upper(c) || lower(c); }
char lowered(char c) { return upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char raised(char c) { return lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lowered(x) == lowered(y); });
}

// The first and the last name that an address is made of: {"c", "tighe"}.
struct names_of_address {
    std::string first, last;
};

names_of_address names_in(std::string_view address) {
    constexpr std::size_t shortest = 3;
    names_of_address made;
    std::string part;
    for (const char c : address.substr(0, address.find('@'))) {
        if (letter(c)) part += c;
        else if (c == '.' || c == '_' || c == '-') {
            if (made.first.empty()) made.first = part;
            part.clear();
        }
    }
    made.last = part;
    return made.first.empty() || made.last.size() < shortest ? names_of_address{} : made;
}

class name_reader {
public:
    name_reader(const fact_words & in, advert_facts & to) : in_(in), to_(to) {}

    void read() {
        const bool any_place = !to_.contact_email.ranges.empty() || !to_.contact_phone.ranges.empty();
        for (std::size_t i = 0; i < in_.lines().size(); ++i)
            if (any_place || is_asked(i)) read_line(i);
        std::set<std::string_view> addresses;
        for (const auto & r : to_.contact_email.ranges)
            if (addresses.size() < most_names && addresses.insert(r.of(in_.text())).second) look_for(names_in(r.of(in_.text())));
        repeat();
    }

private:
    static constexpr std::size_t most_names = 20;  // each is looked for in the whole text

    bool is_asked(std::size_t i) const {
        const auto & line = in_.lines()[i];
        if (line.says(fact_name::contact_name) || line.label_fact == fact_name::contact_name || line.may_hold(fact_kind::honorific)) return true;
        return i > 0 && (in_.lines()[i - 1].says(fact_name::contact_name) || last_listed_ == i - 1);
    }

    static bool word(const fact_token & t) { return t.capital && t.text.size() > 1 && (t.is(fact_kind::other) || t.is(fact_kind::month)); }

    // Initials and particles go with a name.
    std::size_t name_size(std::span<const fact_token> tokens, std::size_t at) const {
        constexpr std::size_t most = 4;
        std::size_t n = 0;
        while (at + n < tokens.size() && n < most) {
            const auto & t = tokens[at + n];
            const bool hyphen = n > 0 && t.is(fact_kind::dash) && t.glued && at + n + 1 < tokens.size() && tokens[at + n + 1].glued && word(tokens[at + n + 1]);
            if (n > 0 && t.parted) break;
            if ((!word(t) || is_abbreviation(t)) && !hyphen) break;
            if (n > 0 && !t.spaced && !t.glued) break;
            ++n;
        }
        return n;
    }

    // "HM", "CBU"; a name in capitals is longer, or its neighbours are in capitals too.
    bool is_abbreviation(const fact_token & t) const {
        constexpr std::uint32_t longest = 4;
        const auto behind = in_.text().substr(t.text.end, 3);
        return t.text.size() <= longest && shouts(t.text) && !(behind.size() == 3 && upper(behind[1]) && upper(behind[2]));
    }

    bool known_word(const fact_token & t) const { return in_.set.words.find(text::fold(t.text.of(in_.text()))) != text::no_word; }
    bool common_word(const fact_token & t) const {
        const auto & all = in_.set.language.common;
        return std::find(all.begin(), all.end(), text::fold(t.text.of(in_.text()))) != all.end();
    }
    bool shouts(range where) const { return std::none_of(in_.text().begin() + where.begin, in_.text().begin() + where.end, lower); }

    void keep(range where) {
        auto & to = to_.contact_name;
        if (std::find(to.ranges.begin(), to.ranges.end(), where) != to.ranges.end()) return;
        to.ranges.push_back(where);
        if (!to.value) to.value = std::string(where.of(in_.text()));
    }

    // Words that adverts use ("Human Resources") are no names, and what follows a name ("Priya Nair Ward Manager") is none; a
    // first name may be such a word ("Grace", "Mark"), unless others follow ("Adult Psychology Service").
    bool take(std::span<const fact_token> tokens, std::size_t at, std::size_t least) {
        auto n = name_size(tokens, at);
        const auto known = [&](std::size_t k) { return tokens[at + k].is(fact_kind::other) && known_word(tokens[at + k]); };
        // "Karen Hall": a last name may be a word too, but none of the commonest.
        const bool two_names = n == 2 && !known(0) && known(1) && !common_word(tokens[at + 1]);
        for (std::size_t k = 1; k < n && !two_names; ++k)
            if (known(k)) n = known(0) ? 0 : k;
        if (n == 1 && known(0)) n = 0;
        while (n > 0 && !word(tokens[at + n - 1])) --n;
        if (n < least || n == 0) return false;
        keep({tokens[at].text.begin, tokens[at + n - 1].text.end});
        return true;
    }

    static std::size_t index_behind(std::span<const fact_token> tokens, std::uint32_t at) {
        std::size_t k = 0;
        while (k < tokens.size() && tokens[k].text.begin < at) ++k;
        return k;
    }

    void read_line(std::size_t i) {
        const auto & line = in_.lines()[i];
        if (line.label_fact == fact_name::contact_name) take(in_.tokens(i), 0, 1);
        else if (asked_above(i)) read_head(i);
        if (line.says(fact_name::contact_name))
            for (const auto & h : in_.hits(i))
                if (h.rule->about == fact_name::contact_name) read_behind(i, h);
        if (line.may_hold(fact_kind::honorific)) read_titled(in_.tokens(i));
        for (const auto * f : {&to_.contact_email, &to_.contact_phone})
            for (auto place = first_from(*f, line.text.begin); place != f->ranges.end() && place->end <= line.text.end; ++place) read_before(i, *place);
    }

    void read_head(std::size_t i) {
        const auto tokens = in_.tokens(i);
        if (!tokens.empty() && !in_a_cue(i, tokens.front()) && take(tokens, 0, 2)) last_listed_ = i;
    }

    // "Dr Priya Nair", "Mrs. Field"
    void read_titled(std::span<const fact_token> tokens) {
        for (std::size_t k = 0; k + 1 < tokens.size(); ++k)
            if (tokens[k].is(fact_kind::honorific) && tokens[k].capital) take(tokens, k + (tokens[k + 1].is(fact_kind::dot) ? 2 : 1), 1);
    }

    static std::vector<range>::const_iterator first_from(const fact<std::string> & f, std::uint32_t at) { return std::lower_bound(f.ranges.begin(), f.ranges.end(), range{at, 0}); }

    // "For an informal talk contact:" stands above, perhaps with other names between.
    bool asked_above(std::size_t i) const {
        constexpr std::uint32_t longest_of_list = 80;
        if (i == 0) return false;
        const auto & above = in_.lines()[i - 1];
        if (!above.says(fact_name::contact_name) && last_listed_ != i - 1) return false;
        const auto words = above.text.of(in_.text());
        if (words.ends_with(':') || words.ends_with(":;")) return above.says(fact_name::contact_name);
        return last_listed_ == i - 1 && above.text.size() <= longest_of_list;
    }

    // "Contact" of "Contact Jo" is no name.
    bool in_a_cue(std::size_t i, const fact_token & t) const {
        const auto hits = in_.hits(i);
        return std::any_of(hits.begin(), hits.end(), [&](const value_hit & h) { return (h.rule->about == fact_name::contact_name || h.rule->about == fact_name::contact_phone) && h.where.contains(t.text); });
    }

    // Whether one of the first few tokens may begin with a capital.
    bool may_name(std::span<const text::token> words, std::size_t few) const {
        for (const auto & w : words) {
            if (w.capital || !w.plain) return true;
            if (is_one_token(w, in_.set) && --few == 0) return false;
        }
        return false;
    }

    void read_behind(std::size_t i, const value_hit & cue) {
        constexpr std::size_t farthest = 3;
        if (!may_name(in_.words_behind(i, cue.where.end), farthest)) return;
        const auto tokens = in_.tokens(i);
        const auto from = index_behind(tokens, cue.where.end);
        for (auto k = from; k < tokens.size() && k < from + farthest; ++k) {
            if (tokens[k].is(fact_kind::honorific) || !word(tokens[k])) continue;
            const bool loud = shouts(cue.where) && shouts(tokens[k].text);
            if (!loud && !take(tokens, k, cue.rule->value == "first-name" ? 1 : 2)) take_behind_title(tokens, k);
            return;
        }
    }

    // "Charge Nurse Priya Nair": behind the capitalised words of a job's name.
    void take_behind_title(std::span<const fact_token> tokens, std::size_t at) {
        constexpr std::size_t longest_title = 5;
        auto k = at;
        while (k < tokens.size() && k < at + longest_title && word(tokens[k]) && !(k > at && tokens[k].parted) && known_word(tokens[k])) ++k;
        if (k > at && k < tokens.size() && word(tokens[k]) && !known_word(tokens[k])) take(tokens, k, 2);
    }

    // "Priya Nair (priya.nair@…)", "Jo Field, 01632 960987"; "Jo Field, Ward Manager, 01632 …" at the head of the line; and
    // the name that has the line above to itself.
    void read_before(std::size_t i, range place) {
        constexpr std::uint32_t near = 12, head = 12;
        const auto tokens = in_.tokens(i);
        for (auto k = index_behind(tokens, place.begin); k-- > 0 && place.begin - tokens[k].text.end <= near;) {
            if (!word(tokens[k])) continue;
            auto first = k;
            while (first > 0 && word(tokens[first - 1]) && !in_a_cue(i, tokens[first - 1]) && k - first < 3 && !tokens[first].parted && tokens[first].spaced) --first;
            if (k > first) take(tokens, first, 2);
            break;
        }
        const auto n = name_size(tokens, 0);
        if (n >= 2 && n < tokens.size() && !in_a_cue(i, tokens[0]) && (tokens[n].is(fact_kind::comma) || tokens[n].is(fact_kind::dash) || tokens[n].parted || n > 2)) take(tokens, 0, 2);
        if (i == 0 || place.begin - in_.lines()[i].text.begin > head) return;
        const auto above = in_.tokens(i - 1);
        if (above.size() >= 2 && above.size() <= 3 && name_size(above, 0) == above.size()) take(above, 0, 2);
    }

    // A last name, capitalised, with the first name or one of its initial before it.
    void look_for(const names_of_address & name) {
        if (name.last.empty()) return;
        const auto text = in_.text();
        const char initial_of_last = raised(name.last.front());
        for (auto at = text.find(initial_of_last); at != std::string_view::npos; at = text.find(initial_of_last, at + 1)) {
            const auto begin = static_cast<std::uint32_t>(at), end = begin + static_cast<std::uint32_t>(name.last.size());
            if (begin < 2 || text[begin - 1] != ' ' || !same_letters(text.substr(begin, name.last.size()), name.last) || (end < text.size() && lower(text[end]))) continue;
            auto first = begin - 1;
            while (first > 0 && letter(text[first - 1]) && !(upper(text[first]) && lower(text[first - 1]))) --first;
            const range given{first, begin - 1};
            const auto words = given.of(text);
            const bool initial = name.first.size() == 1 && !words.empty() && lowered(words.front()) == lowered(name.first.front());
            if (!words.empty() && upper(words.front()) && (initial || same_letters(words, name.first))) keep({first, end});
        }
    }

    void repeat() {
        std::set<std::string> names;
        for (const auto & r : to_.contact_name.ranges) names.insert(std::string(r.of(in_.text())));
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
    std::optional<std::size_t> last_listed_;  ///< the last line that began with a name asked for above
};

}  // namespace

void read_contact_names(const fact_words & in, advert_facts & to) { name_reader(in, to).read(); }

}  // namespace rolewright::adverts
