// Dates as text; <chrono> knows the calendar.
#include <rolewright/advert.hpp>

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace rolewright {

std::string to_string(calendar_date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::optional<calendar_date> date_from_string(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t size) {
        int n = -1;
        const auto end = iso.data() + at + size;
        return std::from_chars(iso.data() + at, end, n).ptr == end ? n : -1;
    };
    const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (y < 0 || m < 0 || d < 0) return std::nullopt;
    const std::chrono::year_month_day real{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)), std::chrono::day(static_cast<unsigned>(d))};
    if (!real.ok()) return std::nullopt;
    return calendar_date{static_cast<std::int16_t>(y), static_cast<std::uint8_t>(m), static_cast<std::uint8_t>(d)};
}

}  // namespace rolewright
