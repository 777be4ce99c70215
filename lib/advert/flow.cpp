// Dynamic programming over the statements: for each kind the best sum of votes that ends in it. Text turns seldom, so a
// sentence that says nothing by itself goes on with what stands around it, and a faint word does not turn it alone.
#include "advert/flow.hpp"

#include <algorithm>
#include <array>

namespace rolewright::adverts {
namespace {

constexpr std::size_t kinds = 11;
constexpr double turn_within = 2;         // cost of another kind in the middle of a paragraph …
constexpr double turn_at_paragraph = 1.2; // … where a new one begins …
constexpr double turn_at_item = 2.8;      // … and within a list
constexpr double worth_of_heading = 4.5;  // votes of a run-in heading for its kind, at the statement that it opens
constexpr double loudest = 8;             // votes are scaled down to it: one loud sentence must not outvote a paragraph
constexpr double worth_of_other = 0.4;    // before the first vote "other" is the honest answer

using sums = std::array<double, kinds>;

constexpr std::size_t number_of(section_kind kind) { return static_cast<std::size_t>(kind); }

// What a statement is worth to each kind …
struct worth {
    sums going_on{};   ///< … that it goes on with
    sums beginning{};  ///< … that begins with it
    bool silent = true;
};

worth worth_of(const flow_step & step) {
    worth made;
    const double most = step.votes.best_weight(), scale = most > loudest ? loudest / most : 1;
    made.silent = most <= 0 && !step.heading;
    auto & own = made.going_on;
    for (std::size_t k = 0; k < kinds; ++k) own[k] = step.votes.weight[k] * scale;
    const double asked = own[number_of(section_kind::requirements)];
    if (step.heading) own[number_of(*step.heading)] += worth_of_heading;
    made.beginning = own;
    // All that is asked of people is at home in a list of what is essential, or desirable; but such a list begins only where
    // something says so.
    constexpr double never = -1000;
    for (const auto half : {number_of(section_kind::essential), number_of(section_kind::desirable)}) {
        made.beginning[half] = own[half] <= 0 ? never : own[half] + asked;
        own[half] += asked;
    }
    return made;
}

double cost_of_turning(const flow_step & to) {
    if (to.heading) return 0;
    return to.item ? turn_at_item : to.opens_paragraph ? turn_at_paragraph : turn_within;
}

}  // namespace

std::vector<section_kind> follow(std::span<const flow_step> steps) {
    if (steps.empty()) return {};
    std::vector<std::array<std::uint8_t, kinds>> came_from(steps.size());
    const auto first = worth_of(steps.front());
    sums best = first.beginning;
    bool nothing_said = first.silent;
    if (nothing_said) best[number_of(section_kind::other)] += worth_of_other;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const auto before = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
        const double turned = best[before] - cost_of_turning(steps[i]);
        const auto here = worth_of(steps[i]);
        sums next{};
        for (std::size_t k = 0; k < kinds; ++k) {
            const double stayed = best[k] + here.going_on[k], begun = turned + here.beginning[k];
            const bool stays = stayed > begun;  // of equals the later turn
            came_from[i][k] = static_cast<std::uint8_t>(stays ? k : before);
            next[k] = stays ? stayed : begun;
        }
        nothing_said = nothing_said && here.silent;
        if (nothing_said) next[number_of(section_kind::other)] += worth_of_other;
        best = next;
    }
    std::vector<section_kind> made(steps.size());
    auto at = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (auto i = steps.size(); i-- > 0;) {
        made[i] = static_cast<section_kind>(at);
        at = came_from[i][at];
    }
    return made;
}

}  // namespace rolewright::adverts
