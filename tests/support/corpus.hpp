#pragma once
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

// The adverts that tests read: those written for the repository, and, where ROLEWRIGHT_CORPUS names the folder, real ones.
namespace support {

struct advert_file {
    std::string path, bytes;
    bool html = false;
};

inline void read_below(const std::filesystem::path & folder, std::vector<advert_file> & to) {
    std::error_code problem;
    for (const auto & entry : std::filesystem::recursive_directory_iterator(folder, problem)) {
        const auto extension = entry.path().extension();
        if (!entry.is_regular_file() || (extension != ".txt" && extension != ".html")) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        to.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}, extension == ".html"});
    }
}

inline std::vector<advert_file> adverts() {
    std::vector<advert_file> made;
    read_below(RW_TEST_ADVERTS, made);
    const char * corpus = std::getenv("ROLEWRIGHT_CORPUS");
    if (corpus && *corpus) read_below(std::filesystem::path(corpus) / "adverts", made);
    else std::cout << "ROLEWRIGHT_CORPUS is not set: only the written adverts are looked at\n";
    std::sort(made.begin(), made.end(), [](const auto & a, const auto & b) { return a.path < b.path; });
    return made;
}

}  // namespace support
