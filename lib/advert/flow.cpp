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

bool is_silent(const flow_step & step) { return step.votes.best_weight() <= 0 && !step.heading; }

double votes_for(section_kind kind, const flow_step & step) {
    const double most = step.votes.best_weight();
    return step.votes.weight[static_cast<std::size_t>(kind)] * (most > loudest ? loudest / most : 1);
}

bool is_half_of_requirements(section_kind kind) { return kind == section_kind::essential || kind == section_kind::desirable; }

double own_votes(const flow_step & step, section_kind kind) { return votes_for(kind, step) + (step.heading == kind ? worth_of_heading : 0); }

// What a statement is worth to a kind that it goes on with: all that is asked of people is at home in a list of what is
// essential, or desirable …
double going_on(const flow_step & step, std::size_t kind) {
    const auto is = static_cast<section_kind>(kind);
    return own_votes(step, is) + (is_half_of_requirements(is) ? votes_for(section_kind::requirements, step) : 0);
}

// … and to one that begins with it: such a list begins only where something says so.
double beginning(const flow_step & step, std::size_t kind) {
    constexpr double never = -1000;
    const auto is = static_cast<section_kind>(kind);
    return is_half_of_requirements(is) && own_votes(step, is) <= 0 ? never : going_on(step, kind);
}

double cost_of_turning(const flow_step & to) {
    if (to.heading) return 0;
    return to.item ? turn_at_item : to.opens_paragraph ? turn_at_paragraph : turn_within;
}

}  // namespace

std::vector<section_kind> follow(std::span<const flow_step> steps) {
    if (steps.empty()) return {};
    std::vector<std::array<std::uint8_t, kinds>> came_from(steps.size());
    sums best{};
    for (std::size_t k = 0; k < kinds; ++k) best[k] = beginning(steps.front(), k);
    bool nothing_said = is_silent(steps.front());
    if (nothing_said) best[static_cast<std::size_t>(section_kind::other)] += worth_of_other;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const auto before = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
        const double turned = best[before] - cost_of_turning(steps[i]);
        sums next{};
        for (std::size_t k = 0; k < kinds; ++k) {
            const double stayed = best[k] + going_on(steps[i], k), begun = turned + beginning(steps[i], k);
            const bool stays = stayed > begun;  // of equals the later turn
            came_from[i][k] = static_cast<std::uint8_t>(stays ? k : before);
            next[k] = stays ? stayed : begun;
        }
        nothing_said = nothing_said && is_silent(steps[i]);
        if (nothing_said) next[static_cast<std::size_t>(section_kind::other)] += worth_of_other;
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
