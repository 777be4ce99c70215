// What stands at the top of a draft, and what it leaves alone.
#include "support/catch.hpp"
#include "support/engine.hpp"

#include <rolewright/rolewright.hpp>

using namespace rolewright;

namespace {

using support::the_engine;

struct beside_the_text {
    std::optional<std::string> title, employer, location;
    std::optional<calendar_date> closing;
};

std::string draft_of(const std::string & text, const beside_the_text & given = {}, const std::string & role = "office") {
    auto read = the_engine().review(text, {.language = "en", .input = "text"});
    REQUIRE(read);
    auto doc = read->adverts.at(0).advert.source;
    doc.given.title = given.title, doc.given.employer = given.employer, doc.given.location = given.location, doc.given.closing = given.closing;
    const auto made = the_engine().improve(the_engine().review(std::move(doc), {.role = role, .language = "en", .country = "GB"}), {.format = "md"});
    REQUIRE(made);
    return made->text;
}

bool holds(const std::string & text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the table says what the text states, and what stood beside it") {
    const auto draft = draft_of("Kite Maker\n\nYou work 30 hours a week for £21,000 a year. This is a 9 month fixed term contract.", {.employer = "Withercombe Kites Ltd", .location = "Ludlow", .closing = calendar_date{2026, 12, 1}});
    INFO(draft);
    CHECK(holds(draft, "| Pay | £21,000 a year |"));
    CHECK(holds(draft, "| Hours | 30 a week |"));
    CHECK(holds(draft, "| Contract | 9 month fixed term contract |"));
    CHECK(holds(draft, "| Location | Ludlow |"));
    CHECK(holds(draft, "| Apply by | 1 December 2026 |"));
    CHECK(holds(draft, "\nWithercombe Kites Ltd\n"));
    CHECK_FALSE(holds(draft_of("Kite Maker\n\nWithercombe  KITES Ltd is a mill.", {.employer = "Withercombe Kites Ltd"}), "\nWithercombe Kites Ltd\n"));
}

TEST_CASE("a label without a value hides none that is known") {
    const auto draft = draft_of("Kite Maker\n\nClosing date: TBC\n\nYou make kites.", {.closing = calendar_date{2026, 12, 1}});
    INFO(draft);
    CHECK(holds(draft, "| Apply by | 1 December 2026 |"));
    CHECK(holds(draft, "\nClosing date: TBC\n"));
}

TEST_CASE("what is said twice stands once, and of several sums their labels tell which is which") {
    CHECK(holds(draft_of("Kite Maker\n\nContract: permanent\n\nContract: permanent\n\nYou make kites."), "| Contract | permanent |\n| Where"));
    CHECK(holds(draft_of("Kite Maker\n\nDay rate: £11 an hour\nNight rate: £14 an hour\n\nYou make kites."), "| Pay | Night rate: £14 an hour |"));
}

TEST_CASE("a draft has the title of the record, unless the line says it too") {
    CHECK(draft_of("Kite Maker - Ludlow\n\nYou make kites.", {.title = "Kite Maker"}).starts_with("# Kite Maker - Ludlow\n"));
    const auto draft = draft_of("Withercombe Mill\n\nYou make kites.", {.title = "Kite Maker"});
    CHECK(draft.starts_with("# Kite Maker\n"));
    CHECK(holds(draft, "\nWithercombe Mill\n"));
    CHECK(draft_of("The Kite Maker is one of the people of our mill in the dale\n\nYou make kites.", {.title = "Kite Maker"}).starts_with("# Kite Maker\n"));
}

TEST_CASE("home working is asked about where somebody might") {
    CHECK(holds(draft_of("Kite Maker\n\nYou make kites.", {}, "office"), "| Where | [Question:"));
    CHECK_FALSE(holds(draft_of("Kite Maker\n\nYou make kites.", {}, "health-clinical"), "| Where |"));
}

TEST_CASE("a vague ask gives way only where nothing is lost with it") {
    const std::string below = "Clerk\n\nWhat you need\n- ";
    CHECK(holds(draft_of(below + "Good IT skills\n- A bicycle"), "Good IT skills") == false);
    CHECK(holds(draft_of(below + "Good service and IT skills\n- A bicycle"), "Good service and IT skills"));
}
