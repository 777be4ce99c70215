// The advert stage: sections with their statements and clauses first, then the facts that stand in them.
#include "advert/understand.hpp"

#include "advert/facts/facts.hpp"
#include "advert/sections.hpp"

namespace rolewright::adverts {

void workspace::clear() {
    tokens.clear();
    candidates.clear();
    cues.clear();
    clause_tokens.assign(1, 0);
    clause_candidates.assign(1, 0);
    clause_cues.assign(1, 0);
}

advert understand(document source, const packs::language_set & set, const review_options & options, workspace & work) {
    work.clear();
    advert made;
    made.source = std::move(source);
    made.language = set.language.tag;
    read_sections(made, set, options, work);
    made.facts = read_facts(made, set, options, work);
    made.judged = !made.statements.empty();
    return made;
}

}  // namespace rolewright::adverts
