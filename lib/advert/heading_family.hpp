#pragma once
#include "advert/headings.hpp"

#include <span>

namespace rolewright::adverts {

/// Headings of one advert look alike. Where the pack knows two lines by their words ("About you", "How to apply"), a short
/// line further down that is set just as they are is a heading too ("The nuts and bolts"), whatever its words. `decided` has
/// one decision a block and takes the new ones; of what kind these are, the content below decides.
void add_headings_that_look_alike(const document & source, const workspace & work, std::span<heading_decision> decided);

/// "You will be assessed on these behaviours:" and below it, one under the other, lines that would all head parts of one
/// kind: they are a list, and no headings any more.
void drop_listed_headings(const document & source, std::span<heading_decision> decided);

/// A table of contents: short lines in a row, of which three or more, and about half, head parts further down. They head nothing themselves.
void drop_contents(const document & source, std::span<heading_decision> decided);

}  // namespace rolewright::adverts
