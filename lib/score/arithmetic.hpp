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
/// What the points of one part are made of: points = of × (values of the criteria, added) ÷ divisor.
struct points_source {
    score_part id = score_part::everyday;
    std::vector<std::uint16_t> criteria;  ///< those whose values are added, best first; without value: left out
    double divisor = 1;
};
std::vector<points_source> sources_of_points(const std::vector<double> & value_of, const role_reading & role, const packs::language_set & set);

sum add_up(const std::vector<double> & value_of, const role_reading & role, const packs::language_set & set);

}  // namespace rolewright::scoring
