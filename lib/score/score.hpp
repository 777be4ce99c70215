#pragma once
#include <rolewright/score.hpp>

#include "judge/judge.hpp"

#include <string_view>
#include <vector>

namespace rolewright::scoring {

class arithmetic;

/// What the evidence adds up to, by the values of the criteria pack. `role` is the arithmetic for the role that was read.
score_card score(const advert & of, const judgement & judged, const arithmetic & role);

struct gap_list {
    std::vector<gap> gaps;   ///< at most `most`, the most useful first
    double score_with = 0;   ///< once all of them are closed
    rolewright::band band_with = band::not_there_yet;
};

/// The criteria most worth adding, each with the pack's sentence for the role's family.
gap_list gaps(const judgement & judged, const score_card & card, const arithmetic & role, std::size_t most = 3);

/// Whether what is asked for implies a criterion: whoever is asked to build web sites need not be told to find things online.
bool is_implied(std::uint16_t criterion, const judgement & judged, const arithmetic & role);

/// The sentence that asks for a criterion, to paste: one written for the family before a general one, an offer of training
/// before a demand; null where the packs have none.
const packs::suggestion * suggestion_for(std::uint16_t criterion, std::string_view family, const packs::language_set & set);

/// What people can picture in place of "good IT skills"; null where the packs have nothing, or what is asked implies it.
const packs::suggestion * clearer_wording(const judgement & judged, const arithmetic & role);

/// The sentence that asks for one habit of account security: an offer of training first.
const packs::suggestion * sentence_for(security_practice practice, const packs::language_set & set);

}  // namespace rolewright::scoring
