#pragma once
#include <rolewright/engine.hpp>

#include "packs/model.hpp"

#include <span>

namespace rolewright::comparing {

/// What the description of a job asks, beside what its advert asks.
comparison compare(const review & advert, const review & description, const packs::pack_set & packs);

/// Several adverts of one office, as one team.
team_view team(std::span<const review * const> adverts, const packs::pack_set & packs);

/// The passages of one criterion, those that ask most first; of equals, in text order.
std::vector<std::uint32_t> strongest_first(const review & of, std::uint16_t criterion, const packs::language_set & set);

}  // namespace rolewright::comparing
