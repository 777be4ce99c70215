// Sections, statements and facts as the engine reads them, on lines written for the purpose.
#include "support/catch.hpp"
#include "support/engine.hpp"
#include "support/said.hpp"

#include <rolewright/rolewright.hpp>

using namespace rolewright;

namespace {

using support::the_engine;

review read_text(const std::string & text, const std::string & country = "GB") {
    review_options options{.language = "en", .country = country, .input = "text"};
    auto made = the_engine().review(text, options);
    REQUIRE(made);
    return std::move(made->adverts.at(0));
}

std::string pay_of(const std::string & line, const std::string & country = "GB") {
    return support::value_of(read_text(line + "\n", country).advert.facts.salary);
}

}  // namespace

TEST_CASE("sections have the kind of their headings, or of their sentences") {
    const auto r = read_text("Clerk\n\nABOUT US\nWe are a charity.\n\nWhat you will do\n- type\n- file\n\nEssential:\n- Excel\n\nHow to apply\nSend a letter.\n");
    std::string out;
    for (const auto & s : r.advert.sections) out += std::string(s.heading.of(r.advert.source.text)) + "=" + std::string(to_string(s.kind)) + " ";
    CHECK(out == "=other ABOUT US=employer What you will do=duties Essential:=essential How to apply=apply ");
    CHECK(r.advert.facts.title.value == "Clerk");

    const auto plain = read_text("We are a small charity in the north. You will answer the telephone and be responsible for the post. You must have a driving licence. Please apply online by Friday.");
    std::string kinds;
    for (const auto & s : plain.advert.statements) kinds += std::string(to_string(s.kind)) + " ";
    CHECK(kinds == "employer duties requirements apply ");
}

TEST_CASE("headings of one advert look alike") {
    const std::string below = "\nIt is a plain sentence of some length, written so that a heading can stand above it.\n\n";
    const auto headings = [](const std::string & text) {
        const auto r = read_text("Kite maker\n\n" + text);
        std::string made;
        for (const auto & s : r.advert.sections)
            if (!s.heading.empty()) made += (made.empty() ? "" : "|") + std::string(s.heading.of(r.advert.source.text));
        return made;
    };
    CHECK(headings("About us" + below + "How to apply" + below + "Odds and ends" + below) == "About us|How to apply|Odds and ends");
    CHECK(headings("About us" + below + "Wind and weather" + below + "Odds and ends" + below) == "About us|Wind and weather|Odds and ends");
    // Without one that is known they say nothing; nor does one that is set otherwise, or is no heading by its words.
    CHECK(headings("Kites and strings" + below + "Wind and weather" + below + "Odds and ends" + below) == "");
    CHECK(headings("About us" + below + "How to apply" + below + "Odds and ends\n" + below) == "About us|How to apply");
    CHECK(headings("About us" + below + "How to apply" + below + "12 Mill Lane" + below + "Write to Ann, please" + below) == "About us|How to apply");
    CHECK(headings("1. Purpose of the job" + below + "2. Main duties" + below + "3. Odds and ends" + below) == "1. Purpose of the job|2. Main duties");
    CHECK(headings("Duties\n- Communication\n- Main duties\n") == "Duties");
    CHECK(headings("Duties\n1. Welsh\n2. Experience\n\nYou keep the keys.") == "Duties");
    CHECK(headings("How to apply" + below + "You are assessed on these behaviours:\n\nWorking together\n\nDelivering at pace\n\nMaking effective decisions\n\nAbout us" + below) == "How to apply|About us");
    CHECK(headings("How to apply" + below + "Working together\n\nYou help others to make kites.\n\nDelivering at pace\n\nYou make kites fast.\n\n") == "How to apply|Working together|Delivering at pace");
    // A table of contents.
    CHECK(headings("About us\n\nThe mill\n\nThe role\n\nHow to apply\n\nDear reader,\n\nAbout us" + below + "The mill" + below + "The role" + below + "How to apply" + below) == "About us|The mill|The role|How to apply");
    CHECK(headings("Essential\n\nKnots\n\nDesirable\n\nWelsh\n\nThat is all.\n\nEssential\n\nYou can drive.\n\nDesirable\n\nYou can swim.\n") == "Essential|Desirable|Essential|Desirable");
    CHECK(headings("About us\n\nThe mill\n\nHow to apply" + below) == "About us|How to apply");
    CHECK(headings("About us" + below + "About you\n\nGood with kites" + below + "How to apply" + below) == "About us|About you|How to apply");
}

TEST_CASE("a line that states a fact is no heading, however it is set") {
    const auto headings = [](const std::string & bold) {
        auto made = the_engine().review("<p>We make kites in a mill.</p><p><strong>" + bold + "</strong></p><p>The mill stands by the river.</p>", {.language = "en", .country = "GB", .input = "html"});
        REQUIRE(made);
        const auto & a = made->adverts.at(0).advert;
        return std::count_if(a.sections.begin(), a.sections.end(), [](const section & s) { return !s.heading.empty(); });
    };
    for (const auto * fact : {"Permanent", "Full time", "Band 4", "36 hours per week", "36 hours per week - permanent", "HOURS: 36 - FULL TIME", "Full time, permanent", "£23,000 - £25,000 per annum", "9 month fixed term contract", "Contract type - permanent", "Contract type- Permanent", "Closing date: 9 May", "Shortlisting: 11th May 2026", "Location -Ludlow"}) {
        INFO(fact);
        CHECK(headings(fact) == 0);
    }
    for (const auto * heading : {"Working hours", "Contract", "Odds and ends", "Working at the mill", "Pay: what you will earn", "Benefits - what we offer you", "Department: who we are", "Sick pay", "Insurance", "Remote working", "On call", "Night shift", "Driving licence", "Bank staff", "Voluntary work", "Weekly pay", "Level 3", "Year 2", "Benefits and opportunities", "Vision: 2030", "Support 1:1", "Ten reasons to join us", "Our aim: 100 kites for the fair", "Requirements: what we ask of you"}) {
        INFO(heading);
        CHECK(headings(heading) == 1);
    }
}

TEST_CASE("below what is offered, a sentence may ask") {
    const auto r = read_text("Clerk\n\nBenefits\n- A pension\n- Free tea\n\nYou must have a driving licence and you will need experience of typing.\n");
    REQUIRE(r.advert.statements.size() == 3);
    CHECK(r.advert.statements[1].kind == section_kind::benefits);
    CHECK(r.advert.statements[2].kind == section_kind::requirements);
}

TEST_CASE("clauses tile their statement") {
    const auto r = read_text("You must use Excel, although training will be given; you will type letters, but Word is not essential.");
    REQUIRE(r.advert.statements.size() == 1);
    const auto & s = r.advert.statements[0];
    CHECK(s.clause_count == 4);
    auto at = s.text.begin;
    for (const auto & c : r.advert.clauses) {
        CHECK(c.text.begin == at);
        at = c.text.end;
    }
    CHECK(at == s.text.end);
}

TEST_CASE("pay is read as written") {
    const std::tuple<std::string, std::string, std::string> rows[] = {
        {"Salary: £24,000 to £28,500 a year", "GB", "24000 28500 GBP year"},
        {"Salary: £32 - £38k", "GB", "32000 38000 GBP year"},
        {"Pay: £12.60 per hour", "GB", "12.6 12.6 GBP hour"},
        {"Salary: up to £30,000 per annum", "GB", "- 30000 GBP year"},
        {"Salary: from £30,000", "GB", "30000 - GBP year"},
        {"Salary: $22-$28/hour", "CA", "22 28 CAD hour"},
        {"Salary: $55,000 - $60,000 annually", "US", "55000 60000 USD year"},
        {"Salary: €3.200 per month", "", "3200 3200 EUR month"},
        {"You will manage a budget of £40,000.", "GB", "none"},
        {"A welcome bonus of £500", "GB", "none"},
        {"Closing date: 3 May 2027", "GB", "none"},
    };
    for (const auto & [line, country, expected] : rows) {
        INFO(line);
        CHECK(pay_of(line, country) == expected);
    }
}

TEST_CASE("dates, hours, contract, workplace and experience are read as written") {
    const auto facts = [](const std::string & text, const std::string & country = "GB") { return read_text(text, country).advert.facts; };
    CHECK(to_string(*facts("Closing date: 9 April 2027").closing.value) == "2027-04-09");
    CHECK(to_string(*facts("Closing date: 04/09/2027").closing.value) == "2027-09-04");
    CHECK(to_string(*facts("Deadline: 04/09/2027", "US").closing.value) == "2027-04-09");
    CHECK(to_string(*facts("Please apply by April 9th, 2027.").closing.value) == "2027-04-09");
    CHECK_FALSE(facts("Closing date: 9 April").closing);
    CHECK_FALSE(facts("Closing date: 9 April").closing.ranges.empty());
    CHECK(to_string(*facts("Interviews will be held on 3 May 2027.").interview.value) == "2027-05-03");
    CHECK(*facts("Hours: 37.5").hours_per_week.value == 37.5);
    CHECK(*facts("You will work 20 hours per week.").hours_per_week.value == 20);
    CHECK_FALSE(facts("Reply within 48 hours.").hours_per_week);
    CHECK(*facts("This is a permanent post.").contract.value == contract_kind::permanent);
    CHECK(*facts("A fixed-term contract of one year.").contract.value == contract_kind::fixed_term);
    CHECK(*facts("We offer hybrid working.").workplace.value == workplace_kind::hybrid);
    CHECK(*facts("You need at least two years' experience in an office.").experience_years.value == 2);
    CHECK_FALSE(facts("We have 30 years of experience in roofing.").experience_years);
    CHECK_FALSE(facts("Pay: [Question: What does the job pay?]").salary);
    CHECK(facts("Write to jobs@example.org.").contact_email.value == "jobs@example.org");
}
