#include "support/catch.hpp"
#include "support/documents.hpp"

using namespace rolewright;
using support::printed;

namespace {

std::string of(std::string_view bytes, const read_options & options = {}) { return printed(read(bytes, options)); }

}  // namespace

TEST_CASE("a table is told by its head, whatever parts its cells") {
    const std::string expected = "csv\nid: 1; title: Clerk; employer: Acme; closing: 2026-06-20\np Type, and file.\nid: 2; title: Cook; employer: Acme\np Cook.\n";
    CHECK(of("Job ID,Job title,Employer,Closing date,Description\n1,Clerk,Acme,2026-06-20,\"Type, and file.\"\n2,Cook,Acme,,Cook.\n") == expected);
    CHECK(of("\xEF\xBB\xBFJob ID;Job title;Employer;Closing date;Description\r\n1;Clerk;Acme;2026-06-20;Type, and file.\r\n2;Cook;Acme;;Cook.\r\n") == expected);
    CHECK(of("job_id\tjob_title\temployer\tclosing_date\tdescription\n1\tClerk\tAcme\t2026-06-20\tType, and file.\n2\tCook\tAcme\t\tCook.") == expected);
    CHECK(of("sep=|\nJob ID|Job title|Employer|Closing date|Description\n1|Clerk|Acme|2026-06-20|Type, and file.\n2|Cook|Acme||Cook.\n") == expected);
    CHECK(of("Stellenbezeichnung;Arbeitgeber;Bewerbungsfrist;Stellenbeschreibung\nKoch;Acme;20.06.2026;Kochen.\n") == "csv\ntitle: Koch; employer: Acme; closing: 2026-06-20\np Kochen.\n");
}

TEST_CASE("cells hold quotes, line ends and markup; what cannot be read as a value is a row of the text") {
    CHECK(of("title,description,salary,closing date,hours per week,contract type,requirements\n\"The \"\"Clerk\"\"\",\"<p>One</p>\n<p>Two</p>\",£12 an hour,1 March 2027,37.5,Permanent,\"- Care\n- Order\"\n") ==
          "csv\ntitle: The \"Clerk\"; hours: 37.5; contract: permanent\nc Salary\nc £12 an hour\nc Closing date\nc 1 March 2027\np One\np Two\nh Requirements\n- Care\n- Order\n");
    // 03/04 is April or March: the country says which.
    CHECK(of("title,description,closing date,country\nClerk,Text,03/04/2027,US\nClerk,Text,03/04/2027,GB\nClerk,Text,03/04/2027,\nClerk,Text,13/04/2027,\n") ==
          "csv\ntitle: Clerk; country: US; closing: 2027-03-04\np Text\ntitle: Clerk; country: GB; closing: 2027-04-03\np Text\ntitle: Clerk\nc Closing date\nc 03/04/2027\np Text\ntitle: Clerk; closing: 2027-04-13\np Text\n");
    CHECK(of("title,salary min,salary max,currency,salary period,description\nClerk,12.50,13,gbp,hour,Text\n") == "csv\ntitle: Clerk; pay: 12.5-13 GBP hour\np Text\n");
}

TEST_CASE("ragged rows and open quotes are read, with a note") {
    CHECK(of("title,employer,description\nClerk,Acme,We type, file, and post.\nCook,Acme\n") == "csv +rows-ragged(2)(1)\ntitle: Clerk; employer: Acme\np We type, file, and post.\ntitle: Cook; employer: Acme\n");
    CHECK(of("title,employer,description\nClerk,Acme,\"We type\nCook,Acme,Cook.\n") == "csv +quote-not-closed\ntitle: Clerk; employer: Acme\np \"We type\ntitle: Cook; employer: Acme\np Cook.\n");
    CHECK(of("title,employer,description\nClerk,Acme,The 5\" rule\n") == "csv\ntitle: Clerk; employer: Acme\np The 5\" rule\n");
}

TEST_CASE("prose with commas is no table") {
    for (const auto * text : {"Clerk, typist\n\nWe need a clerk, full time, for our office.\n", "Title, description\n", "Location\tLeeds\nSalary\t£20\n", "We ask for title, description and employer of each post, as usual.\nThanks.\n"}) {
        INFO(text);
        CHECK(read(text)->format == "text");
    }
}

TEST_CASE("hostile tables cost bounded time and memory") {
    std::string all = "title,description\n";
    while (all.size() < 2'000'000) all += "\"a,";
    CHECK(read(all, {"csv", {}, {}}));
    CHECK(of("title,description\n" + std::string(1'000'000, ','), {"csv", {}, {}}) == "csv +no-advert-fields\n");
    std::string rows = "title,description\n";
    for (int i = 0; i < 1000; ++i) rows += "a,b\n";
    const auto made = read(rows, {"csv", {.adverts = 10}, {}});
    REQUIRE(made);
    CHECK(made->documents.size() == 10);
    CHECK(made->notes.at(0).code == note_code::too_many_adverts);
}
