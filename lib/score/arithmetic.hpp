#pragma once
#include "score/score.hpp"

#include <array>
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

/// The best three of some values.
class best_three {
public:
    static constexpr std::size_t size = 3;
    double sum() const { return best_[0] + best_[1] + best_[2]; }
    /// One of the values, whether it is among the best or not, is now greater.
    void raise(double before, double now);

private:
    std::array<double, size> best_{};  ///< the greatest first
};

/// The arithmetic for one role: what the role asks of each part is settled once, and then any values can be summed.
class arithmetic {
public:
    arithmetic(const role_reading & role, const packs::language_set & set);

    const packs::language_set & set() const { return set_; }
    relevance of(std::uint16_t criterion) const { return relevance_[criterion]; }
    /// Whether the score looks at the criterion's value at all.
    bool counts(std::uint16_t criterion) const { return parts_[criterion].everyday || parts_[criterion].security || parts_[criterion].core; }
    /// `value_of`: one value (0 to 1) for each criterion of the pack.
    sum add_up(const std::vector<double> & value_of) const;
    /// Where the points of each part come from.
    std::vector<points_source> sources(const std::vector<double> & value_of) const;

private:
    friend class tally;
    struct points {
        double everyday = 0, security = 0, role = 0;  ///< of those that each part can give
        double security_share = 0;
        double possible = 0;                          ///< of all parts
        double score() const { return (everyday + security + role) * (100 / possible); }
    };
    /// The parts that look at a criterion.
    struct parts_of {
        bool everyday = false, security = false, core = false;
    };
    template <class ValueOf>
    points points_of(const best_three & everyday, const best_three & core, ValueOf && value_of) const;

    const packs::language_set & set_;
    std::vector<relevance> relevance_;
    std::vector<parts_of> parts_;  ///< by criterion
    std::vector<std::uint16_t> everyday_, core_;
    std::optional<std::uint16_t> account_security_, online_safety_, data_protection_;
};

/// The score of values that rise one by one.
class tally {
public:
    tally(const arithmetic & by, std::vector<double> values);

    const std::vector<double> & values() const { return values_; }
    double score() const;
    /// The score if the value of one criterion rose to `value`.
    double score_with(std::uint16_t criterion, double value) const;
    void raise(std::uint16_t criterion, double value);

private:
    struct bests {
        best_three everyday, core;
    };
    bests bests_with(std::uint16_t criterion, double value) const;

    const arithmetic & by_;
    std::vector<double> values_;
    bests best_;
};

}  // namespace rolewright::scoring
