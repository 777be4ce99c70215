// Whose sentence it is, what it asks, and what that is worth.
#include "support/catch.hpp"
#include "support/engine.hpp"

#include <rolewright/rolewright.hpp>

#include <fmt/format.h>

using namespace rolewright;

namespace {

using support::the_engine;

review read_text(const std::string & text, const std::string & role = {}) {
    auto made = the_engine().review(text, {.role = role, .language = "en", .input = "text"});
    REQUIRE(made);
    return std::move(made->adverts.at(0));
}

// "criterion level strength; …" of what counts, then "!why" of what does not.
std::string asked(const std::string & text) {
    const auto r = read_text(text);
    std::string out;
    for (const auto & e : r.judgement.evidence)
        out += fmt::format("{}{} {} {}", out.empty() ? "" : "; ", the_engine().criteria()[e.criterion].id, to_string(e.level), to_string(e.strength));
    if (r.judgement.evidence.empty() && !r.judgement.ignored.empty()) out = "!" + std::string(to_string(r.judgement.ignored.front().why));
    return out;
}

}  // namespace

TEST_CASE("whose sentence it is decides") {
    const std::pair<std::string, std::string> rows[] = {
        {"You will maintain spreadsheets to track spending.", "spreadsheets practical duty"},
        {"Requirements\n- Experience of Excel", "spreadsheets tool essential"},
        {"Desirable\n- Experience of Excel", "spreadsheets tool desirable"},
        {"Requirements\n- Good IT skills", "digital-basics vague essential"},
        {"Requirements\n- Knowledge of Excel would be an advantage", "spreadsheets tool desirable"},
        {"Interviews will be held on Microsoft Teams.", "!interview"},
        {"Follow us on Facebook and Twitter.", "!reader"},
        {"No experience of Excel is needed.", "!negated"},
        {"We want you to excel in your career.", ""},
        {"All candidates will be asked to complete an Excel test.", "spreadsheets practical essential"},
        {"You will log every case in our casework system. We will show you how it works.", "records-systems practical trained"},
    };
    for (const auto & [text, expected] : rows) {
        INFO(text);
        CHECK(asked(text) == expected);
    }
    CHECK(asked("No experience needed, but you must use Excel.").find("spreadsheets") == 0);
    // The second sentence alone would be a duty; the first says whose name opens it.
    CHECK(asked("Zenvio is a growing firm. Zenvio maintains a large customer database.") == "!employer");
}

TEST_CASE("a quotation of a long clause neither cuts a word nor ends in mid-thought") {
    const std::pair<std::string, std::string> rows[] = {
        {"What you will do\n- You will meet the regional directors in the spring and update our SharePoint and the shared calendars for the many small offices of the north", "update our SharePoint and the shared calendars"},
        {"What you will do\n- Every month the new person sits down with all of our suppliers to agree prices and will install new plug-ins in WordPress with help from the design agency next door", "install new plug-ins in WordPress"},
    };
    for (const auto & [text, quote] : rows) {
        const auto r = read_text(text);
        REQUIRE(!r.judgement.evidence.empty());
        CHECK(r.judgement.evidence.front().quote.of(r.advert.source.text) == quote);
    }
}

TEST_CASE("a paragraph behind a label is read sentence by sentence") {
    const auto r = read_text("Required Qualifications: High school diploma. You know Excel. You are kind to the people who come to our counter every day, whoever they are. You lift boxes, you sort the post and you smile, "
                             "and on most days you are the first whom our visitors meet when they come in from the rain.");
    REQUIRE(r.judgement.evidence.size() == 1);
    CHECK(r.judgement.evidence.front().quote.of(r.advert.source.text) == "You know Excel");
}

TEST_CASE("the score is enough, not everything") {
    const auto base = read_text("What you will do\n- You will maintain spreadsheets to track spending.\n", "caseworker");
    CHECK(base.card.mention == mention::specific);
    CHECK(*base.card.score == Approx(10));
    const auto twice = read_text("What you will do\n- You will maintain spreadsheets to track spending.\n- You will update our spreadsheets.\n", "caseworker");
    CHECK(*twice.card.score == Approx(*base.card.score));
    const auto none = read_text("What you will do\n- You will welcome visitors.\n", "caseworker");
    CHECK(none.card.mention == mention::none);
    CHECK(*none.card.score == 0);
    const auto negated = read_text("What you will do\n- You do not need to maintain spreadsheets.\n", "caseworker");
    CHECK(*negated.card.score == 0);
    double points = 0;
    for (const auto & p : base.card.parts) points += p.points;
    CHECK(points == Approx(*base.card.score));
    CHECK(base.gaps.size() == 3);
    double with = *base.card.score;
    for (const auto & g : base.gaps) with += g.gain;
    CHECK(with == Approx(base.score_with_gaps));
}

TEST_CASE("a language without a pack is not judged") {
    auto made = the_engine().review("Zadania: prowadzenie dokumentacji.\n", {.language = "pl"});
    REQUIRE(made);
    CHECK_FALSE(made->adverts.at(0).card.mention);
    CHECK(made->adverts.at(0).advert.notes.at(0).code == note_code::language_without_pack);
}

TEST_CASE("the language is told from the text") {
    const std::pair<std::string, std::string> rows[] = {
        {"Kitchen porter wanted. Apply in person.", "en"},
        {"Requirements\n- Microsoft Office", "en"},
        {"Wir suchen eine Sekretärin in Vollzeit. Gute Kenntnisse in Word.", "de"},
        {"Rydym yn chwilio am weinyddwr i ymuno â'n tîm bach yn y Bala.", "cy"},
    };
    for (const auto & [text, tag] : rows) {
        INFO(text);
        auto made = the_engine().review(text, {});
        REQUIRE(made);
        CHECK(made->adverts.at(0).advert.language == tag);
        CHECK(made->adverts.at(0).card.mention.has_value() == (tag == "en"));
    }
}

TEST_CASE("a part in another language is left out of the judgement, with a note") {
    const std::string welsh = "Byddwch yn cadw cofnodion, yn ateb y ffôn ac yn helpu ymwelwyr sy'n dod i'r swyddfa bob dydd. Mae'r gallu i siarad Cymraeg yn hanfodol ar gyfer y swydd hon.";
    auto made = the_engine().review("Office assistant\n\nWhat you will do\n- You will keep our records in Microsoft Excel and help the people who come to the office every day.\n\nBeth fyddwch chi'n ei wneud\n" + welsh + "\n", {});
    REQUIRE(made);
    const auto & advert = made->adverts.at(0).advert;
    CHECK(advert.language == "en");
    CHECK(std::any_of(advert.notes.begin(), advert.notes.end(), [](const note & n) { return n.code == note_code::part_in_another_language && n.args.at(0) == "cy"; }));
    const auto from = advert.source.text.find("Beth");
    for (const auto & s : advert.statements) CHECK(s.foreign == (s.text.begin >= from));
}

TEST_CASE("the role comes from the title, the duties or the option") {
    CHECK(read_text("Senior Caseworker\n\nYou will help.").judgement.role.id == "senior-caseworker");
    CHECK(read_text("Caseworker\n\nYou will help.", "receptionist").judgement.role.why == role_why::option);
    CHECK(read_text("Join us\n\nYou will give personal care. You will help clients wash and dress. Domiciliary work.").judgement.role.why == role_why::duties);
}
