#pragma once
#include "advert/headings.hpp"

#include <span>

namespace rolewright::adverts {

/// Headings of one advert look alike. Where the pack knows two lines by their words ("About you", "How to apply"), a short
/// line further down that is set just as they are is a heading too ("The nuts and bolts"), whatever its words. `decided` has
/// one decision a block and takes the new ones; of what kind these are, the content below decides.
void add_headings_that_look_alike(const document & source, const workspace & work, std::span<heading_decision> decided);

}  // namespace rolewright::adverts
