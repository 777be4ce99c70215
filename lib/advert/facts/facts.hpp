#pragma once
#include "advert/understand.hpp"

namespace rolewright::adverts {

/// All facts that the lines of `of` state, each with its ranges. A record's title and employer stand before the text's; of
/// other fields the text's word stands, with a note where they disagree.
advert_facts read_facts(const advert & of, const packs::language_set & set, const review_options & options, workspace & work, std::vector<note> & notes);

}  // namespace rolewright::adverts
