#pragma once
#include "support/catch.hpp"

#include <rolewright/rolewright.hpp>

namespace support {

/// An engine with the built-in packs, made once for each program of tests.
inline const rolewright::engine & the_engine() {
    static const auto made = rolewright::engine::create();
    REQUIRE(made);
    return *made;
}

}  // namespace support
