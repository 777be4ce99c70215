#pragma once
// The one place that knows which Catch2 this is.
#include <catch2/catch.hpp>
