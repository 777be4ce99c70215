#include "support/catch.hpp"
#include "support/printed.hpp"

#include "read/front_matter.hpp"

#include <rolewright/document.hpp>

using namespace rolewright;

namespace {

std::string read_markdown(const std::string & bytes) {
    const auto made = read(bytes, {"markdown"});
    if (!made) return made.error().message;
    return made->documents.empty() ? "none" : support::printed(made->documents.front());
}

}  // namespace

TEST_CASE("Markdown becomes blocks") {
    const std::pair<std::string, std::string> rows[] = {
        {"Location: Leeds\nPay: £20,000\nWe are looking for somebody who types letters in our\nOffice every day\n**Closing date:** 1 June\n", "p Location: Leeds\np Pay: £20,000\np We are looking for somebody who types letters in our Office every day\np Closing date: 1 June\n"},
        {"DIVISION:               \tGovernment Office      \t\t\nPLACE:          Leeds\n", "p DIVISION: Government Office\np PLACE: Leeds\n"},
        {"# Clerk\n\nWe need\nhelp.\n\nSetext\n---\n", "h1 Clerk\np We need help.\nh2 Setext\n"},
        {"- one\n    - two\n- three\n\n1. four\n", "- one\n-2 two\n- three\n- four\n"},
        {"**About us**\n\nSome **bold** words", "p* About us\np Some bold words\n"},
        {"| Pay | £20 |\n|---|---|\n| Hours | 37 |\n", "c1/0/0 Pay\nc1/0/1 £20\nc1/1/0 Hours\nc1/1/1 37\n"},
        {"one  \ntwo\\\nthree", "p one\np two\np three\n"},
        {"See [our page](https://example.org) ![a picture](x.png) &amp; `code` <https://example.org>", "p See our page & code https://example.org\n"},
        {"<div>**no**</div>\n\n<!-- hidden -->\n\nText<br>more <b>here</b>", "p **no**\np Text\np more here\n"},
        {"    POST: Clerk\n    PAY: £20", "p POST: Clerk\np PAY: £20\n"},
        {"1986\\. A year \\*starred\\* \\[x]", "p 1986. A year *starred* [x]\n"},
        {"```\na < b\nc\n```", "p a < b\np c\n"},
        {"[Question: What is the job called?]", "p [Question: What is the job called?]\n"},
    };
    for (const auto & [text, expected] : rows) {
        INFO(text);
        CHECK(read_markdown(text) == expected);
    }
}

TEST_CASE("only what nobody types by chance is Markdown") {
    const std::pair<std::string, std::string> rows[] = {
        {"# Clerk\n\nWe need help.\n", "markdown"},
        {"Clerk\n\n## Duties\n\n- type\n\n## Pay\n", "markdown"},
        {"---\ntitle: Clerk\n---\nWe need help.\n", "markdown"},
        {"Clerk\n\nSee [our page](https://example.org) and [apply](https://example.org/a)\n\nnow, at [this place](https://example.org)", "markdown"},
        {"# How to send adverts\n\n```XML\n<p>Clerk</p><ul><li>type</li></ul>\n# no heading\n```\n", "markdown"},
        {"# How to send adverts\n\n<header_image>x</header_image>\n", "markdown"},
        {"Clerk\n\nDuties:\n- type\n- file\n* call\n1. write\n", "text"},
        {"Clerk\n=====\n\nDuties\n------\n- type\n", "text"},
        {"Ref #12\n\n# of posts: 3\n", "text"},
        {"---\nClerk wanted\n---\n", "text"},
        {"#1 employer in Leeds seeks clerk\n", "text"},
    };
    for (const auto & [text, expected] : rows) {
        INFO(text);
        CHECK(read(text)->format == expected);
    }
}

TEST_CASE("Markdown leads back to its bytes") {
    const std::string text = "---\ntitle: x\n---\n# Clerk &amp; more\n\nPay: **£20** a *day*  \nand < 30\n\n| a | b |\n|---|---|\n| Caf\xC3\xA9 | d |\n";
    const auto made = read(text);
    REQUIRE(made);
    REQUIRE(made->format == "markdown");
    const auto & doc = made->documents.at(0);
    const auto source = [&](std::string_view words) {
        const auto at = static_cast<std::uint32_t>(doc.text.find(words));
        const auto where = doc.source_of({at, at + static_cast<std::uint32_t>(words.size())});
        return where ? text.substr(where->begin, where->size()) : std::string("nowhere");
    };
    CHECK(source("Clerk & more") == "Clerk &amp; more");
    CHECK(source("£20") == "£20");
    CHECK(source("Pay: £20") == "Pay: **£20");
    CHECK(source("and < 30") == "and < 30");
    CHECK(source("Café") == "Café");
}

TEST_CASE("front matter gives facts") {
    const auto front = readers::read_front_matter("---\r\n# a comment\r\ntitle: \"Clerk: part-time\"\r\ncompany: Greenlow Council # ours\r\nlocation: Leeds\r\nclosing_date: 2026-07-01T12:00:00Z\r\nsalary:\r\n  min: 20000\r\n  max: 25000\r\n  currency: GBP\r\n  per: year\r\ntags:\r\n  - a\r\n  - b\r\nsummary: one\r\n  two\r\ncontract: Fixed term\r\n---\r\ntext");
    REQUIRE(front.size > 0);
    const auto & g = front.given;
    CHECK(g.title == "Clerk: part-time");
    CHECK(g.employer == "Greenlow Council");
    CHECK(g.location == "Leeds");
    CHECK(g.closing == calendar_date{2026, 7, 1});
    CHECK(g.contract == contract_kind::fixed_term);
    REQUIRE(g.salary);
    CHECK((g.salary->min == 20000 && g.salary->max == 25000 && g.salary->currency == "GBP" && g.salary->per == pay_period::year));
    const auto pay = [](const std::string & words) { return readers::read_front_matter("---\nsalary: " + words + "\n---\n").given.salary; };
    CHECK(pay("£20,000 - £25.5k per year")->max == 25500);
    CHECK(pay("£12.50 an hour")->per == pay_period::hour);
    CHECK_FALSE(pay("competitive"));
    CHECK_FALSE(pay("20000"));
    CHECK_FALSE(pay("£2000"));
    for (const auto * none : {"---\nClerk wanted\n---\n", "---\ntitle: x\n", "title: x\n---\n", "---\n---\n"}) CHECK(readers::read_front_matter(none).size == 0);
}
