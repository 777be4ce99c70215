#include "support/catch.hpp"
#include "support/printed.hpp"

#include "base/child.hpp"
#include "read/page_layout.hpp"
#include "read/pdf.hpp"

#include <chrono>

using namespace rolewright;
using readers::page;
using readers::page_line;

namespace {

constexpr double letter = 5;  // points: every letter of the test pages is as wide

page_line line(double x, double y, const std::string & text, double size = 10) {
    page_line made{x, y, x, y + size, size, {}, text};
    for (std::size_t i = 0; i < text.size();) {
        auto end = std::min(text.find(' ', i), text.size());
        made.words.push_back({x + letter * static_cast<double>(i), x + letter * static_cast<double>(end), i});
        i = end + 1;
    }
    made.x1 = made.words.back().x1;
    return made;
}

page a_page(std::vector<page_line> lines) { return {600, 800, std::move(lines)}; }

std::string laid_out(std::vector<page> pages) { return support::printed(readers::document_of_pages(std::move(pages), {})); }

}  // namespace

TEST_CASE("lines of a page become paragraphs, lists and headings") {
    CHECK(laid_out({a_page({line(50, 100, "Office clerk", 20), line(50, 130, "You will type letters and keep the diary of the team up to"), line(50, 142, "date every day."), line(50, 154, "You report to the manager."), line(60, 180, "\xE2\x80\xA2"), line(80, 180, "type letters, one after the other, as long as the day is"),
                           line(80, 192, "long"), line(60, 204, "\xE2\x80\xA2"), line(80, 204, "file"), line(50, 230, "Apply now.")})}) ==
          "h1 Office clerk\np You will type letters and keep the diary of the team up to date every day.\np You report to the manager.\n- type letters, one after the other, as long as the day is long\n- file\np Apply now.\n");
}

TEST_CASE("two columns are read one after the other, below what stands across them") {
    std::vector<page_line> lines{line(50, 100, "The council of Greenlow looks for a clerk to help in the office of the town hall every day")};
    const char * left[] = {"You will type letters for", "the head of the office and", "keep the diary of the team", "in order every day."};
    const char * right[] = {"We offer training in all", "of our systems, help with", "your travel and a pension", "that is paid by us."};
    for (int i = 0; i < 4; ++i) lines.push_back(line(50, 130 + 12 * i, left[i])), lines.push_back(line(300, 130 + 12 * i, right[i]));
    CHECK(laid_out({a_page(lines)}) == "p The council of Greenlow looks for a clerk to help in the office of the town hall every day\np You will type letters for the head of the office and keep the diary of the team in order every day.\np We offer training in all of our systems, help with your travel and a pension that is paid by us.\n");
}

TEST_CASE("labels and values are a table") {
    CHECK(laid_out({a_page({line(50, 100, "Salary"), line(200, 100, "£20,000 a year"), line(50, 120, "Closing date"), line(200, 120, "1 June 2026 at noon, or"), line(200, 132, "earlier"), line(50, 152, "Hours"), line(200, 152, "37")})}) ==
          "c1/0/0 Salary\nc1/0/1 £20,000 a year\nc1/1/0 Closing date\nc1/1/1 1 June 2026 at noon, or earlier\nc1/2/0 Hours\nc1/2/1 37\n");
}

TEST_CASE("running heads and page numbers are chrome") {
    const auto body = [](const std::string & words, const std::string & number) { return a_page({line(50, 30, "Greenlow Council recruitment pack"), line(50, 200, words), line(300, 770, number)}); };
    CHECK(laid_out({body("We look for a clerk.", "Page 1 of 2"), body("Apply now.", "Page 2 of 2")}) ==
          "p We look for a clerk.\np Apply now.\np~ Greenlow Council recruitment pack\np~ Page 1 of 2\np~ Greenlow Council recruitment pack\np~ Page 2 of 2\n");
    CHECK(laid_out({a_page({line(50, 200, "We look for a clerk."), line(300, 780, "1")})}) == "p We look for a clerk.\np~ 1\n");
}

TEST_CASE("a paragraph goes on over the page's end, a broken word is put together") {
    CHECK(laid_out({a_page({line(50, 600, "You will type letters and keep the diary of the"), line(50, 612, "team, which has many members who work in our of-")}), a_page({line(50, 100, "fice in Leeds. We have another office in York.")})}) ==
          "p You will type letters and keep the diary of the team, which has many members who work in our office in Leeds. We have another office in York.\n");
    CHECK(laid_out({a_page({line(50, 600, "This is a part-time post for a clerk, it is part-"), line(50, 612, "time for ever.")})}) == "p This is a part-time post for a clerk, it is part-time for ever.\n");
}

TEST_CASE("what pdftotext writes is read, whatever it is") {
    const auto boxes = [](const std::string & words) { return readers::document_of_boxes("<html><title>a & b</title><doc><page width=\"600\" height=\"800\"><flow><block><line><word xMin=\"50\" yMin=\"100\" xMax=\"90\" yMax=\"110\">" + words + "</word></line></block></flow></page></doc></html>", {}); };
    CHECK(boxes("e\xEF\xAC\x83" "cient &amp; co\xC2\xADordinated")->text == "efficient & coordinated");
    CHECK(boxes("a\x01" "b")->text == "a b");
    CHECK(boxes("").error().message == "expected a PDF file with text, found 1 page of pictures (a scanned document needs text recognition first)");
    CHECK_FALSE(readers::document_of_boxes("<doc><page>", {}));
    CHECK_FALSE(readers::document_of_boxes("<doc><page></doc>", {}));
}

TEST_CASE("programs run within limits") {
    CHECK(run_child("no-such-program", {}, "", {}).error().code == error_code::missing_program);
    CHECK(run_child("/no/such/path", {}, "", {}).error().code == error_code::missing_program);
    const auto echo = run_child("cat", {}, std::string(1u << 20, 'x'), {});
    REQUIRE(echo);
    CHECK(echo->output == std::string(1u << 20, 'x'));
    CHECK(run_child("cat", {}, std::string(1u << 20, 'x'), {.output = 1000}).error().code == error_code::too_large);
    CHECK(run_child("false", {}, "", {})->exit == 1);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(run_child("sleep", {"60"}, "", {.seconds = 1}).error().code == error_code::too_large);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    const auto messages = run_child("sh", {"-c", "echo no >&2; exit 3"}, "", {});
    REQUIRE(messages);
    CHECK(messages->exit == 3);
    CHECK(messages->messages == "no\n");
    // Ended from outside, as a limit ends it.
    CHECK_FALSE(run_child("sh", {"-c", "kill -9 $$"}, "", {}));
}

TEST_CASE("a PDF file needs its program named") {
    CHECK(read("%PDF-1.4 x").error().code == error_code::binary_input);
    read_options named;
    named.pdf_program = "no-such-program";
    const auto refused = read("%PDF-1.4 x", named);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == error_code::missing_program);
    CHECK(refused.error().message == "cannot read a PDF file without the program 'no-such-program' (Debian: apt install poppler-utils)");
}
