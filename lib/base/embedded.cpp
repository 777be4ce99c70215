// The table that lib/packs/embed.cmake generates.
#include "base/embedded.hpp"

extern "C" {
struct rw_embedded_file {
    const char * path;
    const char * begin;
    const char * end;
};
extern const rw_embedded_file __attribute__((visibility("hidden"))) rw_embedded_files[];
}

namespace rolewright {

std::vector<embedded_file> embedded_below(std::string_view folder) {
    std::vector<embedded_file> made;
    for (const auto * f = rw_embedded_files; f->path; ++f) {
        const std::string_view path = f->path;
        if (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/')
            made.push_back({path.substr(folder.size() + 1), std::string_view(f->begin, static_cast<std::size_t>(f->end - f->begin))});
    }
    return made;
}

}  // namespace rolewright
