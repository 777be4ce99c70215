#pragma once
#include "judge/judge.hpp"

namespace rolewright::judging {

/// Finds what clause `clause` asks for, and what in it only looks so, and appends both to `to`. `reasons`, if given,
/// gets one for each passage appended.
void read_passages(const advert & of, std::uint32_t clause, const clause_reading & reading, const packs::language_set & set,
                   const judge_options & options, adverts::workspace & work, judgement & to, std::vector<evidence_reason> * reasons = nullptr);

}  // namespace rolewright::judging
