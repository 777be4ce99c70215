// What facts promise, on every advert there is: ranges are valid and stand on code-point boundaries, a heading more
// changes none of them, words known from the text before read as words that are looked up again, and no kind of token comes
// as a surprise.
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/engine.hpp"
#include "support/said.hpp"

#include "advert/facts/line_kinds.hpp"
#include "engine/parts.hpp"

#include <rolewright/rolewright.hpp>

using namespace rolewright;

namespace {

template <class F>
void each_fact(const advert_facts & f, F && look) {
    look("title", f.title), look("employer", f.employer), look("location", f.location), look("salary", f.salary);
    look("closing", f.closing), look("interview", f.interview), look("start", f.start), look("posted", f.posted);
    look("hours_per_week", f.hours_per_week), look("fte", f.fte), look("days_per_week", f.days_per_week), look("contract", f.contract), look("workplace", f.workplace);
    look("office_days", f.office_days), look("home_days", f.home_days), look("travel", f.travel);
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

namespace {

// A heading of each kind, as adverts write it.
const char * heading_for(section_kind kind) {
    switch (kind) {
        case section_kind::employer: return "ABOUT US";
        case section_kind::role: return "THE ROLE";
        case section_kind::duties: return "WHAT YOU WILL DO";
        case section_kind::requirements: return "REQUIREMENTS";
        case section_kind::essential: return "ESSENTIAL";
        case section_kind::desirable: return "DESIRABLE";
        case section_kind::benefits: return "BENEFITS";
        case section_kind::pay: return "PAY AND HOURS";
        case section_kind::apply: return "HOW TO APPLY";
        case section_kind::equality: return "EQUAL OPPORTUNITIES";
        case section_kind::other: return nullptr;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("known words are the fact tokens that they would be anyway") {
    const auto & set = *support::the_engine().inside().packs.find("en");
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

TEST_CASE("a line's tokens are of no kind that its words leave out") {
    const auto & set = *support::the_engine().inside().packs.find("en");
    std::vector<text::token> words;
    std::vector<adverts::fact_token> tokens;
    constexpr auto other = packs::bit(packs::fact_kind::other);
    const auto check = [&](std::string_view bytes, range line) {
        words.clear(), tokens.clear();
        text::tokenize(bytes, line, set.words, words);
        adverts::fact_tokens(bytes, line, words, set, tokens);
        const auto told = adverts::kinds_of(bytes, line, words, set);
        packs::fact_kinds kinds = 0;
        for (const auto & t : tokens) kinds |= t.kinds;
        INFO(line.of(bytes));
        CHECK((!told.told || (kinds & ~told.kinds & ~other) == 0));
        CHECK((told.figures > 0) == std::any_of(words.begin(), words.end(), [](const text::token & t) { return t.digits; }));
    };
    for (const std::string_view odd : {"AU$", "paid p.a. here", "paid p. a. here", "paid p/h", "24k", "paid&pound;hours", "&#50;", "ho\u00adurs", "\u200byears", "years' pay", "C# 3rd 9am.", "x", ""}) check(odd, {0, static_cast<std::uint32_t>(odd.size())});
    for (const auto & file : support::adverts())
        for (std::size_t begin = 0; begin < file.bytes.size();) {
            const auto end = std::min(file.bytes.find('\n', begin), file.bytes.size());
            check(file.bytes, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
            begin = end + 1;
        }
}

TEST_CASE("a heading more changes no fact") {
    const auto & engine = support::the_engine();
    std::size_t tried = 0;
    for (const auto & file : support::adverts()) {
        if (file.html) continue;
        INFO(file.path);
        const review_options options{.language = "en", .date = "2026-06-01", .input = "text"};
        const auto before = engine.review(file.bytes, options);
        if (!before || before->adverts.size() != 1 || before->encoding != "utf-8") continue;
        const auto & advert = before->adverts.front().advert;
        const auto expected = values_of(advert.facts);
        // The heading says what the text below it is, as a writer would: before a paragraph behind an empty line that no line
        // above it announces.
        std::size_t in_this = 0;
        constexpr std::size_t most = 6;
        for (std::size_t i = 1; i < advert.statements.size() && in_this < most; ++i) {
            const auto & s = advert.statements[i];
            const auto & above = advert.statements[i - 1];
            const auto * heading = heading_for(s.kind);
            const bool paragraph = s.text.begin == advert.source.blocks[s.block].text.begin && advert.source.blocks[s.block].spaced && s.form != statement_form::list_item;
            if (!heading || !paragraph || above.section != s.section || advert.source.text[above.text.end - 1] != '.') continue;
            const auto after = engine.review(std::string(file.bytes).insert(s.text.begin, std::string(heading) + "\n\n"), options);
            INFO(heading << " at byte " << s.text.begin);
            REQUIRE((after && after->adverts.size() == 1));
            CHECK(values_of(after->adverts.front().advert.facts) == expected);
            ++in_this, ++tried;
        }
        const auto after = engine.review(file.bytes + "\n\nABOUT US\n\nWe are glad that you read this.\n", options);
        REQUIRE((after && after->adverts.size() == 1));
        CHECK(values_of(after->adverts.front().advert.facts) == expected);
    }
    CHECK(tried > 0);
}
