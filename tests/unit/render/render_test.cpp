// What holds for every review as people read it; the words themselves are looked at in the golden outputs.
#include "support/catch.hpp"

#include <rolewright/rolewright.hpp>

#include "engine/parts.hpp"
#include "render/render.hpp"
#include "support/corpus.hpp"

#include <algorithm>
#include <sstream>

using namespace rolewright;

namespace {

std::size_t width_of(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

TEST_CASE("a review fits its terminal, has colour only where asked, and never scolds") {
    const auto made = engine::create();
    REQUIRE(made);
    for (const auto & a : support::adverts()) {
        INFO(a.path);
        const review_options options{.source = "advert", .date = "2026-06-01"};
        const auto reviewed = made->review(a.bytes, options);
        if (!reviewed) continue;
        const rendering::frame in{made->inside().packs, options};
        for (const unsigned width : {40u, 80u}) {
            const auto text = rendering::review_text(*reviewed, in, {false, width});
            CHECK(text.find('\x1B') == std::string::npos);
            std::istringstream lines(text);
            std::size_t too_wide = 0;
            for (std::string line; std::getline(lines, line);)
                if (width_of(line) > width && line.find_last_of(' ') != std::string::npos && line.find("  ") == std::string::npos) ++too_wide;
            CHECK(too_wide == 0);
        }
        CHECK(rendering::review_text(*reviewed, in, {true, 80}).size() >= rendering::review_text(*reviewed, in, {false, 80}).size());
    }
}

TEST_CASE("our own words stay friendly") {
    const auto made = engine::create();
    REQUIRE(made);
    for (const auto & [tag, set] : made->inside().packs.languages)
        for (const auto & [id, words] : set.messages.patterns) {
            INFO(id);
            for (const auto * unkind : {"fail", "poor", "illegal"}) CHECK(words.find(unkind) == std::string::npos);
        }
}
