#pragma once
#include "advert/understand.hpp"

#include <string>
#include <unordered_set>

namespace rolewright::judging {

/// What the advert calls the employer: the first words, folded, of names that open clauses ("Acme is a …").
std::unordered_set<std::string> employer_names(const advert & of, const packs::language_set & set, const adverts::workspace & work);

/// Whether a clause opens with one of them.
bool opens_with(const std::unordered_set<std::string> & names, const advert & of, std::uint32_t clause, const adverts::workspace & work);

}  // namespace rolewright::judging
