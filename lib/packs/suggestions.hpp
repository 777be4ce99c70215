#pragma once
#include "packs/model.hpp"

namespace rolewright::packs {

/// Fills criteria_pack::best_suggestions.
void choose_suggestions(criteria_pack & of);

/// By criterion: the suggestion that is best in the adverts of a family, or criteria_pack::no_suggestion.
const std::vector<std::uint16_t> & suggestions_for(std::string_view family, const criteria_pack & of);

}  // namespace rolewright::packs
