#pragma once
#include <rolewright/judgement.hpp>

#include <optional>
#include <vector>

namespace rolewright {

struct part_score {
    score_part id = score_part::everyday;
    double points = 0;
    double of = 0;
};

struct criterion_score {
    std::uint16_t criterion = 0;
    rolewright::relevance relevance = relevance::fits;
    rolewright::level level = level::vague;
    rolewright::strength strength = strength::essential;
    double value = 0;                     ///< 0 to 1; 0 where the criterion is an `ask` for the role
    std::vector<std::uint32_t> evidence;  ///< into judgement::evidence, in text order
};

/// What the evidence adds up to. Values are not rounded; output rounds half up to 0.1.
struct score_card {
    std::optional<rolewright::mention> mention;  ///< nothing where the advert could not be judged
    std::optional<double> score;                 ///< 0 to 100
    rolewright::band band = band::not_there_yet;
    std::vector<part_score> parts;
    std::vector<criterion_score> criteria;       ///< those with evidence, in the pack's order
};

/// Something worth adding: a criterion that is core or fits and is absent or low, with the sentence that would ask for it.
struct gap {
    std::uint16_t criterion = 0;
    rolewright::relevance relevance = relevance::fits;
    std::string suggestion;  ///< id of the suggestion, in the criteria pack
    std::string sentence;    ///< ready to paste
    double gain = 0;         ///< points that the sentence adds once the gaps before it are closed
};

}  // namespace rolewright
