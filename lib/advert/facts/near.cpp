// Labels and values are queries of the language pack; values were proposed with the clause, labels are looked at here.
#include "advert/facts/near.hpp"

namespace rolewright::adverts {

std::vector<value_hit> values_in(const advert & of, std::uint32_t index, std::string_view fact, const packs::language_set & set, workspace & work) {
    std::vector<value_hit> made;
    std::vector<query::match> found;
    const auto & s = of.statements[index];
    if (s.placeholder) return made;
    for (auto c = s.first_clause; c < s.first_clause + s.clause_count; ++c) {
        const auto words = work.tokens_of(c);
        for (const auto q : work.candidates_of(c)) {
            const auto & owner = set.owners[q];
            if (owner.what != packs::owner_kind::value || (!fact.empty() && set.language.values[owner.index].fact != fact)) continue;
            found.clear();
            set.program.verify(q, of.source.text, words, {}, work.matching, found);
            for (const auto & m : found) made.push_back({&set.language.values[owner.index], {words[m.first].text.begin, words[m.last - 1].text.end}});
        }
    }
    return made;
}

std::vector<value_hit> values_in_line(const advert & of, range line, const packs::language_set & set, workspace & work) {
    std::vector<text::token> words;
    text::tokenize(of.source.text, line, set.words, words);
    std::vector<std::uint32_t> candidates;
    set.program.candidates(words, work.matching, candidates);
    std::vector<value_hit> made;
    std::vector<query::match> found;
    for (const auto q : candidates) {
        if (set.owners[q].what != packs::owner_kind::value) continue;
        found.clear();
        set.program.verify(q, of.source.text, words, {}, work.matching, found);
        for (const auto & m : found) made.push_back({&set.language.values[set.owners[q].index], {words[m.first].text.begin, words[m.last - 1].text.end}});
    }
    return made;
}

std::string_view fact_named(const advert & of, range label, const packs::language_set & set, workspace & work) {
    if (label.empty()) return {};
    std::vector<text::token> words;
    text::tokenize(of.source.text, label, set.words, words);
    for (auto & w : words) w.before = text::gap_before::space;
    std::vector<std::uint32_t> candidates;
    set.program.candidates(words, work.matching, candidates);
    std::vector<query::match> found;
    for (const auto q : candidates) {
        if (set.owners[q].what != packs::owner_kind::label) continue;
        found.clear();
        set.program.verify(q, of.source.text, words, {}, work.matching, found);
        for (const auto & m : found)
            if (m.last - m.first == words.size()) return set.language.labels[set.owners[q].index].fact;
    }
    return {};
}

range words_of(const statement & s) {
    if (s.placeholder) return {s.text.end, s.text.end};
    return s.label.empty() ? s.text : range{s.label.end, s.text.end};
}

}  // namespace rolewright::adverts
