// rolewright_save_packs FILE: compiles the built-in packs and saves what comes of it. Run while the library is built.
#include "base/files.hpp"
#include "packs/load.hpp"
#include "packs/saved.hpp"

#include <cstdio>

int main(int count, char ** words) {
    if (count != 2) return std::fputs("usage: rolewright_save_packs FILE\n", stderr), 2;
    const auto packs = rolewright::packs::load({});
    if (!packs) return std::fprintf(stderr, "%s\n", packs.error().to_string().c_str()), 1;
    const auto written = rolewright::write_file(words[1], rolewright::packs::save(*packs));
    if (!written) return std::fprintf(stderr, "%s\n", written.error().to_string().c_str()), 1;
    return 0;
}
