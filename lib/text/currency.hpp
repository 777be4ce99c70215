#pragma once
#include <string>
#include <string_view>

namespace rolewright::text {

/// The ISO 4217 code of the money of a country (ISO 3166), or "".
std::string currency_of_country(std::string_view country);

/// What people of the country write for it where no other money could be meant: "$" for CAD, "kr" for SEK.
std::string sign_of_currency(std::string_view code);

/// Whether ISO 4217 lists the code.
bool is_currency(std::string_view code);

}  // namespace rolewright::text
