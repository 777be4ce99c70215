#pragma once
#include <rolewright/vocabulary.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What facts are made of.
namespace rolewright {

struct salary {
    std::optional<double> min;  ///< "up to 30k": none
    std::optional<double> max;  ///< "from 30k": none
    std::string currency;       ///< ISO 4217
    pay_period per = pay_period::year;
};

struct calendar_date {
    std::int16_t year = 0;
    std::uint8_t month = 0;  ///< 1 to 12
    std::uint8_t day = 0;    ///< 1 to 31
    friend auto operator<=>(const calendar_date &, const calendar_date &) = default;
};
std::string to_string(calendar_date date);  ///< ISO 8601: "2027-04-09"
std::optional<calendar_date> date_from_string(std::string_view iso);

}  // namespace rolewright
