#include "support/catch.hpp"
#include "support/documents.hpp"

using namespace rolewright;
using support::printed;

namespace {

std::string of(std::string_view bytes, const read_options & options = {}) { return printed(read(bytes, options)); }

}  // namespace

TEST_CASE("a feed of job boards") {
    CHECK(of(R"(<?xml version="1.0"?><source><publisher>P</publisher>
<job><title><![CDATA[Office Clerk]]></title><date>Mon, 22 Jun 2026 12:12:33 GMT</date><referencenumber>A-1</referencenumber><company>Brook &amp; Sons</company>
<city>Leeds</city><state>West Yorkshire</state><country>UK</country><salary>£21,000 to £23,000 a year</salary><jobtype>permanent</jobtype>
<remotetype>Hybrid remote</remotetype><description><![CDATA[<p>You will keep our diary.</p><ul><li>Post</li></ul>]]></description></job>
<job><title>Porter</title><referencenumber>A-2</referencenumber><company>Brook</company><country>France</country><description>Carry &amp; lift.</description></job></source>)") ==
          "indeed\n"
          "id: A-1; title: Office Clerk; employer: Brook & Sons; country: GB; location: Leeds, West Yorkshire; reference: A-1; posted: 2026-06-22; contract: permanent; workplace: hybrid\n"
          "c Salary\nc £21,000 to £23,000 a year\np You will keep our diary.\n- Post\n"
          "id: A-2; title: Porter; employer: Brook; country: FR; reference: A-2\np Carry & lift.\n");
}

TEST_CASE("LinkedIn's feed") {
    CHECK(of("<source><job><partnerJobId>7</partnerJobId><company>Acme</company><companyId>9</companyId><title>Clerk</title><description>Type letters.</description><location>Leeds</location>"
             "<isRemote>Yes</isRemote><jobtype>VOLUNTEER</jobtype><listDate>2026-05-01</listDate><expirationDate>2026-06-01</expirationDate>"
             "<salaries><salary><highEnd><amount>25000</amount><currencyCode>GBP</currencyCode></highEnd><lowEnd><amount>22000</amount><currencyCode>GBP</currencyCode></lowEnd><period>YEARLY</period><type>BASE_SALARY</type></salary></salaries></job></source>") ==
          "linkedin\nid: 7; title: Clerk; employer: Acme; location: Leeds; reference: 7; pay: 22000-25000 GBP year; posted: 2026-05-01; closing: 2026-06-01; contract: volunteer; workplace: remote\np Type letters.\n");
}

TEST_CASE("what posting tools send, in XML and JSON") {
    const std::string expected = "broadbean\nid: 44; title: Teacher; reference: 44; closing: 2042-08-23; start: 2023-05-20; contract: fixed-term\nc Salary\nc £300 a week\np Teach.\n";
    CHECK(of("<items><item><reference>44</reference><jobTitle>Teacher</jobTitle><jobAdvert>Teach.</jobAdvert><salary>£300 a week</salary><expiresAt>2042-08-23T01:40:35+0100</expiresAt>"
             "<startDate>20-5-2023</startDate><contractType>parental_leave_cover</contractType></item></items>") == expected);
    CHECK(of(R"([{"reference": "44", "jobTitle": "Teacher", "jobAdvert": "Teach.", "salary": "£300 a week", "expiresAt": "2042-08-23T12:00:00", "startDate": "20-5-2023", "contractType": "fixed_term"}])") == expected);
    CHECK(of("<channel><title>Feed</title><item><reference><![CDATA[ 44 ]]></reference><expiresAt><![CDATA[ 2042-08-23 00:00:00 ]]></expiresAt><startDate>20-5-2023</startDate><jobTitle>Teacher</jobTitle>"
             "<jobAdvert><![CDATA[Teach.]]></jobAdvert><salary>£300 a week</salary><contractType>fixed_term</contractType></item></channel>") == expected);
}

TEST_CASE("RSS and Atom") {
    CHECK(of(R"(<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:tt="x"><channel><title>Jobs</title>
<item><title>Clerk</title><description>Short.</description><content:encoded><![CDATA[<p>Long text.</p>]]></content:encoded><guid>g1</guid><pubDate>Sun, 21 Jun 2026 19:50:51 +0000</pubDate>
<remoteStatus>hybrid</remoteStatus><tt:locations><tt:location><tt:city>Oslo</tt:city><tt:country>Norway</tt:country></tt:location></tt:locations></item></channel></rss>)") ==
          "rss\nid: g1; title: Clerk; country: NO; location: Oslo; posted: 2026-06-21; workplace: hybrid\np Long text.\n");
    CHECK(of(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><entry><id>e1</id><title>Cook</title><published>2026-01-02T00:00:00Z</published>
<content type="xhtml"><div><p>Cook <b>meals</b>.</p></div></content></entry></feed>)") == "rss\nid: e1; title: Cook; posted: 2026-01-02\np Cook meals.\n");
    CHECK(of(R"(<rss><channel><item><title>x</title><a10:content type="text/xml"><Vacancy><Vacancy_ID>P1</Vacancy_ID><vTitle>Cook</vTitle><Salary>£12 an hour</Salary>
<Advert_text><![CDATA[<p>Cook.</p>]]></Advert_text><Contract_Type>Permanent</Contract_Type></Vacancy></a10:content></item></channel></rss>)") ==
          "vacancy-rss\nid: P1; title: Cook; reference: P1; contract: permanent\nc Salary\nc £12 an hour\np Cook.\n");
}

TEST_CASE("HR-XML and HR Open") {
    CHECK(of(R"(<PositionOpening xmlns="http://www.hr-xml.org/3" validFrom="2026-01-05"><DocumentID>d1</DocumentID><PositionProfile languageCode="en_GB"><PositionTitle>Fitter</PositionTitle>
<PositionLocation><Address><o:CityName xmlns:o="x">OSLO</o:CityName><CountryCode>NO</CountryCode></Address></PositionLocation>
<PositionOrganization><OrganizationIdentifiers><OrganizationName>ACME AS</OrganizationName></OrganizationIdentifiers></PositionOrganization><PositionOpenQuantity>2</PositionOpenQuantity>
<PositionQualifications><ExperienceSummary><ExperienceCategory><Measure unitCode="year">3</Measure></ExperienceCategory></ExperienceSummary></PositionQualifications>
<PositionFormattedDescription><Content><![CDATA[<h3>Tasks</h3><ul><li>Fit</li></ul>]]></Content></PositionFormattedDescription><PositionPeriod><StartDate><DateText>na</DateText></StartDate></PositionPeriod>
<ApplicationCloseDate>2026-12-02</ApplicationCloseDate></PositionProfile></PositionOpening>)") ==
          "hr-xml-3\nid: d1; title: Fitter; employer: ACME AS; country: NO; language: en-GB; location: OSLO; reference: d1; posted: 2026-01-05; closing: 2026-12-02; experience: 3; posts: 2\nh Tasks\n- Fit\n");
    CHECK(of(R"(<PositionOpening xmlns="http://ns.hr-xml.org"><PositionRecordInfo><Id><IdValue>24</IdValue></Id></PositionRecordInfo><PositionProfile xml:lang="DE"><PositionDetail><Company><Name>Acme GmbH</Name></Company>
<PhysicalLocation><PostalAddress><CountryCode>Deutschland</CountryCode><Municipality>Berlin</Municipality></PostalAddress></PhysicalLocation><PositionTitle>Koch</PositionTitle>
<PositionClassification>Temporary</PositionClassification><RemunerationPackage><BasePay baseInterval="Monthly" currencyCode="EUR"><BasePayAmountMin>2000</BasePayAmountMin><BasePayAmountMax>2400</BasePayAmountMax></BasePay></RemunerationPackage></PositionDetail>
<FormattedPositionDescription><Name>Aufgaben</Name><Value>&lt;p&gt;Kochen&lt;/p&gt;</Value></FormattedPositionDescription></PositionProfile></PositionOpening>)") ==
          "hr-xml-2\nid: 24; title: Koch; employer: Acme GmbH; country: DE; language: de; location: Berlin; reference: 24; pay: 2000-2400 EUR month; contract: temporary\nh Aufgaben\np Kochen\n");
    CHECK(of(R"(<JobPositionPosting><JobPositionPostingId>77</JobPositionPostingId><HiringOrg><HiringOrgName>Acme</HiringOrgName></HiringOrg><PostDetail><EndDate><Date>2026-07-01</Date></EndDate></PostDetail>
<JobPositionInformation><JobPositionTitle>Clerk</JobPositionTitle><JobPositionDescription><JobPositionPurpose>Keep files.</JobPositionPurpose></JobPositionDescription>
<JobPositionRequirements><QualificationsRequired><p>Typing.</p></QualificationsRequired></JobPositionRequirements></JobPositionInformation></JobPositionPosting>)") ==
          "hr-xml-posting\nid: 77; title: Clerk; employer: Acme; reference: 77; closing: 2026-07-01\np Keep files.\nh Qualifications required\np Typing.\n");
    CHECK(of(R"({"documentId": {"value": "d9"}, "positionProfiles": [{"positionTitle": "Clerk", "language": "en-US", "positionLocations": [{"address": {"city": "Leeds", "countryCode": "GB"}}], "positionOrganizations": [{"name": "Acme"}],
"positionFormattedDescriptions": [{"content": "<p>Keep files.</p>"}], "postingInstructions": [{"start": "2026-05-16", "end": "2026-06-16"}]}]})") ==
          "hr-open\nid: d9; title: Clerk; employer: Acme; country: GB; language: en-US; location: Leeds; posted: 2026-05-16; closing: 2026-06-16\np Keep files.\n");
    CHECK(of(R"({"uuid": "u1", "title": "Lærer", "businessName": "Skolen", "reference": "9", "location": {"city": "OSLO", "country": "NORGE"}, "properties": {"adtext": "<p>Undervise.</p>", "applicationdue": "20.01.2027", "engagementtype": "Fast", "positioncount": "2"}})") ==
          "nav\nid: u1; title: Lærer; employer: Skolen; country: NO; location: OSLO; reference: 9; closing: 2027-01-20; contract: permanent; posts: 2\np Undervise.\n");
}

TEST_CASE("XML that is not well-formed is mended, with a note") {
    CHECK(of("<source>\n<job><title>R&D Clerk</title><referencenumber>1</referencenumber><company>A</company><description>Tea & cake, AT&T; 3 < 4</description></job></source>") ==
          "indeed +xml-mended(2)\nid: 1; title: R&D Clerk; employer: A; reference: 1\np Tea & cake, AT&T; 3 < 4\n");
    CHECK(of("<source><job><Title>Clerk</title><referencenumber>1</referencenumber><company>A</company><description>Text</wrong></description></job>") ==
          "indeed +xml-mended(1)\nid: 1; title: Clerk; employer: A; reference: 1\np Text\n");
    CHECK(of("<?xml version=\\\"1.0\\\" encoding=\\\"UTF-8\\\"?>\n<items><item id=\\\"3\\\" b><jobTitle>Clerk</jobTitle><jobAdvert>Text</jobAdvert></item></items>") ==
          "broadbean +xml-mended(1)\nid: 3; title: Clerk\np Text\n");
    CHECK(of("<items><item><jobTitle>Clerk</jobTitle><jobAdvert><![CDATA[cut off & here") == "broadbean +xml-mended(1)\ntitle: Clerk\np cut off & here\n");
    CHECK(of("<items><item><jobTitle>Clerk</jobTitle><jobAdvert><p>One<br>two<p>three<ul><li>a<li>b</ul></jobAdvert></item></items>") == "broadbean +xml-mended(1)\ntitle: Clerk\np One\np two\np three\n- a\n- b\n");
    // A raw & inside CDATA is nothing wrong.
    CHECK(of("<items><item><jobTitle>Clerk</jobTitle><jobAdvert><![CDATA[a & b]]></jobAdvert></item></items>") == "broadbean\ntitle: Clerk\np a & b\n");
}

TEST_CASE("XML escaped inside XML, and HTML escaped twice") {
    CHECK(of("<soap><result>&lt;items&gt;&lt;item&gt;&lt;jobTitle&gt;Clerk&lt;/jobTitle&gt;&lt;jobAdvert&gt;&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;&lt;/jobAdvert&gt;&lt;/item&gt;&lt;/items&gt;</result></soap>") == "fields\ntitle: Clerk\np One\n");
    CHECK(of("<items><item><jobTitle>Clerk</jobTitle><jobAdvert>&amp;lt;p&amp;gt;One &amp;amp;amp; two&amp;lt;/p&amp;gt;</jobAdvert></item></items>") == "broadbean\ntitle: Clerk\np One & two\n");
}

TEST_CASE("entities of a file's own are never expanded, and nothing is fetched") {
    std::string laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'z'; ++c) laughs += std::string("<!ENTITY ") + c + " \"" + std::string(10, '&').replace(0, 10, [&] {
        std::string ten;
        for (int i = 0; i < 10; ++i) ten += std::string("&") + static_cast<char>(c - 1) + ";";
        return ten;
    }()) + "\">";
    const auto made = read(laughs + "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><items><item><jobTitle>Clerk</jobTitle><jobAdvert>&y; &file;</jobAdvert></item></items>");
    REQUIRE(made);
    CHECK(made->notes.at(0).code == note_code::entities_not_expanded);
    CHECK(made->documents.at(0).text == "&y; &file;");
}

TEST_CASE("the declared encoding of XML is believed") {
    CHECK(of("<?xml version='1.0' encoding='ISO-8859-1'?><items><item><jobTitle>Caf\xE9</jobTitle><jobAdvert>Text</jobAdvert></item></items>").find("title: Café") != std::string::npos);
}

TEST_CASE("hostile XML costs bounded time and memory") {
    std::string deep = "<items>";
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    CHECK(read(deep, {"xml", {}, {}}));
    CHECK(read(deep + "</items>", {"xml", {}, {}}));
    std::string many = "<source>";
    for (int i = 0; i < 20'000; ++i) many += "<job><title>t</title><referencenumber>1</referencenumber><description>d</description></job>";
    const auto limited = read(many + "</source>", {"xml", {.adverts = 100}, {}});
    REQUIRE(limited);
    CHECK(limited->documents.size() == 100);
    CHECK(limited->notes.at(0).code == note_code::too_many_adverts);
    CHECK(of(many, {"xml", {.values = 1000}, {}}) == "error too-large: expected at most 1000 elements, found more\n");
    std::string items = "<items><item><jobTitle>t</jobTitle><jobAdvert>";
    for (int i = 0; i < 10'000; ++i) items += "<i>x" + std::to_string(i) + " ";
    const auto all = read(items + "</jobAdvert></item></items>");
    REQUIRE(all);
    CHECK(all->documents.at(0).text.find("x9999") != std::string::npos);
    std::string mixed = "<items><item><jobTitle>t</jobTitle><jobAdvert>";
    for (int i = 0; i < 200'000; ++i) mixed += "x<q/>";
    CHECK(read(mixed + "</jobAdvert></item></items>"));
    for (const auto * piece : {"<!--", "<![CDATA[", "<!", "<?", "<a ", "</a>", "<a b=\"", "&", "&#", "<x>&lt;x&gt;"}) {
        std::string all = "<items>";
        while (all.size() < 1'000'000) all += piece;
        INFO(piece);
        CHECK_NOTHROW(read(all, {"xml", {}, {}}));
    }
}
