// What pages say as data: JSON-LD in every state of repair, microdata, RDFa; beside the page's text, or in place of it.
#include "support/catch.hpp"
#include "support/printed.hpp"

#include <rolewright/rolewright.hpp>

#include <algorithm>

using namespace rolewright;

namespace {

const std::string text = "<h1>Clerk</h1><p>You will keep the diary, answer letters and look after the accounts of a small and busy office in the town.</p>";
const std::string text_printed = "h1 Clerk\np You will keep the diary, answer letters and look after the accounts of a small and busy office in the town.\n";

std::string script(const std::string & json) { return "<script type=\"application/ld+json\">" + json + "</script>"; }

std::string page(const std::string & body) { return "<!DOCTYPE html><html><head><title>x</title></head><body>" + body + "</body></html>"; }

const std::string posting = R"({"@context": "https://schema.org", "@type": "JobPosting", "title": "Clerk", "hiringOrganization": {"@type": "Organization", "name": "Acme"}, "validThrough": "2027-05-03",
 "description": "<p>You will keep the diary, answer letters and look after the accounts of a small and busy office in the town.</p>"})";

std::string replaced(std::string in, const std::string & what, const std::string & with) {
    for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + with.size())) in.replace(at, what.size(), with);
    return in;
}

// Employer and closing date, then the text.
std::string read_page(const std::string & bytes) {
    const auto made = read(bytes);
    if (!made) return made.error().message;
    std::string out;
    for (const auto & d : made->documents) {
        out += d.given.title.value_or("-") + "|" + d.given.employer.value_or("-") + "|" + (d.given.closing ? to_string(*d.given.closing) : "-") + "\n" + support::printed(d);
    }
    return out;
}

}  // namespace

TEST_CASE("JSON-LD is kept beside the text of its page") {
    const auto beside = "Clerk|Acme|2027-05-03\n" + text_printed;
    const std::pair<const char *, std::string> rows[] = {
        {"an object", page(text + script(posting))},
        {"an array", page(text + script("[{\"@type\": \"WebSite\"}, " + posting + "]"))},
        {"a graph", page(text + script("{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebPage\"}, " + posting + "]}"))},
        {"two scripts", page(script("{\"@type\": \"BreadcrumbList\"}") + text + script(posting))},
        {"in the head", "<html><head>" + script(posting) + "</head><body>" + text + "</body></html>"},
        {"after the page", page(text) + script(posting)},
        {"in a comment of HTML", page(text + script("<!--\n" + posting + "\n-->"))},
        {"in CDATA", page(text + script("//<![CDATA[\n" + posting + "\n//]]>"))},
        {"with comments", page(text + script("/* made by a plugin */ " + posting + "; // end"))},
        {"with control characters", page(text + script(std::string(posting).insert(posting.find("<p>") + 3, "\t\n\x01")))},
        {"escaped as a whole", page(text + script(replaced(posting, "\"", "&quot;")))},
        {"with a comma too many", page(text + script(std::string(posting).insert(posting.rfind('}'), ",")))},
        {"escaped twice", page(text + script(replaced(replaced(posting, "<p>", "&amp;lt;p&amp;gt;"), "</p>", "&amp;lt;/p&amp;gt;")))},
        {"among others of the page", page(text + script("[" + posting + ", {\"@type\": \"JobPosting\", \"title\": \"Cook\", \"description\": \"Cooking\"}]"))},
    };
    for (const auto & [what, html] : rows) {
        INFO(what << "\n" << html);
        CHECK(read_page(html) == beside);
    }
}

TEST_CASE("a page whose text is only data is read from it") {
    CHECK(read_page(page("<p>Please enable scripts.</p>" + script(posting))) ==
          "Clerk|Acme|2027-05-03\np You will keep the diary, answer letters and look after the accounts of a small and busy office in the town.\np~ Please enable scripts.\n");
    const auto two = read(page(script("[" + posting + "," + posting + "]")));
    CHECK(two->documents.size() == 2);
    CHECK(read(page(script("{\"@type\": \"WebSite\", \"name\": \"Acme\"}")))->documents.empty());
    CHECK(read(page(script("{\"@type\": \"JobPosting\", ")))->documents.empty());
}

TEST_CASE("microdata and RDFa") {
    const std::string words = "You will keep the diary, answer letters and look after the accounts of a small and busy office in the town.";
    const std::string microdata = replaced(
        "<div itemscope itemtype='https://schema.org/JobPosting'><h1 itemprop='title'>Clerk</h1><p>At <span itemprop='hiringOrganization' itemscope itemtype='https://schema.org/Organization'><a itemprop='name' href='/acme'>Acme</a></span>.</p>"
        "<meta itemprop='validThrough' content='2027-05-03'><p itemprop='description'>WORDS</p></div>", "WORDS", words);
    const std::string rdfa = replaced(
        "<div vocab='http://schema.org/' typeof='JobPosting'><h1 property='title'>Clerk</h1><p>At <span property='hiringOrganization' typeof='Organization'><span property='name'>Acme</span></span>.</p>"
        "<p property='description'>WORDS</p><p hidden><time property='validThrough' datetime='2027-05-03'>3 May</time></p></div>", "WORDS", words);
    const std::string prefixed = replaced(
        "<div prefix='schema: http://schema.org/' typeof='schema:JobPosting'><h1 property='schema:title'>Clerk</h1><p>At <span property='schema:hiringOrganization'>Acme</span>.</p><p property='schema:description'>WORDS</p>"
        "<span property='schema:validThrough' style='display:none'>2027-05-03</span></div>", "WORDS", words);
    for (const auto & body : {microdata, rdfa, prefixed}) {
        INFO(body);
        CHECK(read_page(page("<p>Welcome to the site of a company</p>" + body)) == "Clerk|Acme|2027-05-03\np~ Welcome to the site of a company\nh1 Clerk\np At Acme.\np " + words + "\n");
    }
    const auto two = read(page(microdata + microdata));
    REQUIRE(two->documents.size() == 2);
    CHECK(two->documents[1].given.title == "Clerk");
    // A property that belongs to nothing, and things within things.
    CHECK(read_page(page("<meta property='og:title' content='Jobs'>" + text)) == "-|-|-\n" + text_printed);
}

TEST_CASE("where text and data disagree the text wins") {
    const auto engine = rolewright::engine::create();
    const auto json = R"({"@type": "JobPosting", "title": "Clerk", "baseSalary": {"@type": "MonetaryAmount", "currency": "GBP", "value": {"minValue": 99000, "unitText": "YEAR"}}})";
    const auto made = engine->review(page(text + "<p>Salary: £24,000 a year</p>" + script(json)));
    REQUIRE(made);
    REQUIRE(made->adverts.size() == 1);
    const auto & advert = made->adverts[0].advert;
    REQUIRE(advert.facts.salary.value);
    CHECK(advert.facts.salary.value->min == 24000);
    CHECK(std::any_of(advert.notes.begin(), advert.notes.end(), [](const note & n) { return n.code == note_code::field_differs; }));
}

TEST_CASE("a draft does not ask for what stood beside the text") {
    const auto engine = rolewright::engine::create();
    const auto json = R"({"@type": "JobPosting", "title": "Clerk", "employmentType": "TEMPORARY", "jobLocationType": "TELECOMMUTE", "workHours": "37.5", "validThrough": "2027-05-03",
        "baseSalary": {"currency": "GBP", "value": {"minValue": 24000, "maxValue": 26000, "unitText": "YEAR"}}})";
    const auto first = engine->review(page(text + script(json)));
    REQUIRE(first);
    REQUIRE(first->adverts.size() == 1);
    const auto & f = first->adverts[0].advert.facts;
    REQUIRE((f.salary.given && f.hours_per_week.given && f.contract.given && f.workplace.given && f.closing.given));
    for (const std::string format : {"md", "txt", "html"}) {
        INFO(format);
        const auto draft = engine->improve(first->adverts[0], {.format = format});
        REQUIRE(draft);
        CHECK(draft->questions.empty());
        const auto again = engine->review(draft->text);
        REQUIRE(again);
        const auto & g = again->adverts.at(0).advert.facts;
        REQUIRE(g.salary.value);
        CHECK((g.salary.value->min == 24000 && g.salary.value->max == 26000));
        CHECK(g.hours_per_week.value == 37.5);
        CHECK(g.contract.value == contract_kind::temporary);
        CHECK(g.workplace.value == workplace_kind::remote);
        CHECK((g.closing.value && to_string(*g.closing.value) == "2027-05-03"));
    }
}
