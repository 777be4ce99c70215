// Titles in their normal form, and the roles that they name.
#include "support/catch.hpp"
#include "support/engine.hpp"

#include <rolewright/rolewright.hpp>

using namespace rolewright;

namespace {

review read_title(const std::string & title) {
    auto made = support::the_engine().review(title + "\n\nWe look forward to hearing from you.\n", {.language = "en", .input = "text"});
    REQUIRE(made);
    return std::move(made->adverts.at(0));
}

// "normal form [what was taken off; …]".
std::string normal(const std::string & title) {
    const auto made = read_title(title).advert.title;
    std::string out = made.text + " [";
    for (const auto & words : made.taken_off) out += (&words == &made.taken_off.front() ? "" : "; ") + words;
    return out + "]";
}

}  // namespace

TEST_CASE("titles lose what is not the job") {
    const std::pair<std::string, std::string> rows[] = {
        {"Snr. Caseworker (P/T, maternity cover)", "Senior Caseworker [P/T; maternity cover]"},
        {"Staff Nurse - Ward 7 - Band 5", "Staff Nurse, Ward 7 [Band 5]"},
        {"Part-Time Receptionist", "Receptionist [Part-Time]"},
        {"Office Mgr – 12 month fixed term contract – £28,000", "Office Manager [12 month fixed term contract; £28,000]"},
        {"Nurse (Bank)", "Nurse [Bank]"},
        {"Bank Clerk", "Bank Clerk []"},
        {"Care Workers Needed", "Care Workers [Needed]"},
        {"Youth Worker (Outreach)", "Youth Worker (Outreach) []"},
        {"Marketing Asst, 30 hours per week", "Marketing Assistant [30 hours per week]"},
        {"Fixed Term Contract", "Fixed Term Contract []"},
        {"Jnr Web Developer (m/f/d)", "Junior Web Developer [m/f/d]"},
        {"Full-Stack Engineer", "Full-Stack Engineer []"},
        {"**URL:** https://jobs.example.org/17?from=mail\n\nOffice Clerk", "Office Clerk []"},
        {"https://jobs.example.org/17\n\nOffice Clerk", "Office Clerk []"},
        {"[Logo]\n\n[Department]\n\nOffice Clerk", "Office Clerk []"},
        {"Withercombe Parish Council\n\nOffice Clerk", "Office Clerk []"},
        {"COUNTY OF WITHERCOMBE\nPark Keeper II", "Park Keeper II []"},
        {"Withercombe Kites Ltd\nA small firm by the sea\nKite Designer", "Kite Designer []"},
        {"Withercombe Kites Ltd\nManager: Ms Lee\nKite Designer", "Kite Designer []"},
        {"Withercombe Kites Ltd\n\nWe make kites, and have done so for a hundred years, by the sea.", "Withercombe Kites Ltd []"},
        {"Clerk to the Parish Council\nSports Coach", "Clerk to the Parish Council []"},
        {"School Bursar\nResponsible to the Head", "School Bursar []"},
        {"Withercombe Kites Ltd\nWork with the best managers in the county\nKite Designer", "Kite Designer []"},
        {"Kite Designer | Bristol | 30 hours a week, in the office and at home, as you like it | Start in May", "Kite Designer, Bristol, in the office and at home, as you like it, Start in May [30 hours a week]"},
    };
    for (const auto & [title, expected] : rows) {
        INFO(title);
        CHECK(normal(title) == expected);
    }
}

TEST_CASE("the employer's name above the title, or right below it, is the employer") {
    CHECK(read_title("Withercombe Parish Council\n\nOffice Clerk").advert.facts.employer.value == "Withercombe Parish Council");
    CHECK(read_title("Office Clerk\n\nWithercombe Parish Council").advert.facts.employer.value == "Withercombe Parish Council");
    CHECK(read_title("Office Clerk\nCounty of Withercombe | Hillside").advert.facts.employer.value == "County of Withercombe");
    CHECK_FALSE(read_title("Office Clerk\n\nWe are a council").advert.facts.employer);
    CHECK_FALSE(read_title("Office Clerk\n\nSchool Bursar").advert.facts.employer);
    CHECK_FALSE(read_title("Office Clerk\n\nPrimary School").advert.facts.employer);
    CHECK_FALSE(read_title("Office Clerk\n\nFull Time Council").advert.facts.employer);
    CHECK(read_title("Office Clerk\n\nSalary: £21,000\nHours: 30 a week\n\nWithercombe Parish Council").advert.facts.employer.value == "Withercombe Parish Council");
    CHECK_FALSE(read_title("Office Clerk\n\nYou work for a council.\n\nWithercombe Parish Council").advert.facts.employer);
    CHECK_FALSE(read_title("Withercombe Parish Council").advert.facts.employer);
}

TEST_CASE("titles name roles") {
    const std::pair<std::string, std::string> rows[] = {
        {"Snr. Caseworker (P/T, maternity cover)", "senior-caseworker"},
        {"Urban Designer", "surveyor"},
        {"Graphic Designer", "graphic-designer"},
        {"UX Designer", "web-developer"},
        {"Programs Officer", "project-support-officer"},
        {"Library Page", "librarian"},
        {"Circulation Clerk, Main Street Branch", "librarian"},
        {"Child Care Assistant", "nursery-worker"},
        {"After School Club Leader", "nursery-worker"},
        {"Receptionist - Physiotherapy", "receptionist"},
        {"Occupational Therapist - Front of House", "therapist"},
        {"Chief Digital and Information Officer", "digital-leader"},
        {"Information Officer", "advice-worker"},
        {"Consultant Haematologist", "doctor"},
        {"Sales Consultant", "sales-executive"},
        {"Landscape Architect", "surveyor"},
        {"Data Architect", "systems-administrator"},
        {"Data Manager", "data-analyst"},
        {"Marketing Assistant", "marketing-officer"},
        {"Physician Associate", "physician-associate"},
        {"Retail Team Leader", "team-leader"},
    };
    for (const auto & [title, expected] : rows) {
        INFO(title);
        const auto role = read_title(title).judgement.role;
        CHECK(role.id == expected);
        CHECK(role.why == role_why::title);
    }
}
