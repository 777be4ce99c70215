// What facts promise, on every advert there is: ranges are valid and stand on code-point boundaries, a heading more
// changes none of them, and words known from the text before read as words that are looked up again.
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/said.hpp"

#include "advert/facts/fact_tokens.hpp"
#include "engine/parts.hpp"

#include <rolewright/rolewright.hpp>

using namespace rolewright;

namespace {

template <class F>
void each_fact(const advert_facts & f, F && look) {
    look("title", f.title), look("employer", f.employer), look("location", f.location), look("salary", f.salary);
    look("closing", f.closing), look("interview", f.interview), look("start", f.start), look("posted", f.posted);
    look("hours_per_week", f.hours_per_week), look("fte", f.fte), look("days_per_week", f.days_per_week), look("contract", f.contract), look("workplace", f.workplace);
    look("experience_years", f.experience_years), look("qualification", f.qualification), look("reference", f.reference);
    look("contact_name", f.contact_name), look("contact_email", f.contact_email), look("contact_phone", f.contact_phone), look("posts", f.posts), look("postcode", f.postcode);
    look("shifts", f.shifts), look("licences", f.licences), look("checks", f.checks), look("languages", f.languages), look("benefits", f.benefits);
}

std::vector<std::pair<std::string, std::string>> values_of(const advert_facts & f) {
    std::vector<std::pair<std::string, std::string>> made;
    each_fact(f, [&](const char * name, const auto & v) { made.emplace_back(name, support::value_of(v)); });
    return made;
}

bool on_boundary(std::string_view text, std::uint32_t at) { return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; }

}  // namespace

TEST_CASE("ranges of facts are ranges of the text") {
    const auto engine = engine::create();
    REQUIRE(engine);
    for (const auto & file : support::adverts()) {
        INFO(file.path);
        const auto read = engine->review(file.bytes, {.date = "2026-06-01"});
        if (!read) continue;
        for (const auto & r : read->adverts) {
            const std::string_view text = r.advert.source.text;
            each_fact(r.advert.facts, [&](const char * name, const auto & f) {
                INFO(name);
                bool good = true;
                for (const auto & where : f.ranges) good = good && where.begin < where.end && where.end <= text.size() && on_boundary(text, where.begin) && on_boundary(text, where.end);
                CHECK(good);
                CHECK((!f.value || f.given || !f.ranges.empty()));
            });
        }
    }
}

TEST_CASE("known words are the fact tokens that they would be anyway") {
    const auto engine = engine::create();
    REQUIRE(engine);
    const auto & set = *engine->inside().packs.find("en");
    std::vector<text::token> words;
    std::vector<adverts::fact_token> with, without;
    for (const auto & file : support::adverts()) {
        INFO(file.path);
        const range all{0, static_cast<std::uint32_t>(file.bytes.size())};
        words.clear(), with.clear(), without.clear();
        text::tokenize(file.bytes, all, set.words, words);
        adverts::fact_tokens(file.bytes, all, words, set, with);
        adverts::fact_tokens(file.bytes, all, {}, set, without);
        REQUIRE(with.size() == without.size());
        const auto differ = [](const adverts::fact_token & a, const adverts::fact_token & b) {
            return a.text != b.text || a.kinds != b.kinds || a.number != b.number || a.code != b.code || a.value != b.value || a.spaced != b.spaced || a.glued != b.glued || a.parted != b.parted || a.capital != b.capital;
        };
        const auto [first, other] = std::mismatch(with.begin(), with.end(), without.begin(), [&](const auto & a, const auto & b) { return !differ(a, b); });
        if (first != with.end()) FAIL(first->text.of(file.bytes) << " and " << other->text.of(file.bytes));
    }
}

TEST_CASE("a heading more changes no fact") {
    const auto engine = engine::create();
    REQUIRE(engine);
    for (const auto & file : support::adverts()) {
        if (file.html) continue;
        INFO(file.path);
        const review_options options{.language = "en", .date = "2026-06-01", .input = "text"};
        const auto before = engine->review(file.bytes, options);
        const auto after = engine->review(file.bytes + "\n\nABOUT US\n\nWe are glad that you read this.\n", options);
        if (!before || !after || before->adverts.size() != 1) continue;
        CHECK(values_of(before->adverts.front().advert.facts) == values_of(after->adverts.front().advert.facts));
    }
}
