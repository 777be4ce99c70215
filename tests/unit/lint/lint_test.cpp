// Each kind of rule finds what it is for and leaves its opposite alone.
#include "support/catch.hpp"
#include "support/engine.hpp"

#include <rolewright/rolewright.hpp>

#include <algorithm>

using namespace rolewright;

namespace {

using support::the_engine;

std::vector<finding> findings_of(const std::string & text, const std::string & rule, const std::string & input = "text") {
    auto made = the_engine().review(text, {.language = "en", .country = "GB", .date = "2026-06-01", .input = input});
    REQUIRE(made);
    auto all = made->adverts.at(0).findings;
    std::erase_if(all, [&](const finding & f) { return f.rule != rule; });
    return all;
}

std::string repeated(const std::string & words, int times) {
    std::string made;
    for (int i = 0; i < times; ++i) made += words;
    return made;
}

}  // namespace

TEST_CASE("each kind of rule finds its own") {
    struct row {
        std::string rule, yes, no;
    };
    const row rows[] = {
        {"quality.pay.missing", "Clerk\n\nYou will file letters.\n", "Clerk\n\nSalary: £24,000 a year\n"},
        {"quality.closing.missing", "Clerk\n\nYou will file letters.\n", "Clerk\n\nClosing date: 3 July 2026\n"},
        {"quality.length.short", "Clerk\n\nYou will file letters.\n", "Clerk\n\n" + repeated("You will file the letters that come in. ", 60)},
        {"quality.length.long", "Clerk\n\n" + repeated("You will file the letters that come in. ", 200), "Clerk\n\nYou will file letters.\n"},
        {"quality.sentence.long", "Clerk\n\nYou will " + repeated("file and post and copy letters ", 12) + ".\n", "Clerk\n\nYou will file letters.\n"},
        {"quality.essential.many", "Essential\n" + repeated("- able to file letters\n", 25), "Essential\n" + repeated("- able to file letters\n", 4)},
        {"quality.capitals", "Clerk\n\nYOU MUST BE ABLE TO WORK ON SATURDAYS.\n", "Clerk\n\nYou must be able to work on Saturdays.\n"},
        {"quality.dates.past", "Clerk\n\nClosing date: 3 May 2026\n", "Clerk\n\nClosing date: 3 July 2026\n"},
        {"quality.dates.interview", "Clerk\n\nClosing date: 3 July 2026\nInterviews: 1 July 2026\n", "Clerk\n\nClosing date: 3 July 2026\nInterviews: 10 July 2026\n"},
        {"quality.repeat", "Clerk\n\n- You will file the letters that come in\n- You will file the letters that come in\n", "Clerk\n\n- You will file the letters that come in\n- You will post the letters that go out\n"},
        {"quality.pay.competitive", "Clerk\n\nWe offer a competitive salary.\n", "Clerk\n\nCompetitive salary: £24,000 a year\n"},
        {"quality.place.missing", "Clerk\n\nYou will file letters.\n", "Staff nurse\n\nYou will care for patients.\n"},
        {"quality.apply.missing", "Clerk\n\nYou will process applications.\n", "Clerk\n\nYou will process applications. Press Apply on this page.\n"},
        {"wording.cliche", "Clerk\n\nYou are a rockstar.\n", "Clerk\n\nWe want someone who files letters.\n"},
    };
    for (const auto & [rule, yes, no] : rows) {
        INFO(rule);
        CHECK_FALSE(findings_of(yes, rule).empty());
        CHECK(findings_of(no, rule).empty());
    }
}

TEST_CASE("a finding quotes on one line what stands in two cells") {
    const auto found = findings_of("<h1>Clerk</h1><table><tr><td>Salary</td><td>negotiable</td></tr><tr><td>Hours</td><td>37</td></tr></table>", "quality.pay.competitive", "html");
    REQUIRE(found.size() == 1);
    CHECK(found[0].message.find("Salary negotiable") != std::string::npos);
}

TEST_CASE("a finding says where, and its fix fits there") {
    const std::string text = "Clerk\n\nHe will file letters.\n";
    const auto found = findings_of(text, "wording.gender.pronoun");
    REQUIRE(found.size() == 1);
    CHECK(found[0].where.of(text) == "He will");
    REQUIRE_FALSE(found[0].fixes.empty());
    for (const auto & fix : found[0].fixes)
        for (const auto & e : fix.edits) CHECK(e.where.end <= text.size());
}

TEST_CASE("findings stand in the order of the text and no place has two") {
    const std::string text = "Clerk\n\nWe want a young team player. He must be a native speaker.\n\nCompetitive salary\n";
    auto made = the_engine().review(text, {.language = "en", .date = "2026-06-01", .input = "text"});
    REQUIRE(made);
    const auto & all = made->adverts.at(0).findings;
    REQUIRE(all.size() > 3);
    for (std::size_t i = 1; i < all.size(); ++i)
        if (!all[i].where.empty() && !all[i - 1].where.empty()) CHECK(all[i - 1].where < all[i].where);
}
