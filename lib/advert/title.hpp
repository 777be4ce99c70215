#pragma once
#include "advert/understand.hpp"

#include <optional>

namespace rolewright::adverts {

/// The block that states the job's title, if one does: the page's first heading, or a short first line that is no
/// heading of a part.
std::optional<std::size_t> find_title_block(const document & source, const packs::language_set & set, workspace & work);

}  // namespace rolewright::adverts
