// The pack's values name the choices. A label weighs most, then the title, then the lines about pay; what an employer says
// of itself weighs less, its benefits and its small print least. Where one choice includes another (an internship is for a
// fixed time, hybrid is some of both) the first stands.
#include "advert/facts/choices.hpp"

#include "advert/words.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace rolewright::adverts {
namespace {

constexpr int by_label = 8, by_title = 5, by_line = 4, by_sentence = 3, by_the_way = 1;

int weight_of(const fact_line & line, fact_name fact) {
    if (line.label_fact == fact) return by_label;
    if (line.title) return by_title;
    switch (line.kind) {
        case section_kind::employer: return by_the_way + 1;
        case section_kind::benefits:
        case section_kind::apply:
        case section_kind::equality: return by_the_way;
        case section_kind::pay: return by_line;
        default: return line.form == statement_form::key_value ? by_line : by_sentence;
    }
}

// "Casual, as required", "Remote": a line of so few words says what it is about.
bool few_words(const fact_words & in, std::size_t index) {
    constexpr std::ptrdiff_t few = 3;
    const auto & line = in.lines()[index];
    const bool aside = line.kind == section_kind::benefits || line.kind == section_kind::employer || line.kind == section_kind::apply || line.kind == section_kind::equality;
    if (aside) return false;
    const auto words = in.words_behind(index, 0);
    if (std::count_if(words.begin(), words.end(), [&](const text::token & w) { return is_one_token(w, in.set); }) > few) return false;
    const auto tokens = in.tokens(index);
    std::ptrdiff_t counted = 0;
    for (const auto * t = tokens.data(); t != tokens.data() + tokens.size(); ++t) {
        const bool second_half = t->glued && t != tokens.data() && std::prev(t)->is(fact_kind::dash) && std::prev(t)->glued;
        counted += t->text.size() > 1 && !second_half;
    }
    return counted <= few;
}

constexpr std::size_t lines_at_the_head = 6;

// "Loomwise | Durham | On-site | Full time": between bars one word says it.
bool fills_field(std::string_view text, const fact_line & line, range said) {
    const auto before = text.substr(line.text.begin, said.begin - line.text.begin), behind = text.substr(said.end, line.text.end - said.end);
    const auto last = before.find_last_not_of(' '), first = behind.find_first_not_of(' ');
    const bool begins = last == std::string_view::npos || before[last] == '|', ends = first == std::string_view::npos || behind[first] == '|' || behind[first] == ',' || behind[first] == '(';
    return begins && ends && (before.find('|') != std::string_view::npos || behind.find('|') != std::string_view::npos);
}

template <class E>
struct includes {
    E one, other;
    int softer = 1;  ///< how much softer `one` may be said and still stand
};

constexpr includes<contract_kind> contracts[] = {
    {contract_kind::internship, contract_kind::fixed_term}, {contract_kind::internship, contract_kind::temporary}, {contract_kind::internship, contract_kind::permanent},
    {contract_kind::internship, contract_kind::volunteer}, {contract_kind::fixed_term, contract_kind::temporary, by_title - by_sentence},  // "Locum" in the title, "a fixed-term contract" below it
    {contract_kind::temporary, contract_kind::casual},
};
constexpr includes<workplace_kind> workplaces[] = {{workplace_kind::hybrid, workplace_kind::on_site}, {workplace_kind::hybrid, workplace_kind::remote}};

// What the pack's values say in a title that a field gives.
struct title_hit {
    const packs::fact_value * rule = nullptr;
    bool aside = false;  ///< "Kite Maker (Bank)", "Remote - Kite Teacher"
    bool opens = false;  ///< "Bank Kite Maker", but also "Bank Reconciliation Officer"
};

// Whether marks, or an end of the title, part words [first, last) from those beside them.
bool stands_aside(std::string_view title, std::span<const text::token> words, const query::match & m) {
    const auto parts = [&](std::uint32_t from, std::uint32_t to) {
        const auto between = range{from, to}.of(title);
        constexpr std::string_view dashes[] = {" - ", "–", "—"};
        return between.find_first_of("()[]|/,;:") != std::string_view::npos || std::any_of(std::begin(dashes), std::end(dashes), [&](auto dash) { return between.find(dash) != std::string_view::npos; });
    };
    const bool before = m.first == 0 || parts(words[m.first - 1].text.end, words[m.first].text.begin);
    return before && (m.last == words.size() || parts(words[m.last - 1].text.end, words[m.last].text.begin));
}

std::vector<title_hit> hits_in_title(const fact_words & in) {
    std::vector<title_hit> made;
    const auto & title = in.of.source.given.title;
    if (!title) return made;
    const auto words = read_words(*title, {0, static_cast<std::uint32_t>(title->size())}, in.set, in.work);
    each_match(words, packs::owner_kind::value, query::marks::part, *title, in.set, in.work, [&](std::uint32_t rule, const query::match & m) {
        const auto tokens = in.work.tokens_of(words);
        made.push_back({&in.set.language.values[rule], stands_aside(*title, tokens, m), m.first == 0});
    });
    return made;
}

// A title beside the text is asked where the text says nothing, or no more than that the job is for a time. A single word in
// it says so where it stands aside, or where it opens the title and what is known is much the same ("Bank Kite Maker", temporary).
template <class E>
std::optional<E> said_by_title(std::span<const title_hit> title, fact_name name, fact_name behind_label, const std::optional<E> & known) {
    std::optional<E> said;
    for (const auto & h : title) {
        if (h.rule->about != name && h.rule->about != behind_label) continue;
        const auto value = from_string<E>(h.rule->value);
        bool alike = false;
        if constexpr (std::is_same_v<E, contract_kind>) alike = known == contract_kind::temporary && (value == contract_kind::casual || value == contract_kind::fixed_term);
        const bool differs = known && known != value && !alike;
        if (!value || differs || !(h.aside || (h.opens && alike))) continue;
        if (said && said != value) return std::nullopt;
        said = value;
    }
    return said;
}

template <class E, std::size_t n, std::size_t m>
void read_choice(const fact_words & in, std::span<const title_hit> title, const std::optional<E> & given, fact_name name, fact_name behind_label, const includes<E> (&known)[n], fact<E> & to, const E (&all)[m]) {
    std::array<int, m> weight{};
    struct place {
        int weight;
        range where;
    };
    std::vector<place> places;
    int refused = 0;
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        const auto & line = in.lines()[i];
        if (!line.says(name) && !line.says(behind_label)) continue;
        for (const auto & h : in.hits(i)) {
            // A single word says so behind the label; most do in a title, or behind the place of work.
            const auto named = [&] {
                if (line.label_fact == name || (line.label_fact == fact_name::location && name == fact_name::workplace)) return true;
                return (line.title && h.rule->value != "on-site" && in.lines().size() > 1) || few_words(in, i) || (i < lines_at_the_head && fills_field(in.text(), line, h.where));
            };
            if (h.rule->about != name && !(h.rule->about == behind_label && named())) continue;
            auto value = from_string<E>(h.rule->value);
            if constexpr (std::is_same_v<E, workplace_kind>)
                if (value == workplace_kind::remote && line.kind == section_kind::benefits) value = workplace_kind::hybrid;  // offered, not the rule
            if (!value) {
                if (h.rule->value == "none") refused = std::max(refused, weight_of(line, name));
                continue;
            }
            const int w = weight_of(line, name);
            auto & held = weight[static_cast<std::size_t>(*value)];
            held = std::max(held, w);
            places.push_back({w, h.where});
        }
    }
    if (places.empty() && refused == 0) {
        to.value = said_by_title(title, name, behind_label, given);
        to.given = to.value.has_value();
        return;
    }
    std::stable_sort(places.begin(), places.end(), [](const place & a, const place & b) { return a.weight > b.weight; });
    for (const auto & p : places) to.ranges.push_back(p.where);
    for (const auto & k : known) {
        auto & one = weight[static_cast<std::size_t>(k.one)];
        auto & other = weight[static_cast<std::size_t>(k.other)];
        if (one > 0 && one + k.softer >= other) one = std::max(one, other), other = 0;
    }
    const int best = *std::max_element(weight.begin(), weight.end());
    if (best == 0 || refused >= best) return;
    std::optional<E> only;
    for (const auto v : all) {
        const int said = weight[static_cast<std::size_t>(v)];
        if (said == 0 || said + 1 < best) continue;
        if (only) return;
        only = v;
    }
    if constexpr (std::is_same_v<E, contract_kind>)
        if (only == contract_kind::temporary)
            if (const auto closer = said_by_title(title, name, behind_label, only)) {
                to.value = closer, to.given = true;
                return;
            }
    to.value = only;
}

constexpr contract_kind every_contract[] = {contract_kind::permanent, contract_kind::fixed_term, contract_kind::temporary, contract_kind::casual, contract_kind::internship, contract_kind::volunteer};
constexpr workplace_kind every_workplace[] = {workplace_kind::on_site, workplace_kind::hybrid, workplace_kind::remote};

void add(fact<std::vector<std::string>> & to, std::string value, range where) {
    if (!to.value) to.value.emplace();
    if (std::find(to.value->begin(), to.value->end(), value) != to.value->end()) return;
    to.value->push_back(std::move(value));
    to.ranges.push_back(where);
}

// "Benefits: a pension, 25 days' leave (plus bank holidays)": its items end at commas and semicolons outside brackets.
template <class Take>
void each_item(std::string_view text, range line, Take && take) {
    int open = 0;
    auto begin = line.begin;
    for (auto at = line.begin; at <= line.end; ++at) {
        const char c = at < line.end ? text[at] : ';';
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        const bool figure = c == ',' && at + 1 < line.end && text[at + 1] != ' ';  // "£1,000"
        if (at < line.end && ((c != ',' && c != ';') || open > 0 || figure)) continue;
        const auto item = trimmed(text, {begin, at});
        if (!item.empty()) take(item);
        begin = at + 1;
    }
}

// "Benefits: pay that is looked at every year, a pension, …": a sentence so long that its label is a heading.
bool runs_on(std::string_view text, const fact_line & line) {
    constexpr std::uint32_t nearest = 3;
    constexpr auto fewest_commas = 2;
    if (line.kind != section_kind::benefits || line.form != statement_form::sentence || line.heading.empty() || line.text.begin < line.heading.end) return false;
    const auto words = line.text.of(text);
    return text[line.heading.end] == ':' && line.text.begin - line.heading.end <= nearest && std::count(words.begin(), words.end(), ',') >= fewest_commas;
}

// "We will provide;"
bool opens_more(std::string_view text, const fact_line & line) {
    const auto words = line.text.of(text);
    return words.ends_with(':') || (line.form == statement_form::sentence && words.ends_with(';'));
}

// "Full-time, 37.5 hours per week" among benefits is none.
bool is_of_hours(const fact_line & line) { return line.form == statement_form::sentence && line.may_hold(fact_kind::hours) && line.may_hold(fact_kind::full); }

// What stands behind a label, in a list, or alone in a short sentence among benefits; a line that opens a list is none.
void read_benefits(const fact_words & in, fact<std::vector<std::string>> & to) {
    constexpr std::uint32_t longest_item = 200, longest_sentence = 40, fewest_bytes = 3;
    std::unordered_set<std::string_view> seen;  // a pasted page may have a hundred thousand
    const auto keep = [&](range item) {
        const auto words = item.of(in.text());
        if (!seen.insert(words).second) return;
        if (!to.value) to.value.emplace();
        to.value->emplace_back(words);
        to.ranges.push_back(item);
    };
    for (const auto & line : in.lines()) {
        if (line.placeholder) continue;
        if (line.label_fact == fact_name::benefits) {
            each_item(in.text(), {line.label.end, line.text.end}, keep);
            continue;
        }
        if (runs_on(in.text(), line)) {
            each_item(in.text(), line.text, keep);
            continue;
        }
        const auto longest = line.form == statement_form::list_item ? longest_item : line.form == statement_form::sentence ? longest_sentence : 0;
        const bool said = line.kind == section_kind::benefits && line.text.size() <= longest;
        const auto words = said ? trimmed(in.text(), line.text) : range{};
        if (words.size() >= fewest_bytes && !opens_more(in.text(), line) && !is_of_hours(line)) keep(words);
    }
}

}  // namespace

void read_choices(const fact_words & in, advert_facts & to) {
    const auto title = hits_in_title(in);
    const auto & given = in.of.source.given;
    read_choice(in, title, given.contract, fact_name::contract, fact_name::contract_label, contracts, to.contract, every_contract);
    read_choice(in, title, given.workplace, fact_name::workplace, fact_name::workplace_label, workplaces, to.workplace, every_workplace);
}

void read_lists(const fact_words & in, advert_facts & to) {
    struct named {
        fact_name name;
        fact<std::vector<std::string>> & into;
    };
    const named lists[] = {{fact_name::shifts, to.shifts}, {fact_name::licences, to.licences}, {fact_name::checks, to.checks}, {fact_name::languages, to.languages}};
    constexpr auto any = bit(fact_name::shifts) | bit(fact_name::licences) | bit(fact_name::checks) | bit(fact_name::languages);
    for (std::size_t i = 0; i < in.lines().size(); ++i)
        if (in.lines()[i].said & any)
            for (const auto & h : in.hits(i))
                for (const auto & l : lists)
                    if (h.rule->about == l.name) add(l.into, h.rule->value, h.where);
    read_benefits(in, to.benefits);
}

}  // namespace rolewright::adverts
