#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// Cuts statement `index` into clauses and appends them with their words, candidates and cues to `to` and `work`.
void add_clauses(advert & to, std::uint32_t index, const packs::language_set & set, workspace & work);

/// How loudly the cues of clause `index` speak for each kind of section, by section_kind.
struct section_votes {
    double weight[11] = {};
    section_kind best() const;
    double best_weight() const;
};
void add_votes(section_votes & to, std::uint32_t clause, const packs::language_set & set, const workspace & work);

}  // namespace rolewright::adverts
