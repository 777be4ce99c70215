#pragma once
#include <string>
#include <string_view>

namespace rolewright::text {

/// The ISO 3166 code ("NO") of a country's code of two or three letters or its name in one of the languages that feeds
/// are written in ("Norge", "NORWAY", "Norvège"), or "".
std::string country_code(std::string_view name);

}  // namespace rolewright::text
