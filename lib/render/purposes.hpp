#pragma once
#include <rolewright/engine.hpp>

#include "packs/model.hpp"
#include "packs/say.hpp"

#include <vector>

// What a review answers when a recruiter asks "what is there?".
namespace rolewright::rendering {

/// The kinds of tool for what this advert asks, what it could add, and what its role is made of, in the packs' order.
std::vector<const packs::tool_kind *> tools_for(const review & of, const packs::language_set & set);

/// "Gmail (free), Microsoft Outlook", with what is to know about a price.
std::string tool_names(const packs::tool_kind & of, const packs::messages & say);

/// The safe habits that no passage of the advert asks for yet.
std::vector<const packs::practice_note *> practices_left(const review & of, const packs::language_set & set);

}  // namespace rolewright::rendering
