// Properties of reading records and feeds over the real ones that ROLEWRIGHT_CORPUS names.
#include "support/catch.hpp"
#include "support/documents.hpp"

#include "read/json_text.hpp"
#include "read/markup.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

namespace fs = std::filesystem;
using namespace rolewright;

struct real_file {
    std::string name, bytes;
};

std::vector<real_file> files_of(const char * folder) {
    std::vector<real_file> made;
    const char * corpus = std::getenv("ROLEWRIGHT_CORPUS");
    if (!corpus || !*corpus) {
        std::cout << "ROLEWRIGHT_CORPUS is not set: no real records are looked at\n";
        return made;
    }
    std::error_code problem;
    for (const auto & entry : fs::directory_iterator(fs::path(corpus) / "adverts" / folder, problem)) {
        if (entry.path().extension() == ".md") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        made.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    std::sort(made.begin(), made.end(), [](const auto & a, const auto & b) { return a.name < b.name; });
    return made;
}

bool within(const document & doc) {
    const auto boundary = [&](std::uint32_t at) { return at >= doc.text.size() || (static_cast<unsigned char>(doc.text[at]) & 0xC0) != 0x80; };
    std::uint32_t last = 0;
    return std::all_of(doc.blocks.begin(), doc.blocks.end(), [&](const auto & b) {
        const bool good = b.text.begin >= last && b.text.begin < b.text.end && b.text.end <= doc.text.size() && boundary(b.text.begin) && boundary(b.text.end);
        last = b.text.end;
        return good;
    });
}

// Tags taken out by hand: those that part lines leave a space.
std::string without_tags(std::string_view html) {
    static constexpr std::string_view inside_words[] = {"span", "strong", "b", "em", "i", "u", "a", "font", "small", "sup", "sub"};
    std::string made;
    for (std::size_t i = 0; i < html.size();) {
        const auto close = html[i] == '<' ? html.find('>', i) : std::string_view::npos;
        if (close == std::string_view::npos) {
            made += html[i++];
            continue;
        }
        auto name = html.substr(i + 1, close - i - 1);
        if (name.starts_with('/')) name.remove_prefix(1);
        name = name.substr(0, name.find_first_of(" /"));
        if (std::find(std::begin(inside_words), std::end(inside_words), name) == std::end(inside_words)) made += ' ';
        i = close + 1;
    }
    return made;
}

// Words of four letters or more: shorter ones may be list markers.
std::vector<std::string> long_words(std::string_view text) {
    constexpr std::size_t shortest = 4;
    std::vector<std::string> made;
    std::string word;
    for (const char c : std::string(text) + " ") {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) word += c;
        else {
            if (word.size() >= shortest) made.push_back(word);
            word.clear();
        }
    }
    return made;
}

}  // namespace

TEST_CASE("every real feed and export reads, within its text, the same twice") {
    const std::pair<const char *, std::size_t> folders[] = {{"xml-feeds", 283}, {"ats-json", 6}, {"no-hrxml", 32}, {"uk-health-jobposting-json", 313}};
    for (const auto & [folder, adverts] : folders) {
        const auto files = files_of(folder);
        if (files.empty()) continue;
        std::size_t found = 0;
        for (const auto & file : files) {
            INFO(folder << "/" << file.name);
            const auto made = read(file.bytes);
            REQUIRE(made);
            CHECK(support::printed(made) == support::printed(read(file.bytes)));
            for (const auto & doc : made->documents) {
                CHECK(within(doc));
                CHECK(doc.given.title);
                CHECK((doc.text.find("&lt;") == std::string::npos && doc.text.find("&amp;") == std::string::npos && doc.text.find("<p>") == std::string::npos));
            }
            found += made->documents.size();
        }
        CHECK(found == adverts);
    }
}

TEST_CASE("no word of a real JobPosting's description is lost") {
    readers::json_reader json({});
    for (const auto & file : files_of("uk-health-jobposting-json")) {
        INFO(file.name);
        const auto made = read(file.bytes);
        const auto posting = json.parse(file.bytes);
        std::string_view description;
        REQUIRE((made && posting && made->documents.size() == 1 && (*posting)["description"].get(description) == simdjson::SUCCESS));
        const auto wanted = long_words(readers::entities_decoded(without_tags(readers::entities_decoded(description))));
        const auto found = long_words(made->documents[0].text);
        REQUIRE(found.size() >= wanted.size());
        CHECK(std::equal(wanted.begin(), wanted.end(), found.begin()));
    }
}
