// The longest phrase found in the title's normal form decides, its first piece before the others, roles before families.
// Without one, the role whose typical duties the clauses name most often, if enough of them do and no other role comes near.
// A title that leaves the trade open ("manager", "engineer") gives way to duties that many clauses name.
#include "judge/role.hpp"

#include "advert/normal_title.hpp"
#include "advert/words.hpp"

#include <algorithm>
#include <tuple>

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

struct titled {
    role_reading role;
    std::uint32_t words = 0;
    bool generic = false;
};

// The longest phrase of one kind in a piece of the title, one that names a trade before one that leaves it open ("data
// manager"); of equals the last, because the job stands behind what it is about: "marketing assistant".
titled longest_in(std::string_view title, const adverts::text_words & piece, packs::owner_kind kind, const packs::language_set & set, adverts::workspace & work) {
    const bool is_role = kind == packs::owner_kind::role_title;
    titled best;
    std::uint32_t begins = 0, which = 0;
    adverts::each_match(piece, kind, query::marks::part, title, set, work, [&](std::uint32_t index, const query::match & m) {
        const bool generic = is_role ? set.roles.roles[index].generic : set.roles.families[index].generic;
        const auto rank = [](bool names_trade, std::uint32_t size, std::uint32_t first) { return std::tuple(names_trade, size, first); };
        const auto size = m.last - m.first;
        if (best.words > 0 && rank(!generic, size, m.first) <= rank(!best.generic, best.words, begins)) return;
        begins = m.first;
        which = index;
        best.words = size;
        best.generic = generic;
    });
    if (best.words > 0) best.role = is_role ? of_role(set.roles.roles[which], role_why::title) : of_family(set.roles.families[which], role_why::title);
    return best;
}

// The first piece of a title says the job ("Receptionist - Physiotherapy"), the others where it leaves the trade open.
titled by_title(std::string_view title, const packs::language_set & set, adverts::workspace & work) {
    const auto words = adverts::read_words(title, {0, static_cast<std::uint32_t>(title.size())}, set, work);
    titled open;
    for (const auto & where : adverts::title_pieces(title)) {
        const auto piece = adverts::part_of(words, title, where, set, work);
        for (const auto kind : {packs::owner_kind::role_title, packs::owner_kind::family_title}) {
            auto found = longest_in(title, piece, kind, set, work);
            if (found.words == 0) continue;
            if (!found.generic) return found;
            if (open.words == 0) open = std::move(found);
            break;
        }
    }
    return open;
}

// What may name a duty.
struct possible_duty {
    std::uint32_t role = 0, clause = 0;
    std::span<const query::candidate> words;
};

// Looks closer only at roles that may have enough.
role_reading by_duties(const advert & of, std::uint32_t enough, const packs::language_set & set, adverts::workspace & work) {
    std::vector<possible_duty> possible;
    std::vector<std::uint32_t> most(set.roles.roles.size()), clauses_of(set.roles.roles.size());
    const auto duties = set.queries_of(packs::owner_kind::role_duty);
    for (std::uint32_t c = 0; c < of.clauses.size(); ++c)
        for (auto rest = work.candidates_of(c, duties); !rest.empty();) {
            const auto words = query::take_query(rest);
            possible.push_back({set.owners[words[0].query].index, c, words});
            ++most[possible.back().role];
        }
    for (const auto & d : possible) {
        if (most[d.role] < enough) continue;
        work.found.clear();
        set.program.verify(d.words, {of.source.text, work.tokens_of(d.clause)}, {}, work.found);
        clauses_of[d.role] += !work.found.empty();
    }
    const auto best = std::max_element(clauses_of.begin(), clauses_of.end());
    if (best == clauses_of.end() || *best < enough) return {};
    return of_role(set.roles.roles[static_cast<std::size_t>(best - clauses_of.begin())], role_why::duties);
}

}  // namespace

role_reading read_role(const advert & of, std::string_view told, const packs::language_set & set, adverts::workspace & work) {
    if (!told.empty()) return by_id(told, set);
    titled found;
    if (!of.title.text.empty()) found = by_title(of.title.text, set, work);
    if (found.words == 0) return by_duties(of, enough_duties, set, work);
    if (!found.generic) return found.role;
    auto plain = by_duties(of, enough_to_outvote_title, set, work);
    return plain.family.empty() ? found.role : plain;
}

}  // namespace rolewright::judging
