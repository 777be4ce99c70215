#pragma once
#include <rolewright/draft.hpp>
#include <rolewright/engine.hpp>

#include "packs/load.hpp"

namespace rolewright::improving {

/// The improved advert: a plan over the statements of `of`, rendered through a template set.
result<draft> improve(const review & of, const packs::pack_set & by, const packs::language_set & set, const std::vector<packs::pack_file> & templates,
                      const improve_options & options);

}  // namespace rolewright::improving
