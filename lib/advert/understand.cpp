// The advert stage: sections with their statements and clauses first, then the facts that stand in them.
#include "advert/understand.hpp"

#include "advert/facts/facts.hpp"
#include "advert/sections.hpp"

#include <algorithm>
#include <set>

namespace rolewright::adverts {

void workspace::clear() {
    tokens.clear();
    candidates.clear();
    cues.clear();
    clause_tokens.assign(1, 0);
    clause_candidates.assign(1, 0);
    clause_cues.assign(1, 0);
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
    made.facts = read_facts(made, set, options, work, made.notes);
    mark_foreign(made, in);
    made.judged = std::any_of(made.statements.begin(), made.statements.end(), [](const statement & s) { return !s.foreign; });
    return made;
}

advert read_facts_only(document source, const packs::language_set & set, const review_options & options, workspace & work) {
    work.clear();
    advert made;
    made.source = std::move(source);
    read_sections(made, set, options, work);
    made.facts = read_facts(made, set, options, work, made.notes);
    made.sections.clear();
    made.statements.clear();
    made.clauses.clear();
    return made;
}

}  // namespace rolewright::adverts
