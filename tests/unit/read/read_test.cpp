#include "support/catch.hpp"
#include "support/printed.hpp"

#include "read/record.hpp"
#include "text/decode.hpp"

#include <rolewright/document.hpp>

using namespace rolewright;
using support::printed;
using namespace std::string_literals;

namespace {

std::string read_as(std::string_view bytes, const std::string & format) {
    const auto made = read(bytes, {format, {}});
    if (!made) return made.error().message;
    return made->documents.empty() ? "none" : printed(made->documents.front());
}

}  // namespace

TEST_CASE("plain text becomes blocks") {
    const std::pair<std::string, std::string> rows[] = {
        {"Clerk\n\nWe need help.\n", "p Clerk\np We need help.\n"},
        {"Duties\n- type\n* file\n• post\n1. call\na) write", "p Duties\n- type\n- file\n- post\n- call\n- write\n"},
        {"Title\n=====\nPart\n-----\ntext", "h1 Title\nh2 Part\np text\n"},
        {"# Title\n**About us**\ntext", "h1 Title\np* About us\np text\n"},
        {"We need: • one • two • three", "p We need:\n- one\n- two\n- three\n"},
        {"Pay\t£20\nHours\t37", "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 Hours\nc1/1/1 37\n"},
        {"\xEF\xBB\xBF" "Clerk\r\n", "p Clerk\n"},
        {"no - list here", "p no - list here\n"},
    };
    for (const auto & [text, expected] : rows) {
        INFO(text);
        CHECK(read_as(text, "text") == expected);
    }
}

TEST_CASE("pages become blocks") {
    const std::pair<std::string, std::string> rows[] = {
        {"<h1>Clerk</h1><p>Some <b>bold</b> words</p>", "h1 Clerk\np Some bold words\n"},
        {"<p><strong>About us</strong></p>", "p* About us\n"},
        {"<ul><li>one<ul><li>two</li></ul></li></ul>", "- one\n-2 two\n"},
        {"<p>a<br>b</p>", "p a\np b\n"},
        {"<p>&pound;20&nbsp;an&#32;hour &#150; good</p>", "p £20 an hour – good\n"},
        {"<table><tr><th>Pay</th><td>£20</td></tr><tr><th>Hours</th><td>37</td></tr></table>", "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 Hours\nc1/1/1 37\n"},
        {"<p>seen</p><p style='display: none'>hidden</p><script>x</script><!-- c --><p hidden>h</p>", "p seen\n"},
        {"<nav>Menu</nav><main><p>Advert</p></main><footer>Foot</footer>", "p~ Menu\np Advert\np~ Foot\n"},
        {"<p>• one<br>• two</p>", "- one\n- two\n"},
        {"<p>unclosed <b>tags", "p unclosed tags\n"},
    };
    for (const auto & [html, expected] : rows) {
        INFO(html);
        CHECK(read_as(html, "html") == expected);
    }
}

TEST_CASE("ranges lead back to the bytes that came in") {
    const std::string page = "<html><body><p>Pay: &pound;20 &amp; more</p><p>Caf\xC3\xA9</p></body></html>";
    const auto made = read(page);
    REQUIRE(made);
    const auto & doc = made->documents.at(0);
    const auto source = [&](std::string_view words) {
        const auto at = static_cast<std::uint32_t>(doc.text.find(words));
        const auto where = doc.source_of({at, at + static_cast<std::uint32_t>(words.size())});
        return where ? page.substr(where->begin, where->size()) : std::string("nowhere");
    };
    CHECK(source("Pay:") == "Pay:");
    CHECK(source("£20") == "&pound;20");
    CHECK(source("20 & more") == "20 &amp; more");
    CHECK(source("Café") == "Caf\xC3\xA9");

    const std::string wide = "\xFF\xFE" + "C\0l\0e\0r\0k\0 \0\xA3\0"s + "2\0"s;
    const auto utf16 = read(wide);
    REQUIRE(utf16);
    CHECK(utf16->encoding == "utf-16le");
    CHECK(utf16->documents.at(0).text == "Clerk £2");
    CHECK(utf16->documents.at(0).source_of({6, 9})->begin == 14);

    const auto windows = read("Clerk \x96 \x80 20 for every day you come in");
    REQUIRE(windows);
    CHECK(windows->encoding == "windows-1252");
    CHECK(windows->documents.at(0).text.substr(0, 16) == "Clerk – € 20");
    CHECK(windows->documents.at(0).source_of({6, 9})->size() == 1);
}

TEST_CASE("what is no text is refused") {
    CHECK(read_as("", "") == "expected text, found an empty file");
    CHECK(read_as(" \n ", "") == "expected text, found only white space");
    CHECK(read_as("%PDF-1.4", "") == "expected text or a document, found a PDF file, and no program was named to read it (pdf_program)");
    CHECK_FALSE(read("text", {"", {.bytes = 3}}));
    CHECK(read_as("<html><script>only</script></html>", "") == "none");
}

TEST_CASE("hostile input costs bounded time") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    CHECK(read(deep + "text"));
    std::string items = "<ul>";
    for (int i = 0; i < 100'000; ++i) items += "<li>x";
    const auto made = read(items, {"html", {.blocks = 1000}});
    REQUIRE(made);
    CHECK(made->documents.at(0).blocks.size() <= 1001);
    CHECK(made->documents.at(0).notes.at(0).code == note_code::too_many_blocks);
    CHECK(read(std::string(1'000'000, '<').append("p>x"), {"html", {}}));
    std::string all;
    for (int i = 1; i < 256; ++i) all += std::string(30, 'a') + static_cast<char>(i);
    CHECK(read(all));
}

TEST_CASE("records are one document each") {
    const auto record = [](std::string_view line) -> std::optional<document> {
        auto made = readers::record_reader({}, nullptr).read(line);
        return made ? std::optional(std::move(made->front())) : std::nullopt;
    };
    const auto good = record(R"({"id": 7, "title": null, "country": "GB", "text": "Clerk\n\u00a320"})");
    REQUIRE(good);
    CHECK(good->text == "Clerk\n£20");
    CHECK(good->given.id == "7");
    CHECK_FALSE(good->given.title);
    CHECK(record("{\"text\": \"one\ntwo\"}")->text == "one\ntwo");
    CHECK(record(R"({"text": "half \ud800 pair"})")->text == "half \xEF\xBF\xBD pair");
    CHECK(printed(*record(R"({"html": "<p>a</p><p>b</p>"})")) == "p a\np b\n");
    for (const auto * bad : {"", "[1]", "{\"id\": \"x\"}", "{\"text\": 1", "{\"text\": null}"}) CHECK_FALSE(record(bad));
}
