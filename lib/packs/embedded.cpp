// The table that embed.cmake generates, as files.
#include "packs/load.hpp"

extern "C" {
struct rw_embedded_file {
    const char * path;
    const char * begin;
    const char * end;
};
extern const rw_embedded_file __attribute__((visibility("hidden"))) rw_embedded_files[];
}

namespace rolewright::packs {

std::vector<pack_file> embedded_files(std::string_view top) {
    std::vector<pack_file> made;
    for (const auto * f = rw_embedded_files; f->path; ++f) {
        const std::string_view path = f->path;
        if (path.size() > top.size() && path.starts_with(top) && path[top.size()] == '/')
            made.push_back({std::string(path.substr(top.size() + 1)), std::string(f->begin, f->end)});
    }
    return made;
}

}  // namespace rolewright::packs
