#pragma once
#include <string_view>
#include <vector>

namespace rolewright {

/// A data file compiled into the library.
struct embedded_file {
    std::string_view path;   ///< below the folder asked for
    std::string_view bytes;
};

/// The data files below a folder of the source tree ("criteria", "templates", "lib/read/maps"), sorted by path.
std::vector<embedded_file> embedded_below(std::string_view folder);

}  // namespace rolewright
