// Criterion by criterion, by what the strongest passages of both are worth; then fact by fact. Whether the role needs a
// criterion plays no part here: what the description asks, it asks.
#include "compare/compare.hpp"

#include "advert/facts/each.hpp"
#include "score/score.hpp"

#include <algorithm>
#include <type_traits>

namespace rolewright::comparing {
namespace {

double worth(const evidence & e, const packs::scoring & by) {
    return by.level[static_cast<std::size_t>(e.level)] * by.strength[static_cast<std::size_t>(e.strength)];
}

standing stand(const std::vector<std::uint32_t> & advert, const std::vector<std::uint32_t> & description, const review & a, const review & d, const packs::scoring & by) {
    if (advert.empty()) return standing::dropped;
    if (description.empty()) return standing::added;
    const bool less = worth(a.judgement.evidence[advert.front()], by) < worth(d.judgement.evidence[description.front()], by);
    return less ? standing::weaker : standing::kept;
}

constexpr std::uint32_t longest_sentence = 240;  // bytes: what is longer says many things, and nobody pastes it

// The description's own sentence where it says what is done and is short enough to stand in an advert.
std::optional<std::string> own_sentence(const review & description, const evidence & e) {
    const auto & of = description.advert;
    const auto & s = of.statements[of.clauses[e.clause].statement];
    const bool alone = s.form == statement_form::sentence || s.form == statement_form::list_item;
    if (e.level != level::practical || !alone || s.text.size() > longest_sentence) return std::nullopt;
    return std::string(s.text.of(of.source.text));
}

void word(criterion_comparison & c, const review & advert, const review & description, const packs::language_set & set) {
    if (const auto own = own_sentence(description, description.judgement.evidence[c.description.front()])) {
        c.sentence = *own;
        c.own_words = true;
        return;
    }
    const auto & family = advert.judgement.role.family.empty() ? description.judgement.role.family : advert.judgement.role.family;
    if (const auto * s = scoring::suggestion_for(c.criterion, family, set)) c.sentence = s->sentence;
}

// The facts that are terms of the job or ask something of people; names, dates and references belong to one advert alone.
constexpr std::string_view compared_facts[] = {"location", "salary", "hours_per_week", "fte", "days_per_week", "contract", "workplace", "office_days", "home_days", "travel", "shifts", "experience_years", "qualification", "languages", "licences", "checks"};

bool same(const salary & a, const salary & b) { return a.min == b.min && a.max == b.max && a.currency == b.currency && a.per == b.per; }
bool same(const std::string &, const std::string &) { return true; }  // words can say one thing in two ways
template <class T>
bool same(const T & a, const T & b) { return a == b; }

template <class T>
std::optional<fact_comparison> compare_fact(std::string_view name, const fact<T> & advert, const fact<T> & description) {
    if (!description) return std::nullopt;
    fact_comparison made{name, standing::kept, {}, advert.ranges, description.ranges};
    if constexpr (std::is_same_v<T, std::vector<std::string>>) {
        made.description.clear();
        for (std::size_t i = 0; i < description.value->size(); ++i) {
            const auto & v = (*description.value)[i];
            if (advert && std::find(advert.value->begin(), advert.value->end(), v) != advert.value->end()) continue;
            made.missing.push_back(v);
            if (i < description.ranges.size()) made.description.push_back(description.ranges[i]);
        }
        if (!made.missing.empty()) made.standing = standing::dropped;
        else made.description = description.ranges;
    } else if (!advert) made.standing = standing::dropped;
    else if (!same(*advert.value, *description.value)) made.standing = standing::differs;
    return made;
}

}  // namespace

std::vector<std::uint32_t> strongest_first(const review & of, std::uint16_t criterion, const packs::language_set & set) {
    std::vector<std::uint32_t> made;
    for (const auto & c : of.card.criteria)
        if (c.criterion == criterion) made = c.evidence;
    std::stable_sort(made.begin(), made.end(), [&](auto x, auto y) {
        return worth(of.judgement.evidence[x], set.criteria.scoring) > worth(of.judgement.evidence[y], set.criteria.scoring);
    });
    return made;
}

comparison compare(const review & advert, const review & description, const packs::pack_set & packs) {
    comparison made;
    adverts::for_each_fact([&](std::string_view name, auto member) {
        if (std::find(std::begin(compared_facts), std::end(compared_facts), name) == std::end(compared_facts)) return;
        if (auto compared = compare_fact(name, advert.advert.facts.*member, description.advert.facts.*member)) made.facts.push_back(*std::move(compared));
    });
    const auto * set = packs.find(advert.advert.language);
    made.judged = set && advert.card.score && description.card.score;
    if (!made.judged) return made;
    for (std::uint16_t c = 0; c < set->criteria.criteria.size(); ++c) {
        criterion_comparison one{.criterion = c, .advert = strongest_first(advert, c, *set), .description = strongest_first(description, c, *set), .sentence = {}};
        if (one.advert.empty() && one.description.empty()) continue;
        one.standing = stand(one.advert, one.description, advert, description, set->criteria.scoring);
        if (one.standing == standing::dropped || one.standing == standing::weaker) word(one, advert, description, *set);
        made.criteria.push_back(std::move(one));
    }
    return made;
}

}  // namespace rolewright::comparing
