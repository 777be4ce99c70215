#include "support/catch.hpp"
#include "support/packed.hpp"
#include "support/printed.hpp"

#include "read/archive.hpp"

#include <chrono>

using namespace rolewright;

namespace {

const std::string advert = "Clerk\n\nYou will keep records.\n";

read_options with(std::size_t expanded, std::uint32_t containers = 4) {
    read_options made;
    made.limits.expanded_bytes = expanded;
    made.limits.containers = containers;
    return made;
}

}  // namespace

TEST_CASE("what is compressed is read as what it holds") {
    for (const auto * filter : {"gzip", "zstd", "xz", "bzip2"}) {
        INFO(filter);
        const auto made = read(support::packed({{"", advert}}, "raw", filter));
        REQUIRE(made);
        CHECK(made->format == filter);
        CHECK(made->encoding == "utf-8");
        REQUIRE(made->documents.size() == 1);
        CHECK(made->documents[0].text == advert);
        CHECK(made->documents[0].sources.empty());
        CHECK(made->documents[0].part.empty());
    }
    const auto tar = read(support::packed({{"a.txt", advert}, {"b.html", "<p>Cook</p><p>wanted</p>"}}, "pax", "gzip"));
    REQUIRE(tar);
    CHECK(tar->documents.size() == 2);
}

TEST_CASE("an archive holds many adverts, each with its name") {
    const auto inner = support::packed({{"deep.txt", advert}});
    const auto made = read(support::packed({{"folder/a.txt", advert}, {"b.html", "<p>Cook</p><p>wanted</p>"}, {"__MACOSX/._a.txt", "x"}, {".DS_Store", "x"}, {"picture.png", "\x89PNG\r\n"}, {"more.zip", inner}, {"empty.txt", ""}}));
    REQUIRE(made);
    std::string parts;
    for (const auto & d : made->documents) parts += d.part + "\n";
    CHECK(parts == "folder/a.txt\nb.html\nmore.zip/deep.txt\n");
    std::string notes;
    for (const auto & n : made->notes) notes += std::string(to_string(n.code)) + " " + n.args.at(0) + ": " + n.args.at(1) + "\n";
    CHECK(notes == "part-not-read picture.png: expected text or a document, found a PNG picture\npart-not-read empty.txt: expected text, found an empty file\n");
    const auto nothing = read(support::packed({{"picture.png", "\x89PNG\r\n"}, {"b.gif", "GIF89a"}}));
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().message == "expected text or a document, found a PNG picture");
}

TEST_CASE("unpacking has limits") {
    using clock = std::chrono::steady_clock;
    const auto begin = clock::now();
    const std::string zeros(64u << 20, ' ');
    for (const auto * filter : {"gzip", "zstd", "xz"}) {
        INFO(filter);
        const auto bomb = read(support::packed({{"", zeros}}, "raw", filter), with(1u << 20));
        REQUIRE_FALSE(bomb);
        CHECK(bomb.error().code == error_code::too_large);
    }
    const auto zip = read(support::packed({{"a.txt", advert}, {"b.txt", std::string(4u << 20, 'x')}}), with(1u << 20));
    REQUIRE_FALSE(zip);
    CHECK(zip.error().code == error_code::too_large);
    // Together, not each for itself.
    support::files many;
    for (int i = 0; i < 20; ++i) many.emplace_back("a" + std::to_string(i), std::string(100'000, 'x'));
    CHECK(read(support::packed(many), with(1u << 20)).error().code == error_code::too_large);
    CHECK(read(support::packed(many), with(4u << 20)));

    std::string nested = advert;
    for (int i = 0; i < 4; ++i) nested = support::packed({{"a", nested}});
    CHECK(read(nested, with(1u << 20, 4)));
    CHECK(read(nested, with(1u << 20, 3)).error().code == error_code::too_large);
    for (int i = 0; i < 30; ++i) nested = support::packed({{"a", nested}}, "raw", "gzip");
    CHECK_FALSE(read(nested, with(1u << 20)));
    CHECK(clock::now() - begin < std::chrono::seconds(60));
}

TEST_CASE("broken archives are errors") {
    const auto whole = support::packed({{"", advert + std::string(10'000, 'a')}}, "raw", "gzip");
    CHECK_FALSE(read(whole.substr(0, whole.size() / 2)));
    CHECK_FALSE(read("PK\x03\x04 and then nothing of use"));
    CHECK_FALSE(read("\x1F\x8B\x08"));
    const auto zip = support::packed({{"a.txt", advert}, {"b.txt", advert}});
    for (std::size_t n = 0; n < zip.size(); n += 7) (void)read(zip.substr(0, n));
    const read_limits limits;
    CHECK(*readers::uncompressed(support::packed({{"", "{}"}}, "raw", "zstd"), limits) == "{}\n");
    CHECK_FALSE(readers::is_compressed("{}"));
}
