#pragma once
#include "judge/employer.hpp"
#include "judge/judge.hpp"

namespace rolewright::judging {

/// The sums of one clause, for each subject and each act, and what they are made of.
struct clause_sums {
    double subject[6] = {};
    double act[6] = {};
};

/// Adds up priors and cues of a clause; `employers` are the names that open clauses about the employer. `reasons`, if given, gets every summand.
clause_sums add_up(const advert & of, std::uint32_t clause, const packs::language_set & set, const judge_options & options,
                   const adverts::workspace & work, const std::unordered_set<std::string> & employers, std::vector<reason> * reasons = nullptr);

/// The decision: the largest sums win; then whether such a clause counts, and if not, why.
clause_reading decide(const clause_sums & sums, std::uint32_t clause, const packs::language_set & set, const judge_options & options,
                      const adverts::workspace & work);

}  // namespace rolewright::judging
