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

// Packs that are compiled afresh: one more rule, of a word that no advert has, makes them others.
template <class Make>
auto with_one_more_rule(Make && make) {
    const auto folder = std::filesystem::temp_directory_path() / ("rolewright-saved-test-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "pack.xml") << R"(<pack id="more" kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">
<evidence id="more.word" criterion="spreadsheets" level="tool"><query>zzyzxabacus</query></evidence></pack>)";
    auto made = make(engine_options{.packs = {folder.string()}});
    std::filesystem::remove_all(folder);
    REQUIRE(made);
    return *std::move(made);
}

std::vector<std::string> printed_queries(const packs::language_set & set) {
    std::vector<std::string> made;
    for (const auto & [name, list] : set.lists) made.push_back(query::print(list.body));
    for (const auto & rule : set.criteria.evidence)
        for (const auto & q : rule.queries)
            if (rule.id != "more.word") made.push_back(query::print(q));
    for (const auto & role : set.roles.roles)
        for (const auto & q : role.duties) made.push_back(query::print(q));
    return made;
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
    for (const auto & [tag, set] : packs->languages) CHECK(set.taken_up);
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
    const auto afresh = with_one_more_rule([](const engine_options & o) { return engine::create(o); });
    std::size_t compared = 0;
    for (const auto & file : support::adverts()) {
        if (file.path.find(RW_TEST_ADVERTS) != 0) continue;
        INFO(file.path);
        const auto a = saved->review(file.bytes, {.date = "2026-06-01"});
        const auto b = afresh.review(file.bytes, {.date = "2026-06-01"});
        REQUIRE(a.has_value() == b.has_value());
        if (!a) continue;
        REQUIRE(a->adverts.size() == b->adverts.size());
        for (std::size_t i = 0; i < a->adverts.size(); ++i, ++compared) {
            CHECK(a->adverts[i].card.score == b->adverts[i].card.score);
            CHECK(verdicts(a->adverts[i]) == verdicts(b->adverts[i]));
        }
    }
    CHECK(compared > 0);
}

TEST_CASE("the queries of saved packs are there for who asks") {
    const auto saved = packs::load({});
    REQUIRE(saved);
    const auto afresh = with_one_more_rule([](const engine_options & o) { return packs::load(o); });
    CHECK_FALSE(afresh.languages.at("en").taken_up);
    CHECK(printed_queries(saved->languages.at("en")) == printed_queries(afresh.languages.at("en")));
}
