// The version comes from the build, where it stands once.
#include <rolewright/engine.hpp>

namespace rolewright {

std::string_view version() { return RW_VERSION; }

}  // namespace rolewright
