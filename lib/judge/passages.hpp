#pragma once
#include "judge/judge.hpp"

namespace rolewright::judging {

/// Finds what clause `clause` asks for, and what in it only looks so, and appends both to `to`.
void read_passages(const advert & of, std::uint32_t clause, const clause_reading & reading, const packs::language_set & set,
                   const judge_options & options, adverts::workspace & work, judgement & to);

}  // namespace rolewright::judging
