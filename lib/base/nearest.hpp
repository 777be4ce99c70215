#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace rolewright {

/// The names that are most like `word`, best first, for "did you mean"; only those that have something in common with it.
std::vector<std::string_view> nearest(std::string_view word, std::span<const std::string_view> names, std::size_t most);

}  // namespace rolewright
