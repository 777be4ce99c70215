// A qualification is a phrase around the name of an award: its level or kind before, its grade behind, others joined by
// commas and "or", then a field ("in …"), grades ("at grade 4 or above") and "or equivalent". The bare words "qualification" and
// "certificate" name one only with its kind, level or field. Essential parts are read before the rest; what is only wished for is left out.
#include "advert/facts/qualification.hpp"

#include "advert/facts/grammar.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

inline constexpr auto a_word = [](const fact_token & t) { return !t.parted; };
inline constexpr auto a_capital = [](const fact_token & t) { return t.capital && t.text.size() == 1; };
inline constexpr auto unparted = [](const fact_token & t) { return !t.parted; };
inline constexpr auto small = [](const fact_token & t) { return t.number < 20 && t.decimals == 0; };
constexpr g::of_kind_where<decltype(a_word)> word{fact_kind::other, a_word};
constexpr g::of_kind_where<decltype(a_capital)> letter_a{fact_kind::per, a_capital};
constexpr g::of_kind_where<decltype(unparted)> joined_number{fact_kind::number, unparted};
constexpr g::of_kind_where<decltype(small)> few{fact_kind::number, small};
inline constexpr auto a_name = [](const fact_token & t) { return t.capital && !t.parted && t.text.size() > 1 && t.spaced; };
constexpr g::of_kind_where<decltype(a_name)> proper{fact_kind::other, a_name};

constexpr g::of_kind_where<decltype(unparted)> experience{fact_kind::experience, unparted};

constexpr auto k = [](fact_kind kind) { return g::kind(kind); };
const auto level = x3::omit[k(fact_kind::level) >> -g::dash >> few];
const auto a_levels = x3::omit[letter_a >> -g::dash >> k(fact_kind::level)];
// "City and Guilds" is one name.
const auto before = x3::omit[*(k(fact_kind::degree) >> -(g::both >> &(k(fact_kind::award) | k(fact_kind::degree))))];
// "Level 2 food hygiene certificate": a level may stand a few words before.
const auto levelled = level >> x3::omit[x3::repeat(0, 3)[(word | g::nth | k(fact_kind::degree)) - k(fact_kind::award)]] >> x3::omit[k(fact_kind::award)];
// "GCSE Maths and English": subjects are written with capitals.
const auto subject = x3::omit[x3::repeat(0, 4)[proper] >> x3::repeat(0, 3)[(g::comma | g::both) >> proper]];
const auto behind = x3::omit[*k(fact_kind::degree)] >> x3::omit[-(-g::dash >> k(fact_kind::level) >> -g::dash >> few)] >> x3::omit[-(joined_number >> !g::years)] >> x3::omit[*k(fact_kind::grade) >> -(k(fact_kind::grade) >> few)] >> subject;
const auto named = k(fact_kind::qualification);
const auto in_field = k(fact_kind::field) >> -g::per >> word;
const auto kind_named = x3::omit[+k(fact_kind::degree) >> named] | (x3::omit[named] >> ((x3::omit[-g::at] >> level) | &in_field)) | (level >> x3::omit[x3::repeat(0, 3)[word | g::nth] >> named]) | (level >> x3::omit[x3::repeat(0, 2)[word]] >> &(k(fact_kind::field) >> (proper | g::nth)));
const auto award = x3::omit[-few] >> (a_levels | (before >> x3::omit[k(fact_kind::award)]) | levelled | kind_named) >> behind;
const auto more = x3::omit[(g::comma >> -g::both) | g::both | g::slash] >> x3::omit[-g::per] >> award;
const auto field_word = x3::omit[word | (k(fact_kind::degree) >> !k(fact_kind::award) >> !named) | k(fact_kind::copies) | k(fact_kind::level) | experience | k(fact_kind::full)] - x3::omit[k(fact_kind::stop) | k(fact_kind::either)];
const auto field = x3::omit[k(fact_kind::field) >> -g::per] >> x3::repeat(1, 5)[field_word] >> x3::repeat(0, 6)[x3::omit[(g::comma >> -g::both) | g::both] >> x3::omit[-g::per] >> x3::repeat(1, 4)[field_word]];
const auto grades = x3::omit[g::at >> k(fact_kind::grade) >> -(few | word) >> -(g::both >> k(fact_kind::grade))];
const auto equivalent = x3::omit[g::both >> -g::per >> k(fact_kind::either) >> !k(fact_kind::experience)];
const auto phrase = award >> *more >> -field >> -grades >> -equivalent;

struct found_phrase {
    int weight;
    range where;
};

// Words that make it a wish, or none at all, speak for their own part of a line: up to a semicolon or the sentence's end.
bool taken_back(std::string_view text, std::span<const value_hit> hits, range phrase) {
    const auto parted = [&](std::uint32_t from, std::uint32_t to) {
        const auto between = range{from, to}.of(text);
        return between.find(';') != std::string_view::npos || between.find(". ") != std::string_view::npos;
    };
    return std::any_of(hits.begin(), hits.end(), [&](const value_hit & h) {
        if (h.rule->about != fact_name::qualification || h.rule->value != "not") return false;
        return h.where.overlaps(phrase) || (h.where.end <= phrase.begin ? !parted(h.where.end, phrase.begin) : !parted(phrase.end, h.where.begin));
    });
}

int weight_of(section_kind kind) {
    switch (kind) {
        case section_kind::essential: return 3;
        case section_kind::requirements: return 2;
        case section_kind::employer:
        case section_kind::benefits:
        case section_kind::desirable: return 0;
        default: return 1;
    }
}

// "A degree in nursing, current NMC registration and a driving licence": what comes behind the comma is none of it.
const fact_token * end_before_other_proof(const fact_token * from, const fact_token * end, std::span<const value_hit> hits) {
    constexpr std::ptrdiff_t words_before = 3;
    for (const auto & h : hits) {
        const bool inside = h.where.begin > from->text.begin && h.where.begin < std::prev(end)->text.end;
        if (!inside || (h.rule->about != fact_name::licences && h.rule->about != fact_name::checks)) continue;
        const auto * proof = std::find_if(from, end, [&](const fact_token & t) { return t.text.begin >= h.where.begin; });
        const auto * behind = std::find_if(proof, end, [&](const fact_token & t) { return t.text.begin >= h.where.end; });
        const auto * parted = std::find_if(proof - std::min(words_before, proof - from), behind, [](const fact_token & t) { return t.is_any_of(fact_kind::comma, fact_kind::both); });
        if (parted != behind && parted != from) end = parted;
    }
    return end;
}

// "degree (or equivalent" and the bracket that closes it.
range closed(std::string_view text, range where) {
    const auto words = where.of(text);
    const auto open = words.rfind('(');
    if (open != std::string_view::npos && words.find(')', open) == std::string_view::npos && where.end < text.size() && text[where.end] == ')') ++where.end;
    return where;
}

// How many posts: "two caseworkers", "3 x Healthcare Assistants", "2 posts".
const auto copies_of = x3::omit[few >> g::copies >> word];
const auto posts_of = x3::omit[few >> x3::repeat(0, 3)[(word | k(fact_kind::full) | g::dash) - g::posts] >> g::posts];
const auto copies_behind = x3::rule<struct copies_behind_tag, fact_token>("copies behind") = x3::omit[g::copies] >> few >> x3::omit[!(g::hours | g::copies)];
constexpr double most_posts = 500;

// "3 no. posts", "2 No. Caseworkers": the pack knows the word behind the figure, and what is counted stands behind its stop.
bool counts_posts(std::span<const value_hit> hits, const fact_token * number, const fact_token * end) {
    const auto counted = std::find_if(hits.begin(), hits.end(), [&](const value_hit & h) { return h.rule->about == fact_name::posts && h.rule->value == "counted" && h.where.begin == number->text.begin; });
    if (counted == hits.end()) return false;
    auto next = number;
    while (next != end && (next->text.begin < counted->where.end || next->is(fact_kind::dot))) ++next;
    return next != end && !next->parted && (next->is(fact_kind::posts) || (next->capital && (next->is(fact_kind::other) || next->is(fact_kind::full))));
}

}  // namespace

void read_qualification(const fact_words & in, fact<std::string> & to) {
    std::vector<found_phrase> found;
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        const auto & line = in.lines()[i];
        const int weight = line.label_fact == fact_name::qualification ? 4 : weight_of(line.kind);
        const bool only_a_title = line.title && in.lines().size() > 1;
        const bool of_level = line.may_hold(fact_kind::level) && line.may_hold(bit(fact_kind::number) | bit(fact_kind::per));
        if (weight == 0 || only_a_title || !(of_level || line.may_hold(bit(fact_kind::award) | bit(fact_kind::qualification)))) continue;
        const auto tokens = in.tokens(i);
        const auto * end = tokens.data() + tokens.size();
        for (const auto * it = tokens.data(); it != end;) {
            const auto * next = it;
            const bool may = it->is(fact_kind::number) || it->is(fact_kind::award) || it->is(fact_kind::degree) || it->is(fact_kind::level) || it->is(fact_kind::per) || it->is(fact_kind::qualification);
            if (!may || !x3::parse(next, end, phrase)) {
                ++it;
                continue;
            }
            // "BA1 2AB" is a place, "8A level" a grade of pay.
            const bool in_a_code = (it->is(fact_kind::award) && it->text.size() <= 2 && (!it->capital || (next - it > 1 && std::next(it)->glued && std::next(it)->is(fact_kind::number)))) || (it->is(fact_kind::number) && std::next(it)->glued && std::next(it)->capital);
            const bool part_of_name = in_a_code || (next != end && (next->is(fact_kind::of) || (next->is(fact_kind::dash) && next->glued)));
            const range where{it->text.begin, std::prev(end_before_other_proof(it, next, in.hits(i)))->text.end};
            if (!part_of_name && !taken_back(in.text(), in.hits(i), where)) found.push_back({weight, closed(in.text(), where)});
            it = next;
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto & a, const auto & b) { return a.weight > b.weight; });
    for (const auto & f : found) to.ranges.push_back(f.where);
    if (!found.empty()) to.value = std::string(found.front().where.of(in.text()));
}

void read_posts(const fact_words & in, fact<std::uint32_t> & to) {
    const auto keep = [&](const fact_token & t) {
        if (t.number < 1 || t.number > most_posts || t.decimals > 0) return;
        to.ranges.push_back(t.text);
        if (!to.value) to.value = static_cast<std::uint32_t>(t.number);
    };
    for (std::size_t i = 0; i < in.lines().size(); ++i) {
        const auto & line = in.lines()[i];
        const bool of_posts = line.may_hold(bit(fact_kind::posts) | bit(fact_kind::copies)) || line.says(fact_name::posts) || line.label_fact == fact_name::posts;
        if (!line.may_hold(fact_kind::number) || !of_posts) continue;
        const auto tokens = in.tokens(i);
        const auto * end = tokens.data() + tokens.size();
        for (const auto * it = tokens.data(); it != end; ++it) {
            const auto * next = it;
            // "Caseworker x 2", "x3 Support Workers"
            if (fact_token n; it->is(fact_kind::copies) && (it == tokens.data() || std::prev(it)->capital) && x3::parse(next, end, copies_behind, n)) keep(n);
            if (!it->is(fact_kind::number)) continue;
            const bool of_a_scale = std::any_of(in.hits(i).begin(), in.hits(i).end(), [&](const value_hit & h) { return h.rule->about == fact_name::salary && h.where.overlaps(it->text); });
            const bool in_a_code = it->glued && it != tokens.data() && (std::prev(it)->is(fact_kind::dash) || std::prev(it)->is(fact_kind::slash));
            const bool of_hours = std::next(it) != end && std::next(it)->is(fact_kind::hours);
            if (of_a_scale || in_a_code || of_hours) continue;
            next = it;
            // "3 no. posts"
            if (counts_posts(in.hits(i), it, end)) {
                keep(*it);
                continue;
            }
            if (line.label_fact == fact_name::posts) {
                keep(*it);
                break;
            }
            if (line.kind == section_kind::employer || line.kind == section_kind::benefits) continue;
            const bool heads = it == tokens.data() || it->parted;
            const auto * said = nearest_before(in.hits(i), fact_name::posts, it->text.begin);
            constexpr std::uint32_t near = 12;
            const bool wanted = said && it->text.begin - said->where.end < near;
            const auto * word = it + 1;
            const bool counted = word != end && !word->parted && (word->is(fact_kind::other) || word->is(fact_kind::full)) && it->decimals == 0;
            if (x3::parse(next, end, posts_of) || (heads && (next = it, x3::parse(next, end, copies_of)) && std::prev(next)->capital) || (wanted && counted)) keep(*it);
        }
    }
}

}  // namespace rolewright::adverts
