#pragma once
#include "advert/clauses.hpp"

#include <optional>
#include <span>
#include <vector>

namespace rolewright::adverts {

/// What is known of a statement that no heading of its own line governs.
struct flow_step {
    section_votes votes;                   ///< what its words say
    std::optional<section_kind> heading;   ///< the run-in heading that opens with it
    bool opens_paragraph = false;          ///< it opens a block
    bool item = false;                     ///< it goes on with the list item before, or with the lead-in of its list
};

/// The kinds of a run of statements: the sequence that agrees best with their words, where staying with a kind costs
/// nothing and turning to another something, less where a paragraph begins.
std::vector<section_kind> follow(std::span<const flow_step> steps);

}  // namespace rolewright::adverts
