#pragma once
#include "judge/judge.hpp"

namespace rolewright::judging {

/// The role of an advert: the one told, else the one its title says, else the one its duties say.
role_reading read_role(const advert & of, std::string_view told, const packs::language_set & set, adverts::workspace & work);

}  // namespace rolewright::judging
