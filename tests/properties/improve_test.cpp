// What a draft promises, on every advert there is: facts and statements stand word for word, the score does not fall,
// and improving the draft changes nothing.
#include "support/catch.hpp"
#include "support/corpus.hpp"

#include <rolewright/rolewright.hpp>

#include <algorithm>
#include <set>

namespace {

using rolewright::change_kind;

std::string squeezed(std::string_view words) {
    static const std::string_view spaces[] = {" ", "\n", "\r", "\t", "\f", "\v", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\x83", "\xE2\x80\x82", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\xA8"};
    std::string made;
    for (std::size_t i = 0; i < words.size();) {
        const auto space = std::find_if(std::begin(spaces), std::end(spaces), [&](auto s) { return words.substr(i, s.size()) == s; });
        if (space == std::end(spaces)) made += words[i++];
        else {
            if (!made.empty() && made.back() != ' ') made += ' ';
            i += space->size();
        }
    }
    while (!made.empty() && made.back() == ' ') made.pop_back();
    return made;
}

rolewright::review read_again(const rolewright::engine & with, const std::string & text, const rolewright::review_options & options) {
    auto result = with.review(text, options);
    REQUIRE(result);
    REQUIRE(result->adverts.size() == 1);
    return std::move(result->adverts.front());
}

// The values of a fact that has several, in no order: a draft may put the lines that state them in another.
std::set<std::string> values_of(const rolewright::fact<std::vector<std::string>> & f) {
    return f ? std::set<std::string>(f.value->begin(), f.value->end()) : std::set<std::string>();
}

}  // namespace

TEST_CASE("drafts keep what they promise") {
    const auto engine = rolewright::engine::create();
    REQUIRE(engine);
    for (const auto & file : support::adverts()) {
        INFO(file.path);
        rolewright::review_options options{.date = "2026-06-01"};
        const auto first = engine->review(file.bytes, options);
        if (!first || first->adverts.empty()) continue;
        const auto & original = first->adverts.front();
        if (!original.card.score) continue;
        // With the role pinned, as the promise says.
        options.role = original.judgement.role.id.empty() ? original.judgement.role.family : original.judgement.role.id;
        for (const std::string format : {"md", "txt", "html"}) {
            INFO(format);
            const auto draft = engine->improve(original, {.format = format});
            REQUIRE(draft);
            const auto again = read_again(*engine, draft->text, options);
            const auto words = squeezed(again.advert.source.text);

            std::set<std::string> replaced;
            for (const auto & c : draft->changes)
                if (c.kind == change_kind::replace) replaced.insert(squeezed(c.where.of(original.advert.source.text)));
            for (const auto & s : original.advert.statements) {
                const auto whole = squeezed((s.label.empty() ? s.text : rolewright::range{s.label.end, s.text.end}).of(original.advert.source.text));
                const auto value = whole.starts_with(": ") ? whole.substr(2) : whole.starts_with(":") ? squeezed(whole.substr(1)) : squeezed(whole);
                const auto trimmed = value.substr(std::min(value.size(), value.find_first_not_of(" -")));
                if (replaced.contains(whole)) continue;
                INFO("statement: " << trimmed);
                CHECK(words.find(trimmed) != std::string::npos);
            }
            CHECK(*again.card.score >= *original.card.score - 1e-6);

            const auto & f = original.advert.facts;
            const auto & g = again.advert.facts;
            if (f.salary) CHECK((g.salary && g.salary.value->min == f.salary.value->min && g.salary.value->max == f.salary.value->max));
            if (f.closing) CHECK(g.closing.value == f.closing.value);
            if (f.hours_per_week) CHECK(g.hours_per_week.value == f.hours_per_week.value);
            if (f.contract) CHECK(g.contract.value == f.contract.value);
            if (f.workplace) CHECK(g.workplace.value == f.workplace.value);
            if (f.interview) CHECK(g.interview.value == f.interview.value);
            if (f.start) CHECK(g.start.value == f.start.value);
            if (f.fte) CHECK(g.fte.value == f.fte.value);
            if (f.experience_years) CHECK(g.experience_years.value == f.experience_years.value);
            if (f.employer && !f.employer.given) CHECK(g.employer.value == f.employer.value);
            if (f.reference) CHECK(g.reference.value == f.reference.value);
            if (f.posts) CHECK(g.posts.value == f.posts.value);
            if (f.contact_email) CHECK(g.contact_email.value == f.contact_email.value);
            if (f.contact_phone) CHECK(g.contact_phone.value == f.contact_phone.value);
            if (f.days_per_week) CHECK(g.days_per_week.value == f.days_per_week.value);
            if (f.postcode) CHECK(g.postcode.value == f.postcode.value);
            for (const auto & [before, after] : {std::pair(&f.shifts, &g.shifts), std::pair(&f.licences, &g.licences), std::pair(&f.checks, &g.checks), std::pair(&f.languages, &g.languages)})
                CHECK(values_of(*before) == values_of(*after));
            if (!f.salary && f.salary.ranges.empty()) CHECK(!g.salary);
            if (f.workplace.ranges.empty() && !f.workplace.given) CHECK(!g.workplace);

            const auto twice = engine->improve(again, {.format = format});
            REQUIRE(twice);
            CHECK(twice->text == draft->text);
        }
    }
}
