#pragma once
#include "advert/understand.hpp"

#include <optional>

namespace rolewright::adverts {

/// The block that states the job's title, if one does: the page's first heading, or a short first line that is no
/// heading of a part; and the one that names the employer, where that stands first.
struct title_blocks {
    std::optional<std::size_t> title, employer;
};
title_blocks find_title_blocks(const document & source, const packs::language_set & set, workspace & work);

/// The employer's name in its block: "Withercombe Parish Council | Somerset".
range name_in(const document & source, std::size_t employer_block);

}  // namespace rolewright::adverts
