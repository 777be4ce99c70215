// The longest phrase found in the title decides, roles before families. Without one, the role whose typical duties the
// clauses name most often, if at least two different clauses do. A title that leaves the trade open ("manager",
// "engineer") gives way to duties that many clauses name.
#include "judge/role.hpp"

#include <algorithm>
#include <map>

namespace rolewright::judging {
namespace {

constexpr std::uint32_t enough_duties = 2;
constexpr std::uint32_t enough_to_outvote_title = 6;

role_reading of_role(const packs::role & r, role_why why) { return {r.id, r.family, r.title, why}; }
role_reading of_family(const packs::role_family & f, role_why why) { return {f.id, f.id, {}, why}; }

role_reading by_id(std::string_view id, const packs::language_set & set) {
    for (const auto & r : set.roles.roles)
        if (r.id == id) return of_role(r, role_why::option);
    for (const auto & f : set.roles.families)
        if (f.id == id) return of_family(f, role_why::option);
    return {};
}

role_reading by_title(std::string_view title, const packs::language_set & set, adverts::workspace & work) {
    std::vector<text::token> words;
    text::tokenize(title, {0, static_cast<std::uint32_t>(title.size())}, set.words, words);
    std::vector<query::candidate> candidates;
    set.program.candidates(words, work.matching, candidates);
    std::vector<query::match> found;
    role_reading best;
    std::uint32_t best_words = 0;
    for (const auto wanted : {packs::owner_kind::role_title, packs::owner_kind::family_title}) {
        for (const auto & c : candidates) {
            const auto & owner = set.owners[c.query];
            if (owner.what != wanted) continue;
            found.clear();
            set.program.verify(c, title, words, {}, found);
            for (const auto & m : found) {
                if (m.last - m.first <= best_words) continue;
                best_words = m.last - m.first;
                best = wanted == packs::owner_kind::role_title ? of_role(set.roles.roles[owner.index], role_why::title)
                                                               : of_family(set.roles.families[owner.index], role_why::title);
            }
        }
        if (best_words > 0) break;
    }
    return best;
}

role_reading by_duties(const advert & of, std::uint32_t enough, const packs::language_set & set, adverts::workspace & work) {
    std::map<std::uint32_t, std::uint32_t> clauses_of;
    std::vector<query::match> found;
    for (std::uint32_t c = 0; c < of.clauses.size(); ++c)
        for (const auto & q : work.candidates_of(c, set.queries_of(packs::owner_kind::role_duty))) {
            found.clear();
            set.program.verify(q, of.source.text, work.tokens_of(c), {}, found);
            clauses_of[set.owners[q.query].index] += !found.empty();
        }
    const auto best = std::max_element(clauses_of.begin(), clauses_of.end(), [](const auto & a, const auto & b) { return a.second < b.second; });
    if (best == clauses_of.end() || best->second < enough) return {};
    return of_role(set.roles.roles[best->first], role_why::duties);
}

bool is_generic(const role_reading & found, const packs::language_set & set) {
    const auto generic = [&](const auto & list) { return std::any_of(list.begin(), list.end(), [&](const auto & r) { return r.id == found.id && r.generic; }); };
    return generic(set.roles.roles) || generic(set.roles.families);
}

}  // namespace

role_reading read_role(const advert & of, std::string_view told, const packs::language_set & set, adverts::workspace & work) {
    if (!told.empty()) return by_id(told, set);
    role_reading found;
    if (of.facts.title) found = by_title(*of.facts.title.value, set, work);
    if (found.family.empty()) return by_duties(of, enough_duties, set, work);
    if (!is_generic(found, set)) return found;
    const auto plain = by_duties(of, enough_to_outvote_title, set, work);
    return plain.family.empty() ? found : plain;
}

}  // namespace rolewright::judging
