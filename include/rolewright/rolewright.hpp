#pragma once
#include <rolewright/engine.hpp>
