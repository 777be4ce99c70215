// Broken packs say where and what.
#include "support/catch.hpp"

#include <rolewright/rolewright.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace rolewright;

namespace {

// The error of an engine with one more pack of this text, its folder's path left out.
std::string loaded(const std::string & pack) {
    const auto folder = std::filesystem::temp_directory_path() / ("rolewright-pack-test-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "pack.xml") << pack;
    const auto made = engine::create({.packs = {folder.string()}});
    std::filesystem::remove_all(folder);
    if (made) return "loaded";
    auto text = made.error().to_string();
    // Errors in a file name the folder too.
    if (text.find("pack.xml:") != std::string::npos) REQUIRE(text.starts_with(folder.string() + "/"));
    if (const auto at = text.find(folder.string() + "/"); at != std::string::npos) text.erase(at, folder.string().size() + 1);
    return text;
}

std::string criteria(const std::string & inside) { return loaded("<pack kind=\"criteria\" lang=\"en\" version=\"1\" licence=\"CC0-1.0\" format=\"1\" extends=\"digital-skills/en\">\n" + inside + "\n</pack>\n"); }

}  // namespace

TEST_CASE("broken packs say where and what") {
    CHECK(criteria("<evidence id=\"own.a\" criterion=\"spreadsheets\" level=\"tool\"><query>abacus</query></evidence>") == "loaded");
    const std::pair<std::string, std::string> rows[] = {
        {"<evidence id=\"a\" criterion=\"magic\" level=\"tool\"><query>x</query></evidence>", "pack.xml:2:2: expected the id of a criterion, found 'magic'"},
        {"<evidence id=\"a\" criterion=\"spreadsheets\" level=\"high\"><query>x</query></evidence>", "pack.xml:2:2: expected level to be one of vague, tool, practical; found 'high'"},
        {"<evidence criterion=\"spreadsheets\" level=\"tool\"><query>x</query></evidence>", "pack.xml:2:2: expected the attribute id in <evidence>, found none"},
        {"<evidence id=\"a\" criterion=\"spreadsheets\" level=\"tool\"/>", "pack.xml:2:2: expected a <query> in <evidence>, found none"},
        {"<evidence id=\"a\" criterion=\"spreadsheets\" level=\"tool\" colour=\"red\"><query>x</query></evidence>", "pack.xml:2:2: unexpected attribute colour in <evidence>, expected id, criterion, level, strength, practice, source, roles or except"},
        {"<evidence id=\"a\" criterion=\"spreadsheets\" level=\"tool\"><query>x</query><maybe/></evidence>", "pack.xml:2:73: unexpected <maybe> in <evidence>, expected <query>, <yes> or <no>"},
        {"<evidence id=\"a\" criterion=\"spreadsheets\" level=\"tool\">\n<query>a (b</query></evidence>", "pack.xml:3:12: expected ')', found the end"},
        {"<evidence id=\"spreadsheets.tool\" criterion=\"spreadsheets\" level=\"tool\"><query>x</query></evidence>", "pack.xml:2:2: expected each evidence id once, found 'spreadsheets.tool' again"},
        {"<trap id=\"t\" why=\"mood\"><query>x</query></trap>", "pack.xml:2:2: expected why to be one of apply, interview, employer, reader, name, verb, negated, other; found 'mood'"},
        {"<list name=\"knowledge\">skill~</list>", "pack.xml:2:2: expected each list once, found 'knowledge' again"},
        {"<criterion id=\"spreadsheets\" part=\"everyday\"><title>Again</title></criterion>", "expected each criterion id once, found 'spreadsheets' again"},
        {"<criterion id=\"own\" part=\"role\" implied-by=\"documents magic\"><title>Own</title></criterion>", "expected ids of criteria in implied-by of 'own', found 'magic'"},
        {"<spell/>", "pack.xml:2:2: unexpected <spell> in <pack>, expected <criterion>, <evidence>, <trap>, <bound>, <suggest>, <practice>, <tools>, <framework>, <list>, <level>, <strength>, <band> or <source>"},
        {"<evidence id=\"a\" criterion=\"spreadsheets\" level=\"tool\"><query>$nolist</query></evidence>", "pack.xml:2:57: expected the name of a list, found '$nolist'"},
    };
    for (const auto & [inside, expected] : rows) CHECK(criteria(inside) == expected);
    CHECK(loaded("<pack kind=\"spells\" lang=\"en\" version=\"1\" licence=\"x\" format=\"1\"/>") == "pack.xml:1:2: expected kind to be one of language, criteria, roles, rules, messages; found 'spells'");
    CHECK(loaded("<pack kind=\"rules\" lang=\"en\" version=\"1\" licence=\"x\" format=\"2\"/>") == "pack.xml:1:2: expected format 1, found 2: this engine reads 1");
    CHECK(loaded("<pack kind=\"rules\" lang=\"en\" version=\"1\" licence=\"x\" format=\"1\"><rule id=\"r\" kind=\"words\" severity=\"hint\"><message>m</message></rule></pack>") == "pack.xml:1:66: expected a <query> in a rule of kind words, found none");
    CHECK(loaded("<pack kind=\"rules\"").find("pack.xml:1:") == 0);
    CHECK(loaded("<pack kind=\"criteria\" lang=\"en\" version=\"1\" licence=\"x\" format=\"1\" extends=\"no/en\"/>").find("expected the id of a pack to extend, found 'no/en'") != std::string::npos);
    CHECK_FALSE(engine::create({.packs = {"/no/such/folder"}}));
}

TEST_CASE("the hash of the packs does not depend on where they were read from") {
    const auto once = engine::create(), again = engine::create();
    REQUIRE(once);
    REQUIRE(again);
    CHECK(once->packs_hash() == again->packs_hash());
    CHECK(once->packs_hash().size() == 16);
}
