#pragma once
#include "advert/understand.hpp"

#include <optional>

namespace rolewright::adverts {

/// The block that states the job's title, if one does: the page's first heading, or a short first line that is no
/// heading of a part; and the employer, where its name stands first.
struct head_of_advert {
    std::optional<std::size_t> title;
    range employer;  ///< the name: "Withercombe Parish Council | Somerset"
};
head_of_advert find_head(const document & source, const packs::language_set & set, workspace & work);

}  // namespace rolewright::adverts
