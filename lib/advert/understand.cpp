// The advert stage: sections with their statements and clauses first, then the facts that stand in them.
#include "advert/understand.hpp"

#include "advert/facts/facts.hpp"
#include "advert/sections.hpp"

#include <algorithm>
#include <set>

namespace rolewright::adverts {

void workspace::clear() {
    tokens.clear();
    hits.clear();
    clause_words.clear();
    candidates.clear();
    cues.clear();
    values.clear();
    clause_candidates.assign(1, 0);
    clause_cues.assign(1, 0);
    statement_values.assign(1, 0);
    title_block.reset();
    label = {};
    label_fact = {};
}

std::span<const query::candidate> workspace::candidates_of(std::uint32_t clause, packs::query_span of) const {
    auto all = candidates_of(clause);
    while (!all.empty() && all.front().query < of.begin) all = all.subspan(1);
    std::size_t n = 0;
    while (n < all.size() && all[n].query < of.end) ++n;
    return all.first(n);
}

namespace {

void mark_foreign(advert & of, const languages & in) {
    std::set<std::string> others;
    for (auto & s : of.statements) {
        const auto & tag = in.of_block[s.block];
        if (tag.empty() || tag == of.language) continue;
        s.foreign = true;
        others.insert(tag);
    }
    for (const auto & tag : others) of.notes.push_back({note_code::part_in_another_language, {tag}});
}

}  // namespace

advert understand(document source, const languages & in, const packs::language_set & set, const review_options & options, workspace & work) {
    work.clear();
    advert made;
    made.source = std::move(source);
    made.language = set.language.tag;
    read_sections(made, set, options, work);
    made.facts = read_facts(made, set, options, work);
    mark_foreign(made, in);
    made.judged = std::any_of(made.statements.begin(), made.statements.end(), [](const statement & s) { return !s.foreign; });
    return made;
}

}  // namespace rolewright::adverts
