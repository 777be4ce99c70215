#include "support/catch.hpp"
#include "support/documents.hpp"

#include "read/record.hpp"

using namespace rolewright;
using namespace std::string_literals;
using support::printed;

namespace {

std::string of(std::string_view bytes, const read_options & options = {}) { return printed(read(bytes, options)); }

constexpr auto posting = R"({"@context": "http://schema.org", "@type": "JobPosting", "title": "Clerk", "url": "u1", "hiringOrganization": {"name": "Acme"}, "datePosted": "2026-05-01T10:16:42+0100", "validThrough": "2026-06-20T23:59:59+0000", "employmentType": "TEMPORARY",
"jobLocation": {"address": {"addressLocality": "Leeds", "addressCountry": "GB"}}, "baseSalary": {"currency": "GBP", "value": {"minValue": "21853", "maxValue": "28577", "unitText": "YEAR", "value": "£13.00 to £17.00 per hour"}},
"description": "&lt;p&gt;We file &amp;amp; type.&lt;/p&gt;\n&lt;ul&gt;&lt;li&gt;Post&lt;/li&gt;&lt;/ul&gt;"})";

const std::string read_posting = "id: u1; title: Clerk; employer: Acme; country: GB; location: Leeds; pay: 21853-28577 GBP year; posted: 2026-05-01; closing: 2026-06-20; contract: temporary\n"
                                 "p We file & type.\n- Post\nc Base salary\nc £13.00 to £17.00 per hour\n";

std::string on_one_line(std::string json) {
    for (auto & c : json)
        if (c == '\n') c = ' ';
    return json;
}

}  // namespace

TEST_CASE("JobPostings: one, several, in a graph, in a list, a line each") {
    const std::string p = posting;
    CHECK(of(p) == "jobposting\n" + read_posting);
    CHECK(of("[" + p + "," + p + "]") == "jobposting\n" + read_posting + read_posting);
    CHECK(of(R"({"@context": "x", "@graph": [{"@type": "Organization"}, )" + p + "]}") == "jobposting\n" + read_posting);
    CHECK(of(R"({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": )" + p + "}]}") == "jobposting\n" + read_posting);
    CHECK(of(on_one_line(p) + "\n\n" + on_one_line(p) + "\n") == "ndjson\n" + read_posting + read_posting);
}

TEST_CASE("JSON that is not clean is mended, with a note") {
    const std::string mended = "record +json-mended\ntitle: Clerk\np Keep files\n";
    CHECK(of("\xEF\xBB\xBF{\"title\": \"Clerk\", \"text\": \"Keep files\"}") == "record\ntitle: Clerk\np Keep files\n");
    CHECK(of("{\"title\": \"Clerk\", \"text\": \"Keep files\",}") == mended);
    CHECK(of("[{\"title\": \"Clerk\", \"text\": \"Keep files\"},]") == mended);
    CHECK(of("{\"title\": \"Clerk\", \"text\": \"Keep files\"};\nalert(1)") == mended);
    CHECK(of("{\"title\": \"Clerk\", /* said twice */ \"text\": \"Keep files\" // once\n}") == mended);
    CHECK(of("// a comment\n{\"title\": \"Clerk\", \"text\": \"Keep files\"}") == mended);
    CHECK(of(")]}',\n{\"title\": \"Clerk\", \"text\": \"Keep files\"}") == mended);
    CHECK(of("show({\"title\": \"Clerk\", \"text\": \"Keep files\"});") == mended);
    CHECK(of("{\"title\": \"Clerk\", \"id\": undefined, \"text\": \"Keep files\"}") == mended);
    CHECK(read("<![CDATA[\n{\"title\": \"Clerk\", \"text\": \"Keep files\"}\n]]>", {"json", {}, {}})->documents.size() == 1);
    CHECK(of("{\"title\": \"Cl\\erk\", \"text\": \"Keep files\"}") == mended);
    CHECK(of("{\"title\": \"Clerk\", \"text\": \"one\ntwo\tthree\"}") == "record +json-mended\ntitle: Clerk\np one\np two\tthree\n");
    CHECK(of("{\"title\": \"half \\ud800 pair \\ud83d\\ude00\", \"html\": \"<p>x // y</p>\",}") == "record +json-mended\ntitle: half \xEF\xBF\xBD pair 😀\np x // y\n");
    CHECK(of("{\"title\": \"Caf\xE9\", \"text\": \"Keep files\"}").find("title: Café") != std::string::npos);
    CHECK(of("{\"text\": \"cut").starts_with("error bad-record: expected JSON: "));
}

TEST_CASE("a broken line of NDJSON is noted, and the others are read") {
    CHECK(of("{\"id\": \"a\", \"text\": \"One\"}\n{\"id\": \"b\", \"text\": \n[1]\n{\"id\": \"c\", \"text\": \"Three\"}\n", {"ndjson", {}, {}}).starts_with("ndjson +record-not-read(2)(expected a JSON object, found a line that is none: "));
    CHECK(of("{\"id\": \"a\", \"text\": \"One\"}\n{\"id\": \"b\", \"text\": \n{\"id\": \"c\", \"html\": \"<p>Three</p>\"}\n").ends_with("id: a\np One\nid: c\np Three\n"));
}

TEST_CASE("JSON with other fields: the usual names are known, unknown ones are said to be so") {
    CHECK(of(R"({"results": {"page": [{"job_title": "Clerk", "Company Name": "Acme", "description": "<p>Type.</p>", "closing-date": "2026-06-20"}]}})") == "fields\ntitle: Clerk; employer: Acme; closing: 2026-06-20\np Type.\n");
    CHECK(of(R"({"a": {"b": 1}})") == "json +no-advert-fields\n");
    CHECK(of("[]") == "json +no-advert-fields\n");
}

TEST_CASE("hostile JSON costs bounded time and memory") {
    CHECK(of(std::string(100'000, '['), {"json", {}, {}}).starts_with("error "));
    CHECK(of("{\"a\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}") == "error too-large: expected values at most 512 deep, found deeper ones\n");
    std::string many = "[{}";
    for (int i = 0; i < 1'000'000; ++i) many += ",1";
    CHECK(of(many + "]", {"json", {.values = 1000}, {}}) == "error too-large: expected at most 1000 values, found more\n");
    CHECK(of(many + "]") == "json +no-advert-fields\n");
    std::string items = "{\"jobs\": [";
    for (int i = 0; i < 10'000; ++i) items += R"({"title": "t", "description": "d"},)";
    const auto made = read(items + "]}", {"json", {.adverts = 100}, {}});
    REQUIRE(made);
    CHECK(made->documents.size() == 100);
    for (const auto * piece : {"\"", "\\", "/*", "//", "\\ud800", "{\"a\":", ","}) {
        std::string all = "{\"text\": ";
        while (all.size() < 1'000'000) all += piece;
        CHECK_NOTHROW(read(all, {"json", {}, {}}));
    }
}
