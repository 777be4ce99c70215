#pragma once
#include "score/score.hpp"

#include <vector>

namespace rolewright::scoring {

/// The parts and the score for one value (0 to 1) of each criterion of the pack.
struct sum {
    std::vector<part_score> parts;
    double score = 0;
    rolewright::band band = band::not_there_yet;
};
sum add_up(const std::vector<double> & value_of, const role_reading & role, const packs::language_set & set);

}  // namespace rolewright::scoring
