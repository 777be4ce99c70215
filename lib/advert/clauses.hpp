#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// Cuts statement `index`, whose words are `in`, into clauses and appends them to `to`, and to `work` their words, the
/// queries proposed for them and what cues and values say of them.
void add_clauses(advert & to, std::uint32_t index, const text_words & in, const packs::language_set & set, workspace & work);

/// How loudly the cues of clause `index` speak for each kind of section, by section_kind.
struct section_votes {
    double weight[11] = {};
    section_kind best() const;
    double best_weight() const;
};
void add_votes(section_votes & to, std::uint32_t clause, const packs::language_set & set, const workspace & work);

}  // namespace rolewright::adverts
