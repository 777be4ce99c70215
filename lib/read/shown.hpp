#pragma once
#include <string>
#include <string_view>

namespace rolewright::readers {

/// Words of a stranger (the name of a file in an archive, what a library has to say of it) as they may stand in a message:
/// UTF-8 on one line, not too long.
std::string shown(std::string_view words);

}  // namespace rolewright::readers
