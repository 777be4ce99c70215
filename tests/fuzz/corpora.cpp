// Runs every file of the corpora, and the beginnings of each, through its target: corpora FOLDER. Each target must have one.
#include "fuzz/targets.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char ** argv) {
    namespace fs = std::filesystem;
    if (argc != 2) return 2;
    std::size_t files = 0, missing = 0;
    for (const auto & target : fuzz::targets()) {
        const auto before = files;
        std::error_code problem;
        for (const auto & entry : fs::directory_iterator(fs::path(argv[1]) / target, problem)) {
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            ++files;
            fuzz::run(target, bytes);
            constexpr std::size_t pieces = 16;
            for (std::size_t i = 0; i < pieces; ++i) fuzz::run(target, std::string_view(bytes).substr(0, bytes.size() * i / pieces));
            // As every other format too: what is not a target's own must not break it.
            for (const auto & other : fuzz::targets()) fuzz::run(other, bytes);
        }
        if (files > before) continue;
        ++missing;
        std::cout << "no corpus for " << target << "\n";
    }
    std::cout << files << " files\n";
    return missing ? 1 : 0;
}
