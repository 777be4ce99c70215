// Choosing from the packs what is worth showing with one advert; the lists themselves are data.
#include "render/purposes.hpp"

#include "judge/judge.hpp"

#include <algorithm>

namespace rolewright::rendering {

std::vector<const packs::tool_kind *> tools_for(const review & of, const packs::language_set & set) {
    const auto relevances = judging::relevances_of(of.judgement.role, set);
    const auto wanted = [&](std::uint16_t criterion) {
        const auto same = [&](const auto & x) { return x.criterion == criterion; };
        return std::any_of(of.card.criteria.begin(), of.card.criteria.end(), same) || std::any_of(of.gaps.begin(), of.gaps.end(), same) ||
               relevances[criterion] == relevance::core;
    };
    std::vector<const packs::tool_kind *> made;
    for (std::uint16_t c = 0; c < set.criteria.criteria.size(); ++c) {
        if (!wanted(c)) continue;
        for (const auto & t : set.criteria.tools)
            if (t.criterion == c) made.push_back(&t);
    }
    return made;
}

std::string tool_names(const packs::tool_kind & of, const packs::messages & say) {
    std::string names;
    for (const auto & t : of.tools) {
        names += (names.empty() ? "" : ", ") + t.name;
        const char * id = t.free ? (t.note.empty() ? "tool.free" : "tool.free-note") : "tool.note";
        if (t.free || !t.note.empty()) names += " " + say(id, {{"note", t.note}});
    }
    return names;
}

std::vector<const packs::practice_note *> practices_left(const review & of, const packs::language_set & set) {
    std::vector<const packs::practice_note *> made;
    for (const auto & p : set.criteria.practices)
        if (std::none_of(of.judgement.evidence.begin(), of.judgement.evidence.end(), [&](const evidence & e) { return e.practice == p.practice; })) made.push_back(&p);
    return made;
}

}  // namespace rolewright::rendering
