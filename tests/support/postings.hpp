#pragma once
#include <simdjson.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The job postings of throughput.jsonl.zst, where ROLEWRIGHT_CORPUS names the folder and zstd is installed.
namespace support {

struct posting {
    std::string id, html;
};

/// Their descriptions are HTML whose own signs are escaped.
inline std::string unescaped(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> signs[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    std::string made;
    for (std::size_t i = 0; i < text.size();) {
        bool found = false;
        for (const auto & [sign, plain] : signs)
            if (text.substr(i).starts_with(sign)) {
                made += plain;
                i += sign.size();
                found = true;
                break;
            }
        if (!found) made += text[i++];
    }
    return made;
}

/// Every `step`th of them.
inline std::vector<posting> postings(std::size_t step) {
    std::vector<posting> made;
    const char * corpus = std::getenv("ROLEWRIGHT_CORPUS");
    if (!corpus || !*corpus) return made;
    const auto command = "zstd -dc '" + std::string(corpus) + "/adverts/throughput.jsonl.zst' 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE *)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string line;
    std::array<char, 1 << 16> buffer;
    simdjson::dom::parser parser;
    std::size_t number = 0;
    while (pipe && std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe.get())) {
        line += buffer.data();
        if (line.empty() || line.back() != '\n') continue;
        if (number++ % step == 0) {
            simdjson::dom::element root;
            std::string_view title, description;
            const simdjson::padded_string padded(line);
            if (!parser.parse(padded).get(root) && !root["description"].get(description)) {
                if (root["title"].get(title)) title = {};
                made.push_back({"posting " + std::to_string(number), "<h1>" + std::string(title) + "</h1>\n" + unescaped(description)});
            }
        }
        line.clear();
    }
    if (made.empty()) std::cout << "no job postings to look at: throughput.jsonl.zst or zstd is missing\n";
    return made;
}

}  // namespace support
