// Evidence that overlaps a trap counts nothing. What is left counts if its clause does. Matches for one
// criterion that stand close together become one passage at their highest level, and the passage is widened to words
// that can be understood alone.
#include "judge/passages.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace rolewright::judging {
namespace {

struct word_span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool overlaps(word_span o) const { return first < o.last && o.first < last; }
    std::uint32_t size() const { return last - first; }
};

struct sprung_trap {
    word_span words;
    const packs::trap_rule * rule = nullptr;
};

struct hit {
    word_span words;
    rolewright::level level = rolewright::level::vague;
    const packs::evidence_rule * rule = nullptr;
    const packs::trap_rule * trap = nullptr;
    const packs::level_bound * bound = nullptr;  ///< that changed the rule's level
    word_span bound_words;
};

// Passages: a short clause is quoted whole; in a longer one the part between commas that holds the match; and never
// fewer words than a reader needs. What does not count is quoted with more of its sentence, which is why it does not.
struct quoting {
    std::uint32_t whole_clause_words;
    std::uint32_t whole_part_words;
};
constexpr quoting asked{8, 6};
constexpr quoting not_counted{10, 8};
constexpr std::uint32_t fewest_words = 3;
constexpr std::uint32_t longest_with_deed = 12;  // a deed further off is not quoted with what it is done to

// The match with the words around it: the whole clause, the part between commas, or a few words to each side.
word_span grow(word_span m, quoting how, std::span<const text::token> words) {
    const auto n = static_cast<std::uint32_t>(words.size());
    if (n <= how.whole_clause_words) return {0, n};
    auto part = m;
    while (part.first > 0 && words[part.first].before != text::gap_before::breaker) --part.first;
    while (part.last < n && words[part.last].before != text::gap_before::breaker) ++part.last;
    if (part.size() <= how.whole_part_words && part.size() >= fewest_words) return part;
    while (m.size() < fewest_words && (m.first > part.first || m.last < part.last)) {
        if (m.first > part.first) --m.first;
        if (m.size() < fewest_words && m.last < part.last) ++m.last;
    }
    while (m.size() < 2 && (m.first > 0 || m.last < n)) m.first > 0 ? --m.first : ++m.last;
    return m;
}

// "plug-ins" is never cut, and no quotation ends in "and" or begins with "of".
word_span tidy(word_span m, word_span match, std::string_view text, std::span<const text::token> words, const packs::language_set & set) {
    const auto hyphen_before = [&](std::uint32_t i) { return words[i].text.begin == words[i - 1].text.end + 1 && text[words[i - 1].text.end] == '-'; };
    while (m.first > 0 && hyphen_before(m.first)) --m.first;
    while (m.last < words.size() && hyphen_before(m.last)) ++m.last;
    while (m.first < match.first && set.never_first.contains(words[m.first].word)) ++m.first;
    while (m.last > match.last && set.never_last.contains(words[m.last - 1].word)) --m.last;
    return m;
}

word_span widen(word_span match, quoting how, std::string_view text, std::span<const text::token> words, const packs::language_set & set) {
    return tidy(grow(match, how, words), match, text, words, set);
}

// With the bracket that closes one opened in it.
range text_of(word_span m, std::span<const text::token> words, std::string_view text) {
    range made{words[m.first].text.begin, words[m.last - 1].text.end};
    const auto said = made.of(text);
    if (std::count(said.begin(), said.end(), '(') > std::count(said.begin(), said.end(), ')') && made.end < text.size() && text[made.end] == ')') ++made.end;
    return made;
}

strength strength_of(act a) {
    switch (a) {
        case act::preference: return strength::desirable;
        case act::duty: return strength::duty;
        case act::training: return strength::trained;
        default: return strength::essential;
    }
}

struct bound_at {
    word_span words;
    const packs::level_bound * rule = nullptr;
    bool caps() const { return rule->least == rolewright::level::vague; }
    bool beside(word_span hit) const {
        return rule->after ? hit.first <= words.first && words.first <= hit.last + rule->reach : words.first <= hit.first && hit.first <= words.last + rule->reach;
    }
    std::uint32_t distance(word_span hit) const { return hit.first >= words.last ? hit.first - words.last : words.first >= hit.last ? words.first - hit.last : 0; }
};

// What is vague stays so: "use IT" names no tool. What a deed beside it makes practical is quoted with that deed, the nearest.
void hold(hit & h, std::span<const bound_at> bounds, bool caps) {
    const bound_at * nearest = nullptr;
    for (const auto & b : bounds)
        if (b.caps() == caps && b.beside(h.words) && std::clamp(h.level, b.rule->least, b.rule->most) != h.level && (!nearest || b.distance(h.words) < nearest->distance(h.words))) nearest = &b;
    if (!nearest || h.level == rolewright::level::vague) return;
    const auto bounded = std::clamp(h.level, nearest->rule->least, nearest->rule->most);
    const word_span both{std::min(h.words.first, nearest->words.first), std::max(h.words.last, nearest->words.last)};
    if (bounded > h.level && both.size() <= longest_with_deed) h.words = both;
    h.level = bounded;
    h.bound = nearest->rule;
    h.bound_words = nearest->words;
}

std::vector<hit> hits_in(const advert & of, std::uint32_t clause, const query::context & where, const role_reading & role, const packs::language_set & set, adverts::workspace & work) {
    const auto words = work.tokens_of(clause);
    auto & found = work.found;
    const query::searched_words searched{of.source.text, words};
    const auto each = [&](packs::owner_kind what, auto && wanted, auto && take) {
        for (auto rest = work.candidates_of(clause, set.queries_of(what)); !rest.empty();) {
            const auto asked = query::take_query(rest);
            const auto element = set.owners[asked[0].query].index;
            if (!wanted(element)) continue;
            found.clear();
            set.program.verify(asked, searched, where, found);
            for (const auto & m : found) take(element, word_span{m.first, m.last});
        }
    };
    const auto all = [](std::uint32_t) { return true; };
    std::vector<hit> hits;
    each(packs::owner_kind::evidence, [&](std::uint32_t i) { return set.criteria.evidence[i].holds_for(role); },
         [&](std::uint32_t i, word_span span) { hits.push_back({span, set.criteria.evidence[i].level, &set.criteria.evidence[i], nullptr}); });
    // Most clauses end here; what would spring a trap or bound a level is looked for only where there is something to catch.
    if (hits.empty()) return hits;
    std::vector<sprung_trap> traps;
    std::vector<bound_at> bounds;
    each(packs::owner_kind::trap, all, [&](std::uint32_t i, word_span span) { traps.push_back({span, &set.criteria.traps[i]}); });
    each(packs::owner_kind::bound, all, [&](std::uint32_t i, word_span span) { bounds.push_back({span, &set.criteria.bounds[i]}); });
    for (auto & h : hits) {
        const auto t = std::find_if(traps.begin(), traps.end(), [&](const sprung_trap & s) {
            return (!s.rule->criterion || *s.rule->criterion == h.rule->criterion) && (s.rule->whole_clause || s.words.overlaps(h.words));
        });
        if (t != traps.end()) h.trap = t->rule;
        // "Knowledge of building sites" is knowledge still.
        for (const bool caps : {false, true}) hold(h, bounds, caps);
    }
    return hits;
}

// One ask of a criterion within a clause: matches that stand close together, at the highest of their levels.
struct ask {
    word_span words;
    rolewright::level level = rolewright::level::vague;
    const packs::evidence_rule * rule = nullptr;
    const packs::level_bound * bound = nullptr;
    word_span bound_words;
};

constexpr std::uint32_t close_together = 4;  // words between two matches of one ask

void join(std::vector<ask> & asks, const hit & h) {
    ask made{h.words, h.level, h.rule, h.bound, h.bound_words};
    for (auto a = asks.begin(); a != asks.end();) {
        const bool far = a->words.last + close_together < made.words.first || made.words.last + close_together < a->words.first;
        // "Strong passwords and two-step log-in" are two habits.
        const bool another = a->rule->practice && made.rule->practice && a->rule->practice != made.rule->practice;
        if (far || another) {
            ++a;
            continue;
        }
        if (a->level > made.level) made = *a;
        else if (a->level == made.level) made.words = {std::min(a->words.first, made.words.first), std::max(a->words.last, made.words.last)};
        a = asks.erase(a);
    }
    asks.push_back(made);
}

}  // namespace

void read_passages(const advert & of, std::uint32_t clause, const clause_reading & reading, const packs::language_set & set,
                   const judge_options & options, adverts::workspace & work, judgement & to, std::vector<evidence_reason> * reasons) {
    const auto words = work.tokens_of(clause);
    const auto & statement = of.statements[of.clauses[clause].statement];
    if (words.empty() || statement.placeholder || statement.foreign) return;
    const auto kind = statement.kind;
    const auto hits = hits_in(of, clause, {options.sections ? std::optional(kind) : std::nullopt, reading.act, reading.subject}, to.role, set, work);
    std::map<std::uint16_t, std::vector<ask>> asks;  // by criterion
    const auto before = static_cast<std::ptrdiff_t>(to.ignored.size());  // of other clauses
    for (const auto & h : hits) {
        if (h.trap || !reading.counts) {
            const auto ignored = text_of(widen(h.words, not_counted, of.source.text, words, set), words, of.source.text);
            const auto same = [&](const ignored_passage & p) { return p.criterion == h.rule->criterion; };
            if (std::none_of(to.ignored.begin() + before, to.ignored.end(), same))
                to.ignored.push_back({ignored, clause, h.rule->criterion, h.trap ? h.trap->why : reading.why, h.trap ? h.trap->id : h.rule->id});
            continue;
        }
        join(asks[h.rule->criterion], h);
    }
    // What is asked here was not overlooked here.
    to.ignored.erase(std::remove_if(to.ignored.begin() + before, to.ignored.end(), [&](const ignored_passage & p) { return asks.contains(p.criterion); }), to.ignored.end());
    for (auto & [criterion, all] : asks) {
        const auto top = std::max_element(all.begin(), all.end(), [](const ask & a, const ask & b) { return a.level < b.level; })->level;
        for (auto [span, level, rule, bound, bound_words] : all) {
            // "Good IT skills" beside a named task or tool is the same ask, said twice.
            if (level == rolewright::level::vague && top != rolewright::level::vague) continue;
            if (!options.levels_by_clause) level = std::min(level, rolewright::level::tool);
            // What is taught or only wished for keeps that, whatever the rule's words ask.
            const auto by_clause = strength_of(reading.act);
            const bool settled = rule->strength && by_clause != strength::desirable;
            to.evidence.push_back({criterion, text_of(widen(span, asked, of.source.text, words, set), words, of.source.text), text_of(span, words, of.source.text), clause, level,
                                   settled ? *rule->strength : by_clause, kind, rule->id, rule->practice});
            if (reasons) reasons->push_back({rule->level, bound ? bound->id : std::string(), bound ? text_of(bound_words, words, of.source.text) : range{}, settled ? strength_why::rule : strength_why::act});
        }
    }
}

}  // namespace rolewright::judging
