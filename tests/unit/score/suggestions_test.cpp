// Every sentence that the packs offer for pasting does what it says once it stands in an advert, and so does every habit
// of account security.
#include "support/catch.hpp"
#include "support/engine.hpp"

#include <rolewright/rolewright.hpp>

#include "engine/parts.hpp"
#include "score/arithmetic.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace rolewright;

namespace {

using support::the_engine;

const packs::language_set & the_set() { return *the_engine().inside().packs.find("en"); }

}  // namespace

TEST_CASE("every suggestion asks for what it says") {
    for (const auto & s : the_set().criteria.suggestions) {
        INFO(s.id << ": " << s.sentence);
        const auto result = the_engine().review("Clerk\n\nWhat you will do\n- " + s.sentence + "\n", {.role = s.families.empty() ? "office" : s.families.front(), .language = "en", .input = "text"});
        REQUIRE(result);
        const auto & evidence = result->adverts.front().judgement.evidence;
        const auto asks = [&](const rolewright::evidence & e) { return e.criterion == s.criterion && e.level == level::practical && e.strength == s.strength && (!s.practice || e.practice == s.practice); };
        CHECK(std::any_of(evidence.begin(), evidence.end(), asks));
    }
}

TEST_CASE("every habit has a name, and a sentence for each way of learning that asks for it alone") {
    const auto & pack = the_set().criteria;
    std::map<security_practice, std::set<learning_way>> ways;
    for (const auto & s : pack.suggestions) {
        if (!s.practice) continue;
        INFO(s.id);
        CHECK(s.strength == strength::trained);
        ways[*s.practice].insert(s.way);
        const auto result = the_engine().review("Clerk\n\nWhat you will do\n- " + s.sentence + "\n", {.role = "office", .language = "en", .input = "text"});
        REQUIRE(result);
        for (const auto & e : result->adverts.front().judgement.evidence)
            if (e.practice) CHECK(e.practice == s.practice);
    }
    for (std::size_t i = 0; i < names_of<security_practice>().size(); ++i) {
        const auto practice = static_cast<security_practice>(i);
        INFO(to_string(practice));
        CHECK(ways[practice].size() == names_of<learning_way>().size());
        CHECK(std::any_of(pack.practices.begin(), pack.practices.end(), [&](const auto & p) { return p.practice == practice && !p.title.empty() && !p.about.empty(); }));
        CHECK(std::any_of(pack.evidence.begin(), pack.evidence.end(), [&](const auto & e) { return e.practice == practice && e.level == level::practical; }));
    }
}

TEST_CASE("nobody is told of what the advert's own asks imply") {
    const auto suggests = [](const std::string & duty, std::string_view criterion) {
        const auto result = the_engine().review("Clerk\n\nWhat you will do\n- " + duty + "\n", {.role = "communications", .language = "en", .input = "text"});
        REQUIRE(result);
        const auto & r = result->adverts.front();
        const auto all = scoring::gaps(r.judgement, r.card, scoring::arithmetic(r.judgement.role, the_set()), the_set().criteria.criteria.size()).gaps;
        return std::any_of(all.begin(), all.end(), [&](const gap & g) { return the_set().criteria.criteria[g.criterion].id == criterion; });
    };
    CHECK(suggests("You will file letters in the drawer.", "digital-basics"));
    CHECK_FALSE(suggests("You will build our website in HTML.", "digital-basics"));
}

TEST_CASE("habits in one sentence are told apart") {
    const auto result = the_engine().review("Clerk\n\nWhat you will do\n- You will use strong passwords and two-step log-in.\n", {.role = "office", .language = "en", .input = "text"});
    REQUIRE(result);
    std::set<std::string_view> found;
    for (const auto & e : result->adverts.front().judgement.evidence)
        if (e.practice) found.insert(to_string(*e.practice));
    CHECK(found == std::set<std::string_view>{"passwords", "two-factor"});
}

TEST_CASE("each criterion has tools, sentences and its place in each framework") {
    const auto & pack = the_set().criteria;
    REQUIRE(pack.frameworks.size() == 2);
    for (const auto & f : pack.frameworks) CHECK(f.items.size() == (f.id == "digcomp-3.0" ? 21 : 6));
    for (std::uint16_t c = 0; c < pack.criteria.size(); ++c) {
        INFO(pack.criteria[c].id);
        const auto mine = [&](const auto & x) { return x.criterion == c; };
        CHECK(std::any_of(pack.tools.begin(), pack.tools.end(), [&](const packs::tool_kind & t) { return mine(t) && std::any_of(t.tools.begin(), t.tools.end(), [](const auto & x) { return x.free; }); }));
        CHECK(std::any_of(pack.suggestions.begin(), pack.suggestions.end(), mine));
        for (const auto & f : pack.frameworks) CHECK(std::any_of(f.maps.begin(), f.maps.end(), mine));
    }
}
