// Facts of lines written for the purpose, fact by fact: the value, or "none".
#include "support/catch.hpp"
#include "support/engine.hpp"
#include "support/said.hpp"

#include <rolewright/rolewright.hpp>

#include <chrono>

using namespace rolewright;

namespace {

using support::the_engine;
using support::value_of;

advert read_advert(const std::string & text, const std::string & country = "GB") {
    auto made = the_engine().review("Clerk\n\n" + text + "\n", {.language = "en", .country = country, .input = "text"});
    REQUIRE(made);
    return std::move(made->adverts.at(0).advert);
}

struct row {
    std::string text, expected, country = "GB";
};

template <class F>
void check(const std::vector<row> & rows, F && fact_of) {
    for (const auto & r : rows) {
        INFO(r.text << " (" << r.country << ")");
        CHECK(value_of(fact_of(read_advert(r.text, r.country).facts)) == r.expected);
    }
}

std::string notes_of(const advert & of) {
    std::string made;
    for (const auto & n : of.notes)
        if (n.code != note_code::role_unknown) made += (made.empty() ? "" : " ") + std::string(to_string(n.code));
    return made;
}

}  // namespace

TEST_CASE("pay: ranges, ends, periods, currencies") {
    check({
              {"Salary: £21,300 - £23,900 - £26,400", "21300 26400 GBP year"},
              {"Up to £31k", "- 31000 GBP year"},
              {"Salary £26,000+", "26000 - GBP year"},
              {"£12.15ph rising to £12.90 after six months", "12.15 12.9 GBP hour"},
              {"We pay £11.80 p/h.", "11.8 11.8 GBP hour"},
              {"Hourly rate: £13", "13 13 GBP hour"},
              {"Annual salary between £28,000 and £31,000", "28000 31000 GBP year"},
              {"Grade 6: £29,100", "29100 29100 GBP year"},
              {"Band 4 - £23,500 – £25,100", "23500 25100 GBP year"},
              {"Scale 5 £27,000 - £29,000 inc London weighting", "27000 29000 GBP year"},
              {"East £24,000, west £26,000", "24000 26000 GBP year"},
              {"US$70k", "70000 70000 USD year", "US"},
              {"$61,000 - $68,000", "61000 68000 CAD year", "CA"},
              {"$61,000 - $68,000", "61000 68000 USD year", ""},
              {"$61,000 - $68,000 plus super", "61000 68000 AUD year", ""},
              {"$61,000 - $68,000 plus super\n\nABOUT US\nWe make kites.", "61000 68000 AUD year", ""},
              {"$61,000 - $68,000\n\nOur shop is in Toronto, Ontario, Canada.", "61000 68000 CAD year", ""},
              {"$61,000 - $68,000\n\nOur shops are in Ontario, Canada, and in Melbourne, VIC.", "61000 68000 USD year", ""},
              {"$61,000 - $68,000\n\nWe sell kites in Toronto and in Melbourne, FL.", "61000 68000 USD year", ""},
              {"$61,000 NZD a year", "61000 61000 NZD year", ""},
              {"£31,000\n\nYou travel to Melbourne.", "31000 31000 GBP year", ""},
              {"CHF 92'000", "92000 92000 CHF year", "CH"},
              {"33 000 kr per månad", "33000 33000 SEK month", "SE"},
              {"3.100,50 € pro Monat", "3100.5 3100.5 EUR month", "DE"},
              {"9 000 - 11 000 PLN", "9000 11000 PLN month", "PL"},
              {"R310 000 a year", "310000 310000 ZAR year", "ZA"},
              {"8-9 LPA", "800000 900000 INR year", "IN"},
              {"KES 90,000 per month", "90000 90000 KES month", "KE"},
              {"Salary: 24k - 27k", "24000 27000 GBP year"},
          },
          [](const advert_facts & f) { return f.salary; });
}

TEST_CASE("pay: full-time and actual pay, other money, no figure") {
    check({
              {"£30,000 FTE (£18,000 actual)", "30000 30000 GBP year"},
              {"£18,000 (£30,000 FTE)", "30000 30000 GBP year"},
              {"£30,000 pro rata (0.6 FTE = £18,000)", "30000 30000 GBP year"},
              {"£27,000 plus a car allowance of £4,000", "27000 27000 GBP year"},
              {"£27,000 - £29,000 + £1,500 welcome bonus", "27000 29000 GBP year"},
              {"£32k base, OTE £50k", "32000 32000 GBP year"},
              {"£50,000 OTE", "none"},
              {"You will look after a budget of £80,000.", "none"},
              {"We raised £3 million for hospices.", "none"},
              {"£110 per session", "none"},
              {"£1,000 joining bonus; £13 an hour", "13 13 GBP hour"},
              {"£10.20 (under 21), £12.10 (over 21)", "10.2 12.1 GBP hour"},
              {"circa 30k", "30000 30000 GBP year"},
              {"A competitive salary", "none"},
              {"Band 7", "none"},
              {"37.5 hours per week", "none"},
              {"Day rate - £11.20 an hour\nNight/Sat rate - £14.10 an hour\nSun/bank holiday rate - £17.30 an hour", "11.2 17.3 GBP hour"},
              {"Salary: 21500 + £900 allowance", "21500 21500 GBP year", ""},
              {"£2,500 towards relocating", "none"},
              {"You can lift 20-30 pounds.", "none"},
          },
          [](const advert_facts & f) { return f.salary; });
}

TEST_CASE("figures that look mistyped get a note") {
    CHECK(value_of(read_advert("Pay: £21,75 per hour").facts.salary) == "21.75 21.75 GBP hour");
    CHECK(notes_of(read_advert("Pay: £21,75 per hour")) == "figure-unclear");
    CHECK(value_of(read_advert("Salary: £28,0000").facts.salary) == "28000 28000 GBP year");
    CHECK(notes_of(read_advert("Salary: £28,0000")) == "figure-unclear");
    CHECK(value_of(read_advert("Salary: £28, 500 - £31,000").facts.salary) == "28500 31000 GBP year");
    CHECK(notes_of(read_advert("Salary: £28, 500 - £31,000")) == "figure-unclear");
    CHECK(value_of(read_advert("You sell toys for £12, 300 children a day buy one.").facts.salary) == "none");
    for (const auto * sum : {"Salary: £28, 500 p.a.", "Salary: £28, 500pa", "Salary: £28, 500 a year", "Salary: £28, 500 plus a pension", "Salary: £28, 500."}) {
        INFO(sum);
        CHECK(value_of(read_advert(sum).facts.salary) == "28500 28500 GBP year");
    }
    CHECK(value_of(read_advert("Pay: £20, 200 a day").facts.salary) != "20200 20200 GBP year");
    CHECK(value_of(read_advert("Pay: £12, 200 hours").facts.salary) == "12 12 GBP hour");
    CHECK(value_of(read_advert("Pay is £150, 250 or 300 per day").facts.salary) == "150 150 GBP day");
    CHECK(value_of(read_advert("Pay: $22, 401(k) and dental", "US").facts.salary) == "22 22 USD hour");
    CHECK(value_of(read_advert("£13, 100% of it in your hand").facts.salary) == "13 13 GBP hour");
    CHECK(notes_of(read_advert("Pay: 21,75 € per hour", "DE")).empty());
    CHECK(notes_of(read_advert("Salary: £28,000")).empty());
}

TEST_CASE("dates: closing, interview, start, posted") {
    check({
              {"Closing date: noon, Friday 9 April 2027", "2027-04-09"},
              {"The closing date is the twenty-second of June 2027.", "2027-06-22"},
              {"Closing date: 4/9/27", "2027-09-04"},
              {"Closing date: 4/9/27", "2027-04-09", "US"},
              {"Deadline: 23/4/2027", "2027-04-23", "US"},
              {"Closes 5.6.2027", "2027-06-05"},
              {"Please send your form by 6-Mar-2027.", "2027-03-06"},
              {"CLOSING DATE:3RD JUNE2027", "2027-06-03"},
              {"The closing date has been extended from 2 May 2027 to 9 May 2027.", "2027-05-09"},
              {"Posted: 1 May 2027; apply by 20 May 2027; interviews on 1 June 2027", "2027-05-20"},
              {"Last date 12 May 2027. Interviews on 19 May 2027.", "2027-05-12"},
              {"How to apply\n\nSend a page on what you would do for the village to the clerk before 5pm on Friday 14 May 2027.", "2027-05-14"},
              {"How to apply\n\nIf you have not heard from us by 14 May 2027, please assume that you were not chosen.", "none"},
              {"Duties\n- Send the accounts to the council before 14 May 2027", "none"},
              {"How to apply\n\nTell us in your own words why you want it, by 9am on 14 May 2027.", "2027-05-14"},
              {"How to apply\n\nShortlisted people will be told by 14 May 2027.", "none"},
              {"Closing date: 30 February 2027", "none"},
              {"Closing date: 4 May", "none"},
              {"Open until filled", "none"},
              {"We review applications from 4 May 2027.", "none"},
          },
          [](const advert_facts & f) { return f.closing; });
    check({{"Interviews: week commencing 7 June 2027", "2027-06-07"}, {"Interviews will be held on 8th and 9th June 2027.", "2027-06-08"}, {"You will interview witnesses.", "none"}}, [](const advert_facts & f) { return f.interview; });
    check({{"Start date: 6 September 2027", "2027-09-06"}, {"The post is available from 3 May 2027.", "2027-05-03"}, {"Start date: May 2027", "none"}}, [](const advert_facts & f) { return f.start; });
    check({{"Date posted: 3 May 2027", "2027-05-03"}, {"Closing date: 3 May 2027", "none"}}, [](const advert_facts & f) { return f.posted; });
    const auto no_year = read_advert("Closing date: 4 May").facts.closing;
    CHECK(no_year.ranges.size() == 1);
    CHECK(notes_of(read_advert("Closing date: Monday 9 April 2027")) == "weekday-differs");
    CHECK(notes_of(read_advert("Closing date: Friday 9 April 2027")).empty());
    CHECK(notes_of(read_advert("Closing date: 30 February 2027")) == "no-such-day");
    CHECK(notes_of(read_advert("Closing date: 4/9/2027", "")) == "day-and-month-unclear");
    CHECK(notes_of(read_advert("Closing date: 4/9/2027")).empty());
}

TEST_CASE("hours, fractions and days") {
    check({
              {"36.25 hours per week", "36.25"},
              {"17½ hours a week", "17.5"},
              {"14 hours 30 minutes a week", "14.5"},
              {"Thirty-five hours a week", "35"},
              {"30 hpw", "30"},
              {"Hours per week – 22.5", "22.5"},
              {"Part time, 18 hrs", "18"},
              {"Full time is a 36 hour week; this post is 18 hours a week.", "18"},
              {"One post of 18 hours and one of 12 hours a week", "none"},
              {"Between 10 and 20 hours a week", "none"},
              {"Two 11 hour shifts a week", "none"},
              {"7 hours a day", "none"},
              {"Whoever works longer than 6 hours takes a break.", "none"},
              {"Hours - 37 per week", "37"},
              {"Reply within 48 hours.", "none"},
              {"Hours: 30 pw, Monday to Thursday", "30"},
              {"Hours: 38 weeks a year", "none"},
              {"Pay: £13 an hour. Hours: 21, over three days", "21"},
              {"Package: £34,000, 42.5 hours, a van and a phone", "42.5"},
              {"Benefits\n\n40 hours of paid leave for new parents.", "none"},
              {"Full time, 76 hours a fortnight", "38"},
              {"40 hours per week, paid every two weeks", "40"},
              {"You run a club of 3 hours every Tuesday.", "none"},
              {"40 hours, Monday to Friday", "40"},
              {"£18 an hour, 15 hours, which days is up to you.", "15"},
              {"Full time, 35 hours a week, and up to 60 hours in the final week", "35"},
              {"Photographs go live inside 48 hours.", "none"},
              {"Hours: 9am to 5pm", "none"},
          },
          [](const advert_facts & f) { return f.hours_per_week; });
    check({{"0.8 WTE", "0.8"}, {"75% FTE", "0.75"}, {"WTE: 0.4", "0.4"}, {"0.5 to 0.8 FTE", "none"}, {"A team of 12 FTE", "none"}}, [](const advert_facts & f) { return f.fte; });
    check({{"You work three days a week.", "3"}, {"We are open 7 days a week.", "none"}, {"Hybrid: 2 days a week in the office", "none"}, {"Up to 3 days per week in our Leeds office", "none"}}, [](const advert_facts & f) { return f.days_per_week; });
}

TEST_CASE("contract and workplace") {
    check({
              {"Contract: permanent", "permanent"},
              {"Cover for maternity leave, nine months", "fixed-term"},
              {"A secondment for a year", "fixed-term"},
              {"A temporary role to cover summer leave", "temporary"},
              {"Locum pharmacist wanted", "temporary"},
              {"Join our bank as a bank nurse.", "casual"},
              {"Zero hours contract", "casual"},
              {"A paid internship of eight weeks", "internship"},
              {"This is a volunteer role.", "volunteer"},
              {"Fixed term, with a view to becoming permanent", "fixed-term"},
              {"Permanent and fixed-term posts", "none"},
              {"Level 2 apprenticeship lasting a year", "none"},
              {"28 days of leave plus bank holidays", "none"},
              {"You will supervise temporary staff.", "none"},
              {"You direct the work of temporary election staff.", "none"},
              {"The board is a volunteer position.", "none"},
              {"Experience gained on a paid or voluntary basis", "none"},
              {"For 16-18 year olds only", "none"},
              {"Contract - fixed term", "fixed-term"},
              {"Regular, full-time", "permanent"},
              {"Employment opportunity: Park Keeper (Permanent)", "permanent"},
              {"A contract of indefinite duration", "permanent"},
              {"Temporary until May 2027 (secondments considered)", "temporary"},
              {"Temp ongoing, with a chance of going permanent", "temporary"},
              {"This act made the scheme permanent.", "none"},
              {"Mat cover from May", "fixed-term"},
              {"For the lifetime of the current Assembly", "fixed-term"},
              {"There are no guaranteed hours.", "casual"},
              {"Three years' post graduation experience", "none"},
              {"This post is for 9 to 15 months.", "fixed-term"},
              {"Funded to 31 March", "fixed-term"},
              {"You choose from our ad hoc shifts.", "casual"},
              {"You answer letters on an ad hoc basis.", "none"},
              {"You raise funding up to 2 million.", "none"},
              {"This role is for people with 12 months of experience.", "none"},
              {"The job is for the summer months.", "none"},
              {"A form for all staff (this includes bank staff)", "none"},
          },
          [](const advert_facts & f) { return f.contract; });
    check({
              {"This is an office-based role.", "on-site"},
              {"Remote work is not offered.", "on-site"},
              {"Fully remote", "remote"},
              {"Home based, anywhere in Wales", "remote"},
              {"Hybrid working", "hybrid"},
              {"You may work from home one day a week.", "hybrid"},
              {"Some home working is possible.", "hybrid"},
              {"Free on-site parking", "none"},
              {"You will support remote villages.", "none"},
              {"A hybrid of two jobs", "none"},
              {"A hybrid role that sits between two teams", "none"},
              {"You will teach agile working practices.", "none"},
              {"Two days a week in the office", "hybrid"},
              {"3 days from home", "hybrid"},
              {"Location: Hereford", "none"},
              {"This is an on-site position.", "on-site"},
              {"Full-time, on-site", "on-site"},
              {"Acme Kites | Bristol | On-site | Full time", "on-site"},
              {"Kite maker | 30k | Remote, one trip to Leeds a month", "remote"},
              {"This is not a remote or hybrid position.", "on-site"},
              {"Four days in the studio and one wherever you like", "hybrid"},
              {"You will repair petrol, diesel and hybrid cars.", "none"},
              {"Care so that people can remain at home", "none"},
              {"With the option of remote working", "hybrid"},
              {"A friendly on-site rota team, there 5 days a week", "none"},
          },
          [](const advert_facts & f) { return f.workplace; });
}

TEST_CASE("days of hybrid work, travel") {
    check({{"Two days a week in the office", "2"}, {"You spend 2-3 days a week at our site.", "none"}, {"In-office for three days", "3"}, {"You work three days a week.", "none"}}, [](const advert_facts & f) { return f.office_days; });
    check({{"3 days from home", "3"}, {"Work from home up to two days a week", "2"}, {"Two days a week in the office", "none"}}, [](const advert_facts & f) { return f.home_days; });
    check({{"You will be expected to travel across the county.", "expected to travel across the county"}, {"There is some travel.", "some travel"}, {"You will arrange travel for the team.", "none"}, {"Travel expenses are paid.", "none"}}, [](const advert_facts & f) { return f.travel; });
}

TEST_CASE("experience, qualifications, posts") {
    check({
              {"At least three years' experience in an office", "3"},
              {"Experience: 2-4 years", "2"},
              {"Nine months experience in retail", "0.75"},
              {"Five (5) years of experience", "5"},
              {"4+ yrs in a similar role", "4"},
              {"Two years' experience, or four years of experience without a degree", "2"},
              {"A year's experience in an office", "1"},
              {"At least a year of work experience", "1"},
              {"£30,000 a year. Experience is welcome.", "none"},
              {"Work with children under 5 years; experience is welcome", "none"},
              {"Ideally you will have three years' experience.", "none"},
              {"Three years' experience is desirable.", "none"},
              {"Up to two years' experience", "none"},
              {"No more than three years' experience", "none"},
              {"Our team has 60 years of combined experience.", "none"},
              {"Experience with children aged 3-5 years", "none"},
              {"A two year contract; experience is welcome", "none"},
              {"A March start would suit people with experience.", "none"},
              {"Requirements\n- Minimum 1 yr in a surgery", "1"},
              {"Requirements\n- 5 yrs min in a machine shop", "5"},
              {"Requirements\n- 3-5 years in print design", "3"},
              {"Requirements\n- A year or so in a warehouse", "1"},
              {"Requirements\n- Six months of cash handling", "0.5"},
              {"Requirements\n- Resident in the UK for at least 3 years", "none"},
              {"Requirements\n- To finish the course within 12 months in post", "none"},
              {"Requirements\n- A 3 year degree", "none"},
              {"Requirements\n- A full UK licence (minimum 2 years)", "none"},
              {"Requirements\n- To work with young people 11-16 years in a club", "none"},
              {"You will have done this for at least three years in a small firm.", "3"},
          },
          [](const advert_facts & f) { return f.experience_years; });
    check({
              {"A degree in nursing, NMC registration, a full UK driving licence and patience", "degree in nursing"}, {"You get a certificate when you leave.", "none"}, {"A certificate in education", "certificate in education"},
              {"You will hold a Level 3 first aid certificate.", "Level 3 first aid certificate"},
              {"NVQ Level 3 in Health and Social Care", "NVQ Level 3 in Health and Social Care"},
              {"A degree is required.", "degree"},
              {"HND or equivalent", "HND or equivalent"},
              {"City and Guilds Level 2", "City and Guilds Level 2"},
              {"A teaching qualification", "teaching qualification"},
              {"A qualification in youth work", "qualification in youth work"},
              {"BA/BS in Geology", "BA/BS in Geology"},
              {"A degree in history; two years in a museum (preferred)", "degree in history"},
              {"Qualifications and experience", "none"},
              {"You must not have a degree.", "none"},
              {"No qualifications are needed.", "none"},
              {"A high degree of tact", "none"},
          },
          [](const advert_facts & f) { return f.qualification; });
    check({{"We are looking for three cooks.", "3"}, {"Number of posts: 4", "4"}, {"2 x Care Assistants", "2"}, {"3 no. posts", "3"}, {"2 No. Caseworkers", "2"}, {"There are no posts.", "none"}, {"We employ 300 people.", "none"}, {"Two years of experience", "none"}}, [](const advert_facts & f) { return f.posts; });
}

TEST_CASE("references, contacts, lists") {
    check({{"Job ref: ABC/27-4", "ABC/27-4"}, {"Please quote reference 0714.", "0714"}, {"Quote competition #11-096", "11-096"}, {"We ask for two references.", "none"}}, [](const advert_facts & f) { return f.reference; });
    check({{"Write to ann.lee@example.org.", "ann.lee@example.org"}, {"Follow us @example", "none"}, {"Email addressann.lee@example.orgTelephone number", "ann.lee@example.org"}}, [](const advert_facts & f) { return f.contact_email; });
    check({{"Ring 01632 960 555 ext 12.", "01632 960 555"}, {"Call (555) 010-0199.", "(555) 010-0199"}, {"Salary £24,907 - £30,615", "none"}, {"Closing date 03/04/2027", "none"}, {"Telephone number01632 960555Other", "01632 960555"}, {"Ring 01632 960555/960556.", "01632 960555"}}, [](const advert_facts & f) { return f.contact_phone; });
    check({{"For a chat ring Sam on 01632 960 555.", "Sam"}, {"Enquiries: Ottilie Brannagh (ob@example.org)", "Ottilie Brannagh"}, {"Contact Dr Brannagh.", "Brannagh"}, {"Contact us.", "none"}, {"Contact Human Resources.", "none"}, {"Please contact Ottilie Brannagh Ward Manager.", "Ottilie Brannagh"}, {"Please contact Charge Nurse Ottilie Brannagh.", "Ottilie Brannagh"},
           {"For a visit contact:\nOttilie Brannagh\nWard Manager", "Ottilie Brannagh"}, {"Ottilie Brannagh - Team Lead\nob.brannagh@example.org, o.brannagh@example.org", "Ottilie Brannagh"}, {"CALL OR COME IN PERSON LOCALLY", "none"}}, [](const advert_facts & f) { return f.contact_name; });
    check({{"Location: Ludlow", "Ludlow"}, {"You will be based in Ludlow, Shropshire.", "Ludlow, Shropshire"}, {"You will be based in a small team.", "none"}, {"Location - Penzance", "Penzance"}, {"Based in the Home Care team", "none"}, {"Ring our head office in Ludlow.", "none"}, {"Place of work: Ely\nYou will be based in Cambridge at times.", "Ely"}}, [](const advert_facts & f) { return f.location; });
    check({{"Location: 3 Mill Lane, Swansea SA1 2FA", "SA1 2FA"}, {"Room B12 3rd floor", "none"}}, [](const advert_facts & f) { return f.postcode; });
    check({{"A full driving licence is needed.", "driving"}, {"You need access to a car.", "vehicle"}, {"HCPC registered", "professional-registration"}, {"Good public transport", "none"}}, [](const advert_facts & f) { return f.licences; });
    check({{"An enhanced DBS check is made.", "dbs-enhanced"}, {"You need security clearance.", "security-clearance"}}, [](const advert_facts & f) { return f.checks; });
    check({{"You speak Welsh and fluent German.", "cy, de"}, {"GCSE English", "none"}}, [](const advert_facts & f) { return f.languages; });
    check({{"Night shifts and some weekend working", "nights, weekends"}}, [](const advert_facts & f) { return f.shifts; });
    check({{"Benefits\n- 30 days of leave\n- A pension", "30 days of leave, A pension"}, {"Benefits: a pension, 25 days' leave (plus bank holidays, too), £1,000 to start", "a pension, 25 days' leave (plus bank holidays, too), £1,000 to start"}, {"Benefits\n\nFull cover, plus bonus.", "Full cover, plus bonus."}, {"Benefits\n\nWe will provide;\n\nFree tea\n\nFull time, 36 hours a week", "Free tea"}}, [](const advert_facts & f) { return f.benefits; });
}

TEST_CASE("the text wins over a field beside it, with a note") {
    const auto made = the_engine().review(R"({"text": "Clerk\n\nSalary: £24,000", "title": "Clerk"})", {.language = "en", .country = "GB", .input = "auto"});
    REQUIRE(made);
    document doc;
    doc.text = "Salary: £24,000";
    doc.blocks.push_back({.text = {0, static_cast<std::uint32_t>(doc.text.size())}});
    doc.given.salary = salary{25000, 25000, "GBP", pay_period::year};
    doc.given.hours_per_week = 20;
    const auto r = the_engine().review(std::move(doc), {.language = "en", .country = "GB"});
    CHECK(value_of(r.advert.facts.salary) == "24000 24000 GBP year");
    CHECK(notes_of(r.advert).find("field-differs") != std::string::npos);
    CHECK(value_of(r.advert.facts.hours_per_week) == "20");
    CHECK(r.advert.facts.hours_per_week.given);
}

TEST_CASE("a title that a field gives says what a title says") {
    const auto facts_of = [](std::optional<std::string> title, std::string_view text) {
        document doc;
        doc.text = text;
        doc.blocks.push_back({.text = {0, static_cast<std::uint32_t>(doc.text.size())}});
        doc.given.title = std::move(title);
        doc.given.contract = contract_kind::temporary;
        return the_engine().review(std::move(doc), {.language = "en", .country = "GB"}).advert.facts;
    };
    const std::string_view line = "You make kites for our visitors.";
    const auto bank = facts_of("Bank Kite Maker", line);
    CHECK(value_of(bank.contract) == "casual");
    CHECK(bank.contract.given);
    CHECK(value_of(facts_of("Kite Teacher (Remote)", line).workplace) == "remote");
    CHECK(value_of(facts_of("Kite Maker - Bank", line).contract) == "casual");
    CHECK(value_of(facts_of("Kite Maker", line).contract) == "temporary");
    CHECK(value_of(facts_of("Bank Kite Maker", "Contract: permanent").contract) == "permanent");
    // What such a word means within a title is anybody's guess.
    for (const auto * title : {"Bank Clerk", "Blood Bank Assistant", "Permanent Way Engineer", "Voluntary Sector Officer", "Seasonal Menu Developer", "Internship Coordinator"}) {
        INFO(title);
        CHECK(value_of(facts_of(title, line).contract) == "temporary");
    }
    for (const auto * title : {"Remote Pilot", "Hybrid Vehicle Technician"}) {
        INFO(title);
        CHECK(value_of(facts_of(title, line).workplace) == "none");
    }
}

TEST_CASE("where the work is done from home, a label for the place names none") {
    check({{"Location: Remote / home based", "none"}, {"Location: Remote, Ludlow", "Remote, Ludlow"}, {"Location: Remote or hybrid", "none"}, {"Location: Remote (UK)", "Remote (UK)"}, {"Location -Ludlow", "Ludlow"}, {"Town- and country planning", "none"}, {"Base -level knowledge of kites", "none"}}, [](const advert_facts & f) { return f.location; });
}

TEST_CASE("figures of a text in a language without a pack are read all the same") {
    auto made = the_engine().review("Wir suchen eine Sachbearbeiterin für unser Büro in der Stadt. Das Gehalt liegt bei 45.000 € im Jahr, die Arbeit beginnt bald.", {.country = "DE", .input = "text"});
    REQUIRE(made);
    const auto & a = made->adverts.at(0);
    CHECK(a.advert.language == "de");
    CHECK_FALSE(a.advert.judged);
    CHECK_FALSE(a.card.mention);
    CHECK(value_of(a.advert.facts.salary) == "45000 45000 EUR year");
}

TEST_CASE("hostile figures cost little and mean nothing") {
    const std::string many(200'000, '9');
    std::string pounds, dashes, addresses, names, phones;
    for (int i = 0; i < 20'000; ++i) pounds += "£9,999-", dashes += "1-", addresses += "a@b.cd ", names += "a" + std::to_string(i) + ".bcd@b.cd ", phones += "01632 960 555 ";
    for (const std::string & text : std::vector<std::string>{many, "£" + many, "Salary: 1e400", "Salary: £1e400", "£" + many + "," + many + "." + many, pounds, dashes, addresses, names, phones, std::string(100'000, '('), std::string(100'000, '@'), "Closing date: " + many + "/" + many + "/2027", "Closing date: 99999999999/1/2027"}) {
        INFO(text.substr(0, 40));
        const auto begun = std::chrono::steady_clock::now();
        const auto a = read_advert(text);
        CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
        CHECK_FALSE(a.facts.closing);
        if (a.facts.salary) CHECK(a.facts.salary.value->max.value_or(0) < 1e9);
    }
}
