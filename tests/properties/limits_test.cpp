// Every limit, line by line: hitting it is an error or a note, in bounded time, and never a silent cut.
#include "support/catch.hpp"
#include "support/packed.hpp"

#include <rolewright/rolewright.hpp>

#include <unistd.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>

namespace {

using namespace rolewright;

bool noted(const std::vector<note> & notes, note_code code) {
    return std::any_of(notes.begin(), notes.end(), [&](const note & n) { return n.code == code; });
}

bool noted(const reading & of, note_code code) {
    return noted(of.notes, code) || std::any_of(of.documents.begin(), of.documents.end(), [&](const document & d) { return noted(d.notes, code); });
}

std::string repeated(std::string_view words, std::size_t times) {
    std::string made;
    made.reserve(words.size() * times);
    for (std::size_t i = 0; i < times; ++i) made += words;
    return made;
}

class clocked {
public:
    ~clocked() { CHECK(std::chrono::steady_clock::now() - begin_ < std::chrono::seconds(60)); }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

error_code code_of(const result<reading> & r) { return r ? error_code::internal : r.error().code; }

}  // namespace

TEST_CASE("each limit holds and says so") {
    // A new limit does not compile here until it has its line below.
    const auto [bytes, nesting, blocks, sentence_bytes, statements, findings, adverts, values, expanded_bytes, containers, program_seconds, program_bytes] = read_limits{};
    CHECK((bytes && nesting && blocks && sentence_bytes && statements && findings && adverts && values && expanded_bytes && containers && program_seconds && program_bytes));
    const clocked timed;
    const auto engine = engine::create();
    REQUIRE(engine);
    read_options o;
    review_options r{.language = "en", .date = "2026-06-01"};

    SECTION("bytes") {
        o.limits.bytes = 10;
        CHECK(code_of(read("Clerk wanted now", o)) == error_code::too_large);
        CHECK(read("Clerk", o));
    }
    SECTION("nesting") {
        const auto made = read("<html><body>" + repeated("<div>", 100'000) + "<p>Clerk</p><p>wanted</p>");
        REQUIRE(made);
        CHECK(noted(*made, note_code::too_deep));
        REQUIRE(!made->documents.empty());
        CHECK(made->documents[0].text.find("wanted") != std::string::npos);
        CHECK(read(repeated("> ", 100'000) + "Clerk", {"markdown"}));
        CHECK(read(repeated("- ", 100'000) + "Clerk", {"markdown"}));
        CHECK(read(repeated("[", 100'000) + "Clerk", {"markdown"}));
    }
    SECTION("blocks") {
        o.limits.blocks = 100;
        for (const auto & input : {repeated("Clerk\n\n", 1000), "<html><body>" + repeated("<p>Clerk</p>", 1000), "# x\n\n" + repeated("Clerk\n\n", 1000), support::docx(repeated("<w:p><w:r><w:t>x</w:t></w:r></w:p>", 1000)), support::odt(repeated("<text:p>x</text:p>", 1000)),
                                   "From: a\nSubject: x\nDate: y\n\n" + repeated("Clerk\n\n", 1000)}) {
            const auto made = read(input, o);
            REQUIRE(made);
            CHECK(made->documents.at(0).blocks.size() <= 101);
            CHECK(noted(*made, note_code::too_many_blocks));
        }
        o.limits.blocks = 1'000'000;
        CHECK(read("<ul>" + repeated("<li>x", 1'000'000), o));
    }
    SECTION("sentence_bytes") {
        r.limits.sentence_bytes = 100;
        const auto made = engine->review(repeated("word ", 1000), r);
        REQUIRE(made);
        CHECK(noted(made->adverts.at(0).advert.notes, note_code::line_too_long));
    }
    SECTION("statements") {
        r.limits.statements = 10;
        const auto made = engine->review(repeated("You will type letters.\n", 100), r);
        REQUIRE(made);
        CHECK(made->adverts.at(0).advert.statements.size() == 10);
        CHECK(noted(made->adverts.at(0).advert.notes, note_code::too_many_statements));
    }
    SECTION("findings") {
        r.limits.findings = 2;
        const auto made = engine->review("Clerk\n\nPay: [insert]\nHours: [insert]\nPlace: [insert]\nClosing date: [insert]\n", r);
        REQUIRE(made);
        CHECK(made->adverts.at(0).findings.size() == 2);
        CHECK(noted(made->adverts.at(0).advert.notes, note_code::too_many_matches));
    }
    SECTION("adverts") {
        o.limits.adverts = 10;
        const auto made = read("<rss version=\"2.0\"><channel>" + repeated("<item><title>Clerk</title><description>Type letters</description></item>", 100) + "</channel></rss>", o);
        REQUIRE(made);
        CHECK(made->documents.size() == 10);
        CHECK(noted(*made, note_code::too_many_adverts));
        support::files many;
        for (int i = 0; i < 100; ++i) many.emplace_back("clerk-" + std::to_string(i) + ".txt", "Clerk wanted");
        const auto zip = read(support::packed(many), o);
        REQUIRE(zip);
        CHECK(zip->documents.size() == 10);
        CHECK(noted(*zip, note_code::too_many_adverts));
        const auto mbox = read(repeated("From a b\nFrom: a\nSubject: x\nDate: y\n\nClerk wanted\n\n", 100), o);
        REQUIRE(mbox);
        CHECK(mbox->documents.size() == 10);
        CHECK(noted(*mbox, note_code::too_many_adverts));
    }
    SECTION("values") {
        o.limits.values = 100;
        CHECK(code_of(read("[" + repeated("{\"title\":\"Clerk\"},", 1000) + "{}]", o)) == error_code::too_large);
    }
    SECTION("expanded_bytes") {
        o.limits.expanded_bytes = 1u << 20;
        const auto much = std::string(2u << 20, ' ');
        CHECK(code_of(read(support::packed({{"", much}}, "raw", "gzip"), o)) == error_code::too_large);
        CHECK(code_of(read(support::packed({{"a.txt", "Clerk"}, {"b.txt", much}}), o)) == error_code::too_large);
        CHECK(code_of(read(support::docx("<w:p><w:r><w:t>" + much + "</w:t></w:r></w:p>"), o)) == error_code::too_large);
        CHECK(code_of(read(support::odt("<text:p>" + much + "</text:p>"), o)) == error_code::too_large);
        CHECK(code_of(read("From: a\nSubject: x\nDate: y\nContent-Transfer-Encoding: base64\n\n" + repeated("aaaa", 1u << 19), o)) == error_code::too_large);
        // A gigabyte of one letter in a megabyte: with the limit as it is.
        const auto gigabyte = support::packed({{"", std::string(1u << 30, 'a')}}, "raw", "gzip");
        CHECK(gigabyte.size() < 2u << 20);
        CHECK(code_of(read(gigabyte)) == error_code::too_large);
    }
    SECTION("containers") {
        std::string nested = "Clerk wanted";
        for (int i = 0; i < 5; ++i) nested = support::packed({{"a", nested}});
        CHECK(code_of(read(nested)) == error_code::too_large);
    }
    SECTION("program_seconds and program_bytes") {
        // In place of pdftotext a program that never ends, one that never stops writing, and one without memory to begin.
        const auto folder = std::filesystem::temp_directory_path() / ("rolewright-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
        const auto program = [&](const std::string & name, const std::string & does) {
            const auto path = folder / name;
            std::ofstream(path) << "#!/bin/sh\n" << does << "\n";
            std::filesystem::permissions(path, std::filesystem::perms::owner_all);
            return path.string();
        };
        o.pdf_program = program("endless", "exec sleep 600");
        o.limits.program_seconds = 1;
        CHECK(code_of(read("%PDF-1.4 x", o)) == error_code::too_large);
        o.pdf_program = program("wordy", "exec yes");
        o.limits.program_seconds = 20;
        o.limits.expanded_bytes = 1u << 20;
        CHECK(code_of(read("%PDF-1.4 x", o)) == error_code::too_large);
        o.limits.program_bytes = 1u << 16;
        CHECK_FALSE(read("%PDF-1.4 x", o));
        std::filesystem::remove_all(folder);
    }
}

TEST_CASE("a review costs in proportion to the advert") {
    struct row {
        std::string name, heading, before, after;
    };
    const row rows[] = {
        {"statements that differ only in a number", "What you will do\n\n", "- You will keep list ", " of our members up to date\n"},
        {"benefits", "Benefits\n\n", "- Voucher ", "\n"},
        {"passages that do not count", "", "Word ", "\n\n"},
    };
    const auto engine = engine::create();
    REQUIRE(engine);
    // Seconds of this process, which other programs do not lengthen.
    const auto cost = [&](const row & r, int statements) {
        std::string advert = "Clerk\n\n" + r.heading;
        for (int i = 0; i < statements; ++i) advert += r.before + std::to_string(100'000 + i) + r.after;
        const auto begin = std::clock();
        CHECK(engine->review(advert, {.language = "en", .date = "2026-06-01", .input = "text"}));
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    constexpr int few = 5'000, times = 10;
    for (const auto & r : rows) {
        INFO(r.name);
        // With its square it would be a hundred times as much.
        CHECK(cost(r, few * times) < 2 * times * cost(r, few));
    }
}
