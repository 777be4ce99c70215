#pragma once
#include <rolewright/result.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace rolewright::text {

using message_value = std::variant<std::string, double, std::int64_t>;
using message_arg = std::pair<std::string_view, message_value>;

/// An ICU MessageFormat pattern with named arguments, e.g. "{count, plural, one {# line} other {# lines}}".
result<std::string> format_message(std::string_view pattern, std::span<const message_arg> args, std::string_view locale);

}  // namespace rolewright::text
