#include "support/catch.hpp"
#include "support/printed.hpp"

#include <rolewright/document.hpp>

using namespace rolewright;
using namespace std::string_literals;

namespace {

std::string read_text(const std::string & bytes) {
    const auto made = read(bytes, {"text"});
    if (!made) return made.error().message;
    return support::printed(made->documents.front());
}

}  // namespace

TEST_CASE("lines end with feeds, returns or both, however many there are") {
    CHECK(read_text("Type letters\rFile them\r\nCall people\nPost them") == "p Type letters\np File them\np Call people\np Post them\n");
    std::string many;
    for (int i = 0; i < 200'000; ++i) many += "a\r";
    const auto made = read(many, {"text"});
    REQUIRE(made);
    CHECK(made->documents.front().blocks.size() == 200'000);
}

TEST_CASE("bullets of every make") {
    for (const std::string sign : {"•", "-", "–", "—", "*", "·", "o ", "▪", "●", "◦", "‣", "➢", "✓", "✔", "→", "►", "■", "\xEF\x82\xB7", "\xEF\x82\xA7", "\xEF\x83\x98", "1.", "2)", "(3)", "a)", "iv.", "\xC2\xB7\t", "o\t", "+", "Ø", "ü", "Ÿ", "q", "v\t", "~"}) {
        INFO(sign);
        CHECK(read_text("Duties\n" + sign + " Type letters\n" + sign + " File them\n") == "p Duties\n- Type letters\n- File them\n");
    }
    CHECK(read_text("-Type letters\n-File them") == "- Type letters\n- File them\n");
    CHECK(read_text("•Type letters\n•File them") == "- Type letters\n- File them\n");
    // What only looks like one.
    CHECK(read_text("2026 was a good year") == "p 2026 was a good year\n");
    CHECK(read_text("24/7 cover") == "p 24/7 cover\n");
    CHECK(read_text("3.5 days a week") == "p 3.5 days a week\n");
    CHECK(read_text("Ø 20 mm pipes") == "p Ø 20 mm pipes\n");
    CHECK(read_text("~ 20 hours a week") == "p ~ 20 hours a week\n");
    CHECK(read_text("v other teams") == "p v other teams\n");
    CHECK(read_text("o'clock starts") == "p o'clock starts\n");
    CHECK(read_text("on Monday we start") == "p on Monday we start\n");
    CHECK(read_text("A. Smith leads the team") == "p A. Smith leads the team\n");
}

TEST_CASE("lines that were lost are found at their bullets") {
    CHECK(read_text("We need: • drive • care • patience") == "p We need:\n- drive\n- care\n- patience\n");
    CHECK(read_text("You will: \xEF\x82\xB7 drive \xEF\x82\xB7 care \xEF\x82\xB7 cook") == "p You will:\n- drive\n- care\n- cook\n");
    CHECK(read_text("Leeds • Permanent") == "p Leeds • Permanent\n");
    CHECK(read_text("Duties: * type all letters * file all papers * answer all calls") == "p Duties:\n- type all letters\n- file all papers\n- answer all calls\n");
    CHECK(read_text("Duties: - type all letters - file all papers - answer all calls") == "p Duties:\n- type all letters\n- file all papers\n- answer all calls\n");
    CHECK(read_text("Duties: 1. type all letters 2. file all papers 3. answer all calls") == "p Duties:\n- type all letters\n- file all papers\n- answer all calls\n");
    CHECK(read_text("Skills: • drive • care • patience. Duties: * type all letters * file all papers * answer all calls") == "p Skills:\n- drive\n- care\n- patience. Duties:\n- type all letters\n- file all papers\n- answer all calls\n");
    // Dashes in a sentence are no list.
    CHECK(read_text("We are - as ever - looking for a clerk - now.") == "p We are - as ever - looking for a clerk - now.\n");
    CHECK(read_text("Clerk - Leeds - £20,000 - 37 hours") == "p Clerk - Leeds - £20,000 - 37 hours\n");
    CHECK(read_text("Open 2. January and 3. March.") == "p Open 2. January and 3. March.\n");
}

TEST_CASE("tables of tabs") {
    CHECK(read_text("Pay\t£20\nHours\t37\n") == "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 Hours\nc1/1/1 37\n");
    CHECK(read_text("Pay\t\t£20\nClosing date\t1 June\n") == "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 Closing date\nc1/1/1 1 June\n");
    CHECK(read_text("Pay\t£20") == "p Pay\t£20\n");
    CHECK(read_text("•\tType\n•\tFile\n") == "- Type\n- File\n");
}

TEST_CASE("entities left over from a page are characters, and lead back to their bytes") {
    const std::pair<std::string, std::string> rows[] = {
        {"Safety &amp; security", "p Safety & security\n"},
        {"&amp;", "p &\n"},
        {"Pay: &pound;20 &#8211; &#xA3;30", "p Pay: £20 – £30\n"},
        {"Duties\n&bull; type &lt;b&gt;\n&#8226;&nbsp;file", "p Duties\n- type <b>\n- file\n"},
        {"R&D; Q&A &c. &nothing; AT&T", "p R&D; Q&A &c. &nothing; AT&T\n"},
    };
    for (const auto & [text, expected] : rows) {
        INFO(text);
        CHECK(read_text(text) == expected);
    }
    // With an encoding to undo as well.
    const std::string bytes = "Caf\xE9 &amp; bar &pound;20, \x80 30";
    const auto made = read(bytes, {"text"});
    REQUIRE(made);
    const auto & d = made->documents.front();
    CHECK(d.text == "Café & bar £20, € 30");
    const std::pair<std::string, std::string> places[] = {{"Café", "Caf\xE9"}, {"&", "&amp;"}, {"bar £20", "bar &pound;20"}, {"€", "\x80"}, {"30", "30"}};
    for (const auto & [word, in_bytes] : places) {
        const auto at = static_cast<std::uint32_t>(d.text.find(word));
        const auto source = d.source_of({at, at + static_cast<std::uint32_t>(word.size())});
        REQUIRE(source);
        CHECK(source->of(bytes) == in_bytes);
    }
}

TEST_CASE("encodings told by the bytes") {
    const std::pair<std::string, std::string> rows[] = {
        {"Caf\xE9 clerk", "windows-1252 Café clerk"},
        {"Clerk \x93quoted\x94 \x85 \x80", "windows-1252 Clerk “quoted” … €"},
        {"Caf\xC3\xA9 clerk", "utf-8 Café clerk"},
        {"Caf\xC3\xA9, caf\xC3\xA9, caf\xC3\xA9, caf\xC3\xA9, caf\xC3\xA9 \xE9", "utf-8 Café, café, café, café, café \xEF\xBF\xBD"},
        {"\xFF\xFE" "C\0l\0e\0r\0k\0"s, "utf-16le Clerk"},
        {"\xFE\xFF\0C\0l\0e\0r\0k"s, "utf-16be Clerk"},
        {"C\0l\0e\0r\0k\0 \0n\0o\0w\0"s, "utf-16le Clerk now"},
        {"\0C\0l\0e\0r\0k\0 \0n\0o\0w"s, "utf-16be Clerk now"},
        {"\xFF\xFE\0\0C\0\0\0l\0\0\0"s, "utf-32le Cl"},
    };
    for (const auto & [bytes, expected] : rows) {
        INFO(expected);
        const auto made = read(bytes, {"text"});
        REQUIRE(made);
        CHECK(made->encoding + " " + made->documents.at(0).text == expected);
    }
}

TEST_CASE("encodings that pages and mails declare") {
    const auto page = [](const std::string & charset, const std::string & words) {
        const auto made = read("<html><head><meta charset=\"" + charset + "\"></head><body><p>" + words + "</p><p>more</p></body></html>", {"html"});
        REQUIRE(made);
        const auto & d = made->documents.at(0);
        return made->encoding + " " + std::string(d.blocks.at(0).text.of(d.text));
    };
    CHECK(page("shift_jis", "\x8B\x81\x90\x6C job") == "shift_jis 求人 job");
    CHECK(page("gb2312", "\xD5\xD0\xC6\xB8") == "gb2312 招聘");
    CHECK(page("iso-8859-15", "\xA4 20") == "iso-8859-15 € 20");
    CHECK(page("windows-1251", "\xD0\xE0\xE1\xEE\xF2\xE0") == "windows-1251 Работа");
    CHECK(page("utf-16", "Caf\xC3\xA9") == "utf-8 Café");
    CHECK(page("no-such-charset", "Caf\xE9") == "windows-1252 Café");
    CHECK(page("iso-2022-jp", "\x1B$B5a?M\x1B(B x") == "iso-2022-jp 求人 x");
}
