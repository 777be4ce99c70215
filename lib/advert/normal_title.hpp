#pragma once
#include "advert/understand.hpp"

#include <string_view>
#include <vector>

namespace rolewright::adverts {

/// The pieces of a title: what brackets, commas, bars and dashes with space around them set apart; in order, the first
/// says the job.
std::vector<range> title_pieces(std::string_view title);

/// "Snr. Caseworker (P/T, maternity cover)": its normal form, "Senior Caseworker", and what was taken off.
normal_title normalise(std::string_view title, const packs::language_set & set, workspace & work);

}  // namespace rolewright::adverts
