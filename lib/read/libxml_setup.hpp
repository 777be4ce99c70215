#pragma once
#include <libxml/parser.h>

namespace rolewright::readers {

/// libxml2 sets itself up where it is first used, and two threads that do so at once may wait for each other for ever.
/// To be called before a parser is made.
inline void set_up_libxml() {
    [[maybe_unused]] static const bool done = (xmlInitParser(), true);
}

}  // namespace rolewright::readers
