// The data files of the library, as files of packs.
#include "packs/load.hpp"

#include "base/embedded.hpp"

namespace rolewright::packs {

std::vector<pack_file> embedded_files(std::string_view top) {
    std::vector<pack_file> made;
    for (const auto & f : embedded_below(top)) made.push_back({std::string(f.path), std::string(f.bytes)});
    return made;
}

}  // namespace rolewright::packs
