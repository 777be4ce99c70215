// The built-in packs are compiled when the library is built; an engine must not show whether it took that up.
#include "support/catch.hpp"
#include "support/corpus.hpp"

#include "base/embedded.hpp"
#include "packs/load.hpp"
#include "packs/saved.hpp"

#include <rolewright/rolewright.hpp>

#include <unistd.h>

using namespace rolewright;

namespace {

std::string saved_when_built() {
    const auto files = embedded_below("saved");
    return files.empty() ? std::string() : std::string(files.front().bytes);
}

// An engine whose packs are compiled afresh: one more rule, of a word that no advert has, makes them others.
engine compiled_afresh() {
    const auto folder = std::filesystem::temp_directory_path() / ("rolewright-saved-test-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "pack.xml") << R"(<pack id="more" kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">
<evidence id="more.word" criterion="spreadsheets" level="tool"><query>zzyzxabacus</query></evidence></pack>)";
    auto made = engine::create({.packs = {folder.string()}});
    std::filesystem::remove_all(folder);
    REQUIRE(made);
    return *std::move(made);
}

std::vector<std::string> verdicts(const review & of) {
    std::vector<std::string> made;
    const auto add = [&](const std::string & rule, range where) { made.push_back(rule + ' ' + std::to_string(where.begin) + ' ' + std::to_string(where.end)); };
    for (const auto & e : of.judgement.evidence) add(e.rule, e.quote);
    for (const auto & i : of.judgement.ignored) add(i.rule, i.quote);
    for (const auto & f : of.findings) add(f.rule, f.where);
    return made;
}

}  // namespace

TEST_CASE("what is saved of the packs comes back whole") {
    const auto bytes = saved_when_built();
    REQUIRE(!bytes.empty());
    const auto packs = packs::load({});
    REQUIRE(packs);
    CHECK(packs::save(*packs) == bytes);
    CHECK(packs::restore(bytes, packs->hash).size() == packs->languages.size());
}

TEST_CASE("what was saved of other packs, or is cut short, is not used") {
    const auto bytes = saved_when_built();
    const auto hash = packs::load({})->hash;
    CHECK(packs::restore(bytes, "another hash").empty());
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{30}, bytes.size() / 2, bytes.size() - 1}) CHECK(packs::restore(std::string_view(bytes).substr(0, size), hash).empty());
}

TEST_CASE("saved packs and packs compiled afresh say the same") {
    const auto saved = engine::create();
    REQUIRE(saved);
    const auto afresh = compiled_afresh();
    for (const auto & file : support::adverts()) {
        if (file.path.find(RW_TEST_ADVERTS) != 0) continue;
        INFO(file.path);
        const auto a = saved->review(file.bytes, {.date = "2026-06-01"});
        const auto b = afresh.review(file.bytes, {.date = "2026-06-01"});
        REQUIRE(a.has_value() == b.has_value());
        if (!a) continue;
        REQUIRE(a->adverts.size() == b->adverts.size());
        for (std::size_t i = 0; i < a->adverts.size(); ++i) {
            CHECK(a->adverts[i].card.score == b->adverts[i].card.score);
            CHECK(verdicts(a->adverts[i]) == verdicts(b->adverts[i]));
        }
    }
}

TEST_CASE("the queries of saved packs are there for who asks") {
    const auto packs = packs::load({});
    REQUIRE(packs);
    const auto & set = packs->languages.at("en");
    for (const auto & rule : set.criteria.evidence)
        for (const auto & q : rule.queries) CHECK(!query::print(q).empty());
}
