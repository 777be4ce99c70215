// Adverts in two languages, as they are common in Wales: what has no pack is left out of the judgement, and said so.
#include "support/catch.hpp"
#include "support/engine.hpp"

#include <rolewright/rolewright.hpp>

using namespace rolewright;

namespace {

review read_text(const std::string & text) {
    auto made = support::the_engine().review(text, {.date = "2026-06-01", .input = "text"});
    REQUIRE(made);
    return std::move(made->adverts.at(0));
}

bool has_note(const review & r, note_code code, const std::string & about) {
    return std::any_of(r.advert.notes.begin(), r.advert.notes.end(), [&](const note & n) { return n.code == code && !n.args.empty() && n.args.front() == about; });
}

const std::string welsh = "Rydym yn chwilio am swyddog gweinyddol i ymuno â'n tîm bach yn y dref. Byddwch yn ateb y ffôn, yn cadw cofnodion ac yn defnyddio Excel, Outlook a chyfryngau cymdeithasol bob dydd.";
const std::string english = "We are looking for an administrative officer to join our small team in the town. You will answer the telephone and maintain spreadsheets to track our spending.";

}  // namespace

TEST_CASE("of an advert in two languages the one with a pack is judged") {
    const auto alone = read_text("Administrative Officer\n\n" + english + "\n");
    for (const auto & text : {"Administrative Officer\n\n" + english + "\n\n" + welsh + "\n", "Administrative Officer\n\n" + welsh + "\n\n" + english + "\n"}) {
        INFO(text);
        const auto both = read_text(text);
        CHECK(both.advert.language == "en");
        CHECK(both.card.mention == mention::specific);
        CHECK(both.card.score == alone.card.score);
        CHECK(both.judgement.evidence.size() == alone.judgement.evidence.size());
        CHECK(both.judgement.ignored.size() == alone.judgement.ignored.size());
        CHECK(has_note(both, note_code::part_in_another_language, "cy"));
        for (const auto & s : both.advert.statements) CHECK(s.foreign == (welsh.find(std::string(s.text.of(both.advert.source.text))) != std::string::npos));
        // A draft keeps every word of it.
        const auto draft = support::the_engine().improve(both, {.format = "txt"});
        REQUIRE(draft);
        for (const auto & s : both.advert.statements)
            if (s.foreign) CHECK(draft->text.find(std::string(s.text.of(both.advert.source.text))) != std::string::npos);
    }
    CHECK_FALSE(has_note(alone, note_code::part_in_another_language, "cy"));
}

TEST_CASE("an advert in a language without a pack is not judged, and never counted as asking for nothing") {
    const auto r = read_text("Swyddog Gweinyddol\n\n" + welsh + "\n\nMae'r gallu i siarad Cymraeg yn hanfodol ar gyfer y swydd hon. Cyflog: £24,000 y flwyddyn.\n");
    CHECK(r.advert.language == "cy");
    CHECK_FALSE(r.card.mention);
    CHECK_FALSE(r.card.score);
    CHECK(r.judgement.evidence.empty());
    CHECK(r.findings.empty());
    CHECK(has_note(r, note_code::language_without_pack, "cy"));
    REQUIRE(r.advert.facts.salary);
    CHECK(r.advert.facts.salary.value->min == 24000);
}
