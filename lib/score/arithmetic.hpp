#pragma once
#include "score/score.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace rolewright::scoring {

/// The parts and the score.
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

/// The arithmetic for one role: what the role asks of each part is settled once, and then any values can be summed.
class arithmetic {
public:
    arithmetic(const role_reading & role, const packs::language_set & set);

    relevance of(std::uint16_t criterion) const { return relevance_[criterion]; }
    /// Whether the score looks at the criterion's value at all.
    bool counts(std::uint16_t criterion) const { return counts_[criterion]; }
    /// `value_of`: one value (0 to 1) for each criterion of the pack.
    sum add_up(const std::vector<double> & value_of) const;
    /// The score alone.
    double score(const std::vector<double> & value_of) const;
    /// Where the points of each part come from.
    std::vector<points_source> sources(const std::vector<double> & value_of) const;

private:
    struct points {
        double everyday = 0, security = 0, role = 0;  ///< of those that each part can give
        double security_share = 0;
        double possible = 0;                          ///< of all parts
        double score() const { return (everyday + security + role) * (100 / possible); }
    };
    points points_of(const std::vector<double> & value_of) const;

    const packs::language_set & set_;
    std::vector<relevance> relevance_;
    std::vector<bool> counts_;
    std::vector<std::uint16_t> everyday_, core_;
    std::optional<std::uint16_t> account_security_, online_safety_, data_protection_;
};

}  // namespace rolewright::scoring
