// An advert beside the description of its job, and adverts beside one another.
#include "support/catch.hpp"
#include "support/engine.hpp"

#include <rolewright/rolewright.hpp>

#include <fmt/format.h>

using namespace rolewright;

namespace {

using support::the_engine;

review read_text(const std::string & text) {
    auto made = the_engine().review(text, {.language = "en", .date = "2026-06-01", .input = "text"});
    REQUIRE(made);
    return std::move(made->adverts.at(0));
}

// "criterion standing; …", then "fact standing; …" of facts that are not kept.
std::string compared(const std::string & advert, const std::string & description) {
    const auto made = the_engine().compare(read_text(advert), read_text(description));
    std::string out;
    const auto add = [&](std::string_view name, standing s) { out += fmt::format("{}{} {}", out.empty() ? "" : "; ", name, to_string(s)); };
    for (const auto & c : made.criteria) add(the_engine().criteria()[c.criterion].id, c.standing);
    for (const auto & f : made.facts)
        if (f.standing != standing::kept) add(f.fact, f.standing);
    return out;
}

std::string sentence_for(const std::string & advert, const std::string & description) {
    const auto made = the_engine().compare(read_text(advert), read_text(description));
    REQUIRE(made.criteria.size() == 1);
    return fmt::format("{}: {}", made.criteria[0].own_words ? "own" : "ours", made.criteria[0].sentence);
}

std::vector<review> reviews_of(const std::vector<std::string> & texts) {
    std::vector<review> made;
    for (const auto & t : texts) made.push_back(read_text(t));
    return made;
}

team_view team_of(const std::vector<review> & reviews) {
    std::vector<const review *> pointers;
    for (const auto & r : reviews) pointers.push_back(&r);
    return the_engine().team(pointers);
}

const team_criterion * find(const team_view & in, std::string_view id) {
    for (const auto & c : in.criteria)
        if (the_engine().criteria()[c.criterion].id == id) return &c;
    return nullptr;
}

}  // namespace

TEST_CASE("what the description asks stands to the advert as dropped, weaker, kept or added") {
    const std::string maintain = "Clerk\n\nYou will maintain spreadsheets to track spending.\n";
    const std::tuple<std::string, std::string, std::string> rows[] = {
        {maintain, maintain, "spreadsheets kept"},
        {"Clerk\n\nYou will answer the telephone.\n", maintain, "spreadsheets dropped"},
        {maintain, "Clerk\n\nYou will answer the telephone.\n", "spreadsheets added"},
        {"Clerk\n\nRequirements\n- Excel\n", maintain, "spreadsheets weaker"},
        {"Clerk\n\nDesirable\n- Experience of Excel\n", "Clerk\n\nEssential\n- Experience of Excel\n", "spreadsheets weaker"},
        {maintain, "Clerk\n\nRequirements\n- Excel\n", "spreadsheets kept"},
        {"Clerk\n\nYou will type.\nHours: 30 a week\n", "Clerk\n\nYou will type.\nHours: 35 a week\nSalary: £24,000 a year\n", "salary dropped; hours_per_week differs"},
        {"Clerk\n\nYou will type. A driving licence is needed.\n", "Clerk\n\nYou will type. A driving licence and an enhanced DBS check are needed.\n", "checks dropped"},
        {"Clerk\n\nYou will type.\nHours: 30 a week\n", "Clerk\n\nYou will type.\n", ""},
    };
    for (const auto & [advert, description, expected] : rows) {
        INFO(advert << "beside\n" << description);
        CHECK(compared(advert, description) == expected);
    }
}

TEST_CASE("the words to paste are the description's own where they say what is done") {
    CHECK(sentence_for("Clerk\n\nYou will answer the telephone.\n", "Clerk\n\nYou will maintain spreadsheets to track spending.\n") == "own: You will maintain spreadsheets to track spending.");
    CHECK(sentence_for("Clerk\n\nYou will answer the telephone.\n", "Clerk\n\nRequirements\n- Excel\n").starts_with("ours: You will "));
}

TEST_CASE("a team asks what one of its adverts asks") {
    const auto reviews = reviews_of({"Caseworker\n\nYou will log every case in our casework system.\n", "Office manager\n\nGood IT skills are essential.\n", "Communications officer\n\nYou will write posts for our social media channels.\n"});
    const auto team = team_of(reviews);
    CHECK(team.judged == std::vector<std::uint32_t>{0, 1, 2});

    const auto * records = find(team, "records-systems");
    REQUIRE(records);
    CHECK((records->coverage == team_coverage::asked && !records->basic && records->asked_by.size() == 1 && records->asked_by[0].advert == 0));
    const auto * basics = find(team, "digital-basics");
    REQUIRE(basics);
    CHECK((basics->coverage == team_coverage::vague && basics->basic && basics->asked_by.size() == 1 && basics->asked_by[0].advert == 1));
    CHECK_FALSE(basics->sentence.empty());

    // Nobody is asked for it: a sentence, and the advert whose work is made of it.
    const auto * abuse = find(team, "online-safety");
    REQUIRE(abuse);
    CHECK((abuse->coverage == team_coverage::nobody && abuse->asked_by.empty() && !abuse->sentence.empty()));
    CHECK(abuse->core_for == std::vector<std::uint32_t>{2});
    CHECK(abuse->best_for == 2u);

    // No work of this team is made of it and nobody asks it.
    CHECK_FALSE(find(team, "specialist-technology"));
    for (const auto & p : team.practices) CHECK((p.asked_by.empty() && !p.sentence.empty()));
}

TEST_CASE("what cannot be judged is not counted") {
    auto reviews = reviews_of({"Clerk\n\nYou will maintain spreadsheets to track spending.\n"});
    auto foreign = the_engine().review("Sachbearbeiter\n\nSie pflegen unsere Tabellen.\n", {.language = "de", .input = "text"});
    REQUIRE(foreign);
    reviews.push_back(std::move(foreign->adverts.at(0)));
    CHECK_FALSE(the_engine().compare(reviews[0], reviews[1]).judged);
    CHECK(the_engine().compare(reviews[0], reviews[1]).criteria.empty());
    CHECK(team_of(reviews).judged == std::vector<std::uint32_t>{0});
    reviews.erase(reviews.begin());
    CHECK(team_of(reviews).criteria.empty());
}
