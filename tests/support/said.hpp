#pragma once
#include <rolewright/advert.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace support {

/// The value of a fact as tests compare it.
inline std::string said(const std::string & v) { return v; }
inline std::string said(double v) { return fmt::format("{}", v); }
inline std::string said(std::uint32_t v) { return fmt::format("{}", v); }
inline std::string said(const rolewright::calendar_date & v) { return to_string(v); }
inline std::string said(rolewright::contract_kind v) { return std::string(to_string(v)); }
inline std::string said(rolewright::workplace_kind v) { return std::string(to_string(v)); }
inline std::string said(const rolewright::salary & v) {
    const auto bound = [](const std::optional<double> & b) { return b ? fmt::format("{}", *b) : std::string("-"); };
    return bound(v.min) + " " + bound(v.max) + " " + v.currency + " " + std::string(to_string(v.per));
}
inline std::string said(const std::vector<std::string> & all) {
    std::string made;
    for (const auto & v : all) made += (made.empty() ? "" : ", ") + v;
    return made;
}
/// The same, or "none".
template <class T>
std::string value_of(const rolewright::fact<T> & f) { return f ? said(*f.value) : "none"; }

}  // namespace support
