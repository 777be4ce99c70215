#pragma once
#include <rolewright/engine.hpp>

#include "score/score.hpp"

#include <vector>

namespace rolewright::linting {

/// What the packs' rules find in an advert, in text order, those about the whole advert last.
std::vector<finding> lint(const review & so_far, const packs::language_set & set, const review_options & options,
                          adverts::workspace & work);

}  // namespace rolewright::linting
