#include "support/catch.hpp"
#include "support/documents.hpp"

#include "read/map_parts.hpp"

#include <filesystem>

using namespace rolewright;
using support::printed;

namespace {

std::string of(std::string_view bytes, std::string_view map) {
    auto made = field_map::parse(map, "map.xml");
    if (!made) return made.error().to_string();
    return printed(read(bytes, {.format = {}, .limits = {}, .map = *std::move(made)}));
}

std::string broken(std::string_view map) {
    const auto made = field_map::parse(map, "map.xml");
    return made ? "" : made.error().to_string();
}

}  // namespace

TEST_CASE("a map says where the fields of XML are") {
    CHECK(of("<export><post ref='7' pay='20'><names><name>Clerk</name></names><town>Leeds</town><county>West Yorkshire</county><mode>wfh</mode><ends>03/04/2027</ends><low>21000</low><high>23000</high>"
             "<part kind='intro'>Hello.</part><part kind='tasks'><p>Type.</p><p>File.</p></part><want><h>Wanted</h><item>Care</item></want></post></export>",
             R"(<map name="acme" format="xml" adverts="export/post">
  <id from="@ref"/> <title from="missing | names/name"/> <employer from="'Acme Ltd'"/> <location from="town + county"/>
  <closing from="ends" date="dmy"/> <salary min="low" max="high" currency="'GBP'" per="'year'"/>
  <workplace from="mode"><is when="wfh" value="remote"/></workplace> <row from="@pay" label="Allowance"/>
  <text from="part[@kind=intro]"/> <text from="part[@kind=tasks]" heading="'Tasks'"/> <text each="want" from="item" heading="h"/>
</map>)") ==
          "acme\nid: 7; title: Clerk; employer: Acme Ltd; location: Leeds, West Yorkshire; pay: 21000-23000 GBP year; closing: 2027-04-03; workplace: remote\n"
          "c Allowance\nc 20\np Hello.\nh Tasks\np Type.\np File.\nh Wanted\np Care\n");
}

TEST_CASE("a map says where the fields of JSON, of lines and of a table are") {
    CHECK(of(R"({"r": {"rows": [{"n": "Clerk", "b": ["Type.", "File."]}, {"n": "Cook", "b": []}]}})", R"(<map adverts="r/rows"><title from="n"/><text from="b"/></map>)") == "map\ntitle: Clerk\n- Type.\n- File.\ntitle: Cook\n");
    CHECK(of("{\"n\": \"Clerk\", \"b\": \"Type.\"}\n{\"n\": \"Cook\", \"b\": \"Cook.\"}\n", R"(<map><title from="n"/><text from="b"/></map>)") == "ndjson\ntitle: Clerk\np Type.\ntitle: Cook\np Cook.\n");
    CHECK(of("Bezeichnung/Titel;Wo;Was\nKoch;Ulm;Kochen.\n", R"(<map format="csv"><title from="Bezeichnung/Titel"/><location from="Wo"/><text from="Was"/></map>)") == "csv\ntitle: Koch; location: Ulm\np Kochen.\n");
    CHECK(of("{\"a\": 1}", R"(<map adverts="none"><text from="b"/></map>)") == "map +no-advert-fields\n");
}

TEST_CASE("errors in a map name file, line and column") {
    CHECK(broken("<map>\n  <titel from='a'/>\n</map>") == "map.xml:2:4: expected the name of a field, such as <title>; found <titel>");
    CHECK(broken("<map>\n  <title form='a'/>\n</map>") == "map.xml:2:10: expected from or label, found 'form'");
    CHECK(broken("<map>\n  <title/>\n</map>") == "map.xml:2:4: expected 'from' with a place in <title>, found none");
    CHECK(broken("<map>\n  <title from=''/>\n</map>") == "map.xml:2:10: expected the place of a value in 'from', found nothing");
    CHECK(broken("<map>\n  <title from='a | '/>\n</map>") == "map.xml:2:10: expected a place between the signs in 'from', found nothing");
    CHECK(broken("<map format='docx'><text from='a'/></map>") == "map.xml:1:6: expected xml, json, ndjson or csv, found 'docx'");
    CHECK(broken("<map>\n<contract from='a'><is when='x' value='forever'/></contract></map>") == "map.xml:2:33: expected permanent, fixed-term, temporary, casual, internship or volunteer, found 'forever'");
    CHECK(broken("<map><closing from='a' date='d.m.y'/></map>") == "map.xml:1:24: expected dmy, mdy or ymd, found 'd.m.y'");
    CHECK(broken("<map><title from='a'/></map>") == "map.xml:1:2: expected <text> with the place of the advert's text, found none");
    CHECK(broken("<feed/>") == "map.xml:1:2: expected <map>, found <feed>");
    CHECK(broken("<map>\n<text").starts_with("map.xml:2:"));
    CHECK(broken("").starts_with("map.xml:1:1: expected a mapping file in XML"));
}

TEST_CASE("the built-in maps are all sound, and the one of usual names comes last") {
    const auto maps = readers::format_maps();
    CHECK(maps.size() == 22);
    CHECK(maps.back().inside().name == "fields");
    for (const auto & m : maps) CHECK_FALSE(m.inside().name.empty());
}
