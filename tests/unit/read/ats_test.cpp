#include "support/catch.hpp"
#include "support/documents.hpp"

using namespace rolewright;
using support::printed;

namespace {

std::string of(std::string_view bytes) { return printed(read(bytes)); }

}  // namespace

TEST_CASE("Greenhouse: HTML escaped once more") {
    CHECK(of(R"({"jobs": [{"absolute_url": "https://example.org/1", "id": 61, "requisition_id": "R1", "title": "Clerk", "company_name": "Acme", "first_published": "2026-08-06T12:50:10-04:00", "language": "en",
"location": {"name": "London"}, "content": "&lt;h2&gt;About us&lt;/h2&gt;\n&lt;p&gt;We file &amp;amp; type. It&amp;#39;s fun.&lt;/p&gt;", "pay_input_ranges": [{"min_cents": 2100000, "max_cents": 2300000, "currency_type": "GBP", "title": "Annual salary"}]}]})") ==
          "greenhouse\nid: 61; title: Clerk; employer: Acme; language: en; location: London; reference: R1; pay: 21000-23000 GBP year; posted: 2026-08-06\nh About us\np We file & type. It's fun.\n");
}

TEST_CASE("Lever: the title is called text") {
    CHECK(of(R"([{"id": "l1", "text": "Clerk", "country": "GB", "createdAt": 1767225600000, "categories": {"commitment": "Permanent", "location": "Leeds"}, "workplaceType": "hybrid", "description": "<div>We keep files.</div>", "descriptionPlain": "We keep files.",
"lists": [{"text": "You will", "content": "<li>type</li><li>file</li>"}], "additional": "<div>Join us.</div>", "salaryRange": {"currency": "GBP", "interval": "per-year-salary", "min": 21000, "max": 23000}, "hostedUrl": "https://example.org"}])") ==
          "lever\nid: l1; title: Clerk; country: GB; location: Leeds; pay: 21000-23000 GBP year; posted: 2026-01-01; contract: permanent; workplace: hybrid\np We keep files.\nh You will\n- type\n- file\np Join us.\n");
}

TEST_CASE("Ashby: a hybrid post is not remote, whatever isRemote says") {
    const auto job = [](const std::string & place) {
        return of(R"({"jobs": [{"id": "a1", "title": "Clerk", "jobUrl": "https://example.org", "isListed": true, "location": "Leeds", )" + place + R"( "employmentType": "Temporary", "publishedAt": "2026-04-30T16:21:55.393+00:00", "descriptionHtml": "<p>Type.</p>",
"compensation": {"compensationTierSummary": "£21K – £23K", "summaryComponents": [{"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "GBP", "minValue": 21000, "maxValue": 23000}]}}]})");
    };
    const std::string before = "ashby\nid: a1; title: Clerk; location: Leeds; pay: 21000-23000 GBP year; posted: 2026-04-30; contract: temporary", after = "\nc Compensation\nc £21K – £23K\np Type.\n";
    CHECK(job(R"("isRemote": true, "workplaceType": "Hybrid",)") == before + "; workplace: hybrid" + after);
    CHECK(job(R"("isRemote": true, "workplaceType": "OnSite",)") == before + "; workplace: on-site" + after);
    CHECK(job(R"("isRemote": true, "workplaceType": null,)") == before + "; workplace: remote" + after);
    CHECK(job(R"("isRemote": false,)") == before + after);
}

TEST_CASE("SmartRecruiters: lists have no text, postings have sections") {
    CHECK(of(R"({"offset": 0, "content": [{"id": "s1", "name": "Clerk", "refNumber": "REF1", "company": {"name": "Acme"}, "releasedDate": "2026-09-25T18:18:52.891Z", "location": {"country": "gb", "hybrid": true, "remote": true, "fullLocation": "Leeds, GB"}, "language": {"code": "en"}}]})") ==
          "smartrecruiters\nid: s1; title: Clerk; employer: Acme; country: GB; language: en; location: Leeds, GB; reference: REF1; posted: 2026-09-25; workplace: hybrid\n");
    CHECK(of(R"({"id": "s1", "name": "Clerk", "releasedDate": "2026-09-25", "jobAd": {"sections": {"companyDescription": {"title": "About us", "text": "<p>Small.</p>"}, "jobDescription": {"title": "The job", "text": "<p>Type.</p>"}, "qualifications": {"title": "You", "text": ""}}}})") ==
          "smartrecruiters\nid: s1; title: Clerk; posted: 2026-09-25\nh The job\np Type.\nh About us\np Small.\n");
}

TEST_CASE("Personio: named parts") {
    CHECK(of("<workzag-jobs><position><id>1</id><subcompany>Acme GmbH</subcompany><office>Kassel</office><recruitingCategory>Lager &amp; Logistik</recruitingCategory><name>Helfer (m/w/d)</name><jobDescriptions>"
             "<jobDescription><name>Aufgaben</name><value><![CDATA[<ul><li>Packen</li></ul>]]></value></jobDescription></jobDescriptions><employmentType>permanent</employmentType><createdAt>2026-09-01T08:30:00+00:00</createdAt></position>"
             "<position><name>Koch</name></position></workzag-jobs>") ==
          "personio\nid: 1; title: Helfer (m/w/d); employer: Acme GmbH; location: Kassel; posted: 2026-09-01; contract: permanent\nh Aufgaben\n- Packen\ntitle: Koch\n");
}

TEST_CASE("Workable: the widget and the API") {
    CHECK(of(R"({"name": "Acme", "jobs": [{"title": "Clerk", "shortcode": "AB1", "code": "", "employment_type": "Full-time", "telecommuting": true, "published_on": "2026-03-01", "country": "United Kingdom", "city": "Leeds", "state": "West Yorkshire", "experience": "Associate", "description": "<p>Type.</p>"}]})") ==
          "workable\nid: AB1; title: Clerk; country: GB; location: Leeds, West Yorkshire; reference: AB1; posted: 2026-03-01; workplace: remote\nc Experience\nc Associate\np Type.\n");
    CHECK(of(R"({"shortcode": "AB1", "title": "Clerk", "location": {"country_code": "GB", "city": "Leeds", "telecommuting": true, "workplace_type": "hybrid"}, "description": "<p>Type.</p>", "requirements": "<ul><li>Care</li></ul>", "benefits": "<p>Tea</p>"})") ==
          "workable\nid: AB1; title: Clerk; country: GB; location: Leeds; reference: AB1; workplace: hybrid\np Type.\nh Requirements\n- Care\nh Benefits\np Tea\n");
}

TEST_CASE("Recruitee: three switches for the workplace") {
    CHECK(of(R"({"offers": [{"id": 5, "title": "Clerk", "company_name": "Acme", "careers_url": "https://example.org/o/clerk", "country_code": "NL", "location": "Utrecht", "remote": true, "hybrid": true, "on_site": false, "employment_type_code": "fulltime_permanent",
"salary": {"min": "2500", "max": "3000", "period": "month", "currency": "EUR"}, "published_at": "2026-03-03 12:00:00 UTC", "close_at": null, "description": "<p>Typ.</p>", "requirements": "<p>Geduld</p>"}]})") ==
          "recruitee\nid: 5; title: Clerk; employer: Acme; country: NL; location: Utrecht; pay: 2500-3000 EUR month; posted: 2026-03-03; contract: permanent; workplace: hybrid\np Typ.\nh Requirements\np Geduld\n");
}

TEST_CASE("Teamtailor: the API, and the JSON feed with a JobPosting beside each item") {
    CHECK(of(R"({"data": [{"id": "9", "type": "jobs", "attributes": {"title": "Clerk", "pitch": "Join us", "body": "<p>Type.</p>", "remote-status": "fully", "created-at": "2026-02-01T00:00:00Z", "min-salary": 21000, "max-salary": 23000, "currency": "GBP", "salary-time-unit": "yearly"},
"relationships": {"locations": {"data": [{"id": "4", "type": "locations"}, {"id": "5", "type": "locations"}, {"id": "6", "type": "locations"}]}, "department": {"data": null}}}],
"included": [{"id": "4", "type": "locations", "attributes": {"city": "Oslo", "country": "Norway"}}, {"id": "5", "type": "locations", "attributes": {"city": "Bergen"}}, {"id": "5", "type": "users", "attributes": {"city": "no"}}]})") ==
          "teamtailor\nid: 9; title: Clerk; country: NO; location: Oslo, Bergen; pay: 21000-23000 GBP year; posted: 2026-02-01; workplace: remote\np Join us\np Type.\n");
    CHECK(of(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Acme", "items": [{"id": "f1", "title": "Clerk", "content_html": "<p>Type.</p>", "_jobposting": {"@type": "JobPosting", "url": "u1", "title": "Clerk", "description": "<p>Type.</p>", "hiringOrganization": {"name": "Acme"}}}]})") ==
          "jobposting\nid: u1; title: Clerk; employer: Acme\np Type.\n");
    CHECK(of(R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "f1", "title": "Clerk", "date_published": "2026-02-01", "content_html": "<p>Type.</p>"}]})") == "json-feed\nid: f1; title: Clerk; posted: 2026-02-01\np Type.\n");
}
