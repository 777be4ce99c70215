// What the score promises, on every advert there is, with the role pinned: neutral text never changes it, a trap never
// raises it, deleting evidence never raises it, a negated copy scores as absent, repeating changes nothing.
// Every advert is taken as plain text, so that words can be put in and taken out.
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/postings.hpp"

#include <rolewright/rolewright.hpp>

#include "engine/parts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace {

using rolewright::range;
using rolewright::review;

constexpr std::size_t postings_step = 20;
constexpr double as_good_as_equal = 1e-6;

const rolewright::engine & the_engine() {
    static const auto made = rolewright::engine::create();
    REQUIRE(made);
    return *made;
}

struct subject_advert {
    std::string name, text, role;
    review base;
};

std::string role_of(const review & r) {
    const auto & role = r.judgement.role;
    return !role.id.empty() ? role.id : !role.family.empty() ? role.family : "office";
}

review read_text(const std::string & text, const std::string & role) {
    auto made = the_engine().review(text, {.role = role, .language = "en", .date = "2026-06-01", .input = "text"});
    REQUIRE(made);
    REQUIRE(made->adverts.size() == 1);
    return std::move(made->adverts.front());
}

// Each advert once, as plain text in a language that can be judged.
const std::vector<subject_advert> & all() {
    static const auto made = [] {
        std::vector<subject_advert> list;
        const auto take = [&](const std::string & name, const std::string & bytes, const std::string & input) {
            const auto read = the_engine().review(bytes, {.date = "2026-06-01", .input = input});
            if (!read) return;
            for (const auto & a : read->adverts) {
                if (!a.card.score || a.advert.language != "en") continue;
                std::string text;
                for (const auto & b : a.advert.source.blocks)
                    if (b.area == rolewright::block_area::main && !b.text.empty()) text += (text.empty() ? "" : "\n\n") + std::string(b.kind == rolewright::block_kind::list_item ? "- " : "") + std::string(b.text.of(a.advert.source.text));
                if (text.empty()) continue;
                auto base = read_text(text, role_of(a));
                list.push_back({name, text, role_of(a), std::move(base)});
            }
        };
        for (const auto & f : support::adverts()) take(f.path, f.bytes, f.html ? "html" : "text");
        for (const auto & p : support::postings(postings_step)) take(p.id, p.html, "html");
        std::cout << list.size() << " adverts\n";
        return list;
    }();
    return made;
}

double score(const review & r) { return r.card.score.value_or(0); }

std::string evidence_of(const review & r) {
    std::string made;
    for (const auto & e : r.judgement.evidence) {
        const auto line = fmt::format("{} {} {} \"{}\"\n", the_engine().criteria()[e.criterion].id, to_string(e.level), to_string(e.strength), e.quote.of(r.advert.source.text));
        made += "    " + line;
    }
    return made;
}

// What changed in the evidence, for the eye.
std::string difference(const review & before, const review & after) {
    const auto a = evidence_of(before), b = evidence_of(after);
    std::string made;
    for (const auto * side : {&a, &b}) {
        const auto & other = side == &a ? b : a;
        for (std::size_t at = 0; at < side->size();) {
            const auto end = side->find('\n', at) + 1;
            const auto line = side->substr(at, end - at);
            if (other.find(line) == std::string::npos) made += (side == &a ? "  -" : "  +") + line;
            at = end;
        }
    }
    return made;
}

// Where a line can be put: before a block, in the manner of that block.
struct gap {
    std::uint32_t at = 0;
    bool list = false;
};

std::vector<gap> gaps_of(const review & r) {
    std::vector<gap> made;
    for (const auto & s : r.advert.statements) {
        const auto & b = r.advert.source.blocks[s.block];
        if (b.text.begin != s.text.begin) continue;
        auto begin = b.text.begin;
        const auto & text = r.advert.source.text;
        while (begin > 0 && text[begin - 1] != '\n') --begin;  // the sign of a list item
        made.push_back({begin, b.kind == rolewright::block_kind::list_item});
    }
    return made;
}

std::string with_line(const std::string & text, gap where, const std::string & line) {
    return text.substr(0, where.at) + (where.list ? "- " : "") + line + "\n" + (where.list ? "" : "\n") + text.substr(where.at);
}

// At most `most` of them, spread over all.
template <class T>
std::vector<T> some(const std::vector<T> & of, std::size_t most) {
    std::vector<T> made;
    for (std::size_t i = 0; i < std::min(of.size(), most); ++i) made.push_back(of[i * of.size() / std::min(of.size(), most)]);
    return made;
}

// The whole line (or the sentence within it) that holds a clause.
std::string without_statement(const review & r, std::uint32_t clause) {
    const auto & text = r.advert.source.text;
    const auto & s = r.advert.statements[r.advert.clauses[clause].statement];
    return text.substr(0, s.text.begin) + text.substr(s.text.end);
}

}  // namespace

TEST_CASE("neutral text never changes the score") {
    // Sentences of words that no pack knows.
    const std::vector<std::string> neutral = {"Marigolds bloomed beside rusty lanterns.", "Tortoises nibbled lettuce.", "Purple kites fluttered."};
    const auto & words = the_engine().inside().packs.find("en")->words;
    for (const auto & sentence : neutral) {
        std::vector<rolewright::text::token> tokens;
        rolewright::text::tokenize(sentence, {0, static_cast<std::uint32_t>(sentence.size())}, words, tokens);
        for (const auto & t : tokens) {
            INFO(t.text.of(sentence));
            REQUIRE(t.word == rolewright::text::no_word);
        }
    }
    std::size_t tried = 0;
    for (const auto & a : all()) {
        INFO(a.name);
        for (const auto & where : some(gaps_of(a.base), 12)) {
            const auto & line = neutral[tried++ % neutral.size()];
            const auto after = read_text(with_line(a.text, where, line), a.role);
            INFO("at byte " << where.at << ": " << line << "\n" << difference(a.base, after));
            CHECK(std::abs(score(after) - score(a.base)) < as_good_as_equal);
        }
        const auto after = read_text(a.text + "\n\n" + neutral[0] + "\n", a.role);
        INFO("at the end\n" << difference(a.base, after));
        CHECK(std::abs(score(after) - score(a.base)) < as_good_as_equal);
    }
    CHECK(tried > 100);
}

TEST_CASE("a trap never raises the score") {
    // The packs' own examples of traps, as far as they ask for nothing when they stand alone.
    const auto & set = *the_engine().inside().packs.find("en");
    std::vector<std::string> traps;
    for (const auto & t : set.criteria.traps)
        for (const auto & x : t.examples)
            if (x.yes && read_text("Office\n\n" + x.text, "office").judgement.evidence.empty()) traps.push_back(x.text);
    REQUIRE(traps.size() > 20);
    std::size_t tried = 0;
    for (const auto & a : all()) {
        INFO(a.name);
        for (const auto & where : some(gaps_of(a.base), 6)) {
            const auto & line = traps[tried++ % traps.size()];
            const auto after = read_text(with_line(a.text, where, line), a.role);
            INFO("at byte " << where.at << ": " << line << "\n" << difference(a.base, after));
            CHECK(score(after) <= score(a.base) + as_good_as_equal);
        }
    }
}

TEST_CASE("deleting evidence never raises the score") {
    for (const auto & a : all()) {
        INFO(a.name);
        std::vector<std::uint32_t> clauses;
        for (const auto & e : a.base.judgement.evidence)
            if (clauses.empty() || clauses.back() != e.clause) clauses.push_back(e.clause);
        for (const auto c : some(clauses, 10)) {
            const auto after = read_text(without_statement(a.base, c), a.role);
            INFO("without \"" << a.base.advert.clauses[c].text.of(a.base.advert.source.text) << "\"\n" << difference(a.base, after));
            CHECK(score(after) <= score(a.base) + as_good_as_equal);
        }
    }
}

TEST_CASE("a negated copy scores as absent") {
    for (const auto & a : all()) {
        INFO(a.name);
        for (const auto & e : some(a.base.judgement.evidence, 8)) {
            const auto words = std::string(e.match.of(a.base.advert.source.text));
            if (words.find('\n') != std::string::npos) continue;
            const auto & s = a.base.advert.statements[a.base.advert.clauses[e.clause].statement];
            const auto absent = read_text(without_statement(a.base, e.clause), a.role);
            for (const auto & negated : {"You do not need " + words + ".", "No " + words + " needed.", words + " is not required."}) {
                const auto text = a.text.substr(0, s.text.begin) + negated + a.text.substr(s.text.end);
                const auto after = read_text(text, a.role);
                INFO(negated << "\n" << difference(absent, after));
                CHECK(score(after) <= score(absent) + as_good_as_equal);
                CHECK(score(after) >= score(absent) - as_good_as_equal);
            }
        }
    }
}

TEST_CASE("repeating changes nothing") {
    for (const auto & a : all()) {
        INFO(a.name);
        const auto twice = read_text(a.text + "\n\n" + a.text, a.role);
        INFO("the whole advert\n" << difference(a.base, twice));
        CHECK(std::abs(score(twice) - score(a.base)) < as_good_as_equal);
        for (const auto & s : some(a.base.advert.statements, 8)) {
            const auto & b = a.base.advert.source.blocks[s.block];
            if (b.text != s.text) continue;
            const bool list = b.kind == rolewright::block_kind::list_item;
            const auto line = std::string(s.text.of(a.text));
            const auto text = a.text.substr(0, s.text.end) + "\n" + (list ? "- " : "\n") + line + a.text.substr(s.text.end);
            const auto after = read_text(text, a.role);
            INFO("twice: " << line << "\n" << difference(a.base, after));
            CHECK(std::abs(score(after) - score(a.base)) < as_good_as_equal);
        }
    }
}
