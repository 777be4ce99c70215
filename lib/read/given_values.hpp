#pragma once
#include <rolewright/values.hpp>

#include <optional>
#include <string>
#include <string_view>

// Values of structured fields as formats write them. Words of natural language are none of these.
namespace rolewright::readers {

/// ISO 8601, RFC 822, "20-5-2023", "02.12.18", seconds or milliseconds since 1970. `order` ("dmy", "mdy", "ymd") settles
/// what can be read two ways; without it such a date is none.
std::optional<calendar_date> date_of(std::string_view words, std::string_view order);

/// "100000", "28,577.50"; nothing where there is anything else.
std::optional<double> amount_of(std::string_view words);

/// "YEAR", "per-hour-wage", "1 MONTH", "Yearly".
std::optional<pay_period> period_of(std::string_view code);
/// "PERMANENT", "fixed_term", "DirectHire"; several may be parted by commas.
std::optional<contract_kind> contract_of(std::string_view code);
/// "REMOTE", "on-site", "Hybrid".
std::optional<workplace_kind> workplace_of(std::string_view code);

/// "en_GB" as "en-GB"; "" for what is no tag.
std::string language_tag(std::string_view words);

/// A name of a field as words for people: "salaryDescription" is "Salary description".
std::string label_of(std::string_view name);

}  // namespace rolewright::readers
