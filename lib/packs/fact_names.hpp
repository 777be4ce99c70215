#pragma once
#include <cstdint>
#include <string_view>

namespace rolewright::packs {

/// What a label or a value of a language pack speaks for: a fact, `date` (a day that is none), `country` (of whose money may be meant), or a word that is a fact's
/// only behind its label (`contract_label`, `workplace_label`). `none`: it speaks for nothing; `other`: for what no reader knows.
enum class fact_name : std::uint8_t {
    none, title, employer, location, salary, closing, interview, start, posted, date, hours_per_week, contract, contract_label, workplace, workplace_label, office_days, home_days,
    travel, experience_years, qualification, reference, contact_email, contact_phone, contact_name, posts, shifts, licences, checks, languages, benefits, country, other
};

/// Several of them.
using fact_names = std::uint32_t;
constexpr fact_names bit(fact_name f) { return fact_names{1} << static_cast<unsigned>(f); }

/// That which packs call `name`; "" is none.
fact_name fact_name_of(std::string_view name);

}  // namespace rolewright::packs
