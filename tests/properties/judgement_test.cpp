// What the score promises, on every advert there is, with the role pinned: neutral text never changes it, a trap never
// raises it, deleting evidence never raises it, a negated copy scores as absent, repeating changes nothing.
// Every advert is taken as plain text, so that words can be put in and taken out.
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/engine.hpp"
#include "support/postings.hpp"

#include <rolewright/rolewright.hpp>

#include "engine/parts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace {

using support::the_engine;

using rolewright::range;
using rolewright::review;

constexpr std::size_t postings_step = 20;
constexpr double as_good_as_equal = 1e-6;

// Sentences of words that no pack knows. Packs grow: of these, those that are still unknown.
const std::vector<std::string> & neutral_sentences() {
    static const auto made = [] {
        const auto & words = the_engine().inside().packs.find("en")->words;
        std::vector<std::string> kept;
        for (const std::string sentence : {"Tortoises nibbled lettuce.", "Purple kites fluttered.", "Marigolds bloomed amidst rusty lanterns.", "Hedgehogs snored underneath brambles.", "Seventeen walruses yawned."}) {
            std::vector<rolewright::text::token> tokens;
            rolewright::text::tokenize(sentence, {0, static_cast<std::uint32_t>(sentence.size())}, words, tokens);
            if (std::all_of(tokens.begin(), tokens.end(), [](const auto & t) { return !rolewright::text::is_known(t.word); })) kept.push_back(sentence);
        }
        REQUIRE(kept.size() >= 2);
        return kept;
    }();
    return made;
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

std::vector<gap> gaps_of(const review & r, bool below_known_headings = false) {
    std::vector<gap> made;
    for (const auto & s : r.advert.statements) {
        const auto & part = r.advert.sections[s.section];
        if (below_known_headings && (part.heading.empty() || part.by_content || part.run_in)) continue;
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

// The statement that holds a clause.
std::string without_statement(const review & r, std::uint32_t clause) {
    const auto & text = r.advert.source.text;
    const auto & s = r.advert.statements[r.advert.clauses[clause].statement];
    return text.substr(0, s.text.begin) + text.substr(s.text.end);
}

}  // namespace

TEST_CASE("neutral text never changes the score") {
    std::size_t tried = 0;
    for (const auto & a : all()) {
        INFO(a.name);
        for (const auto & where : some(gaps_of(a.base), 12)) {
            const auto & line = neutral_sentences()[tried++ % neutral_sentences().size()];
            const auto after = read_text(with_line(a.text, where, line), a.role);
            INFO("at byte " << where.at << ": " << line << "\n" << difference(a.base, after));
            CHECK(std::abs(score(after) - score(a.base)) < as_good_as_equal);
        }
        const auto after = read_text(a.text + "\n\n" + neutral_sentences().front() + "\n", a.role);
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
    // Below a heading with a line of its own that says what its part is for: without one the words of a line ("You will …")
    // rightly speak for the line behind it too, and a line put in is more than the trap in it.
    std::size_t tried = 0;
    for (const auto & a : all()) {
        INFO(a.name);
        for (const auto & where : some(gaps_of(a.base, true), 6)) {
            const auto & line = traps[tried++ % traps.size()];
            const auto after = read_text(with_line(a.text, where, line), a.role);
            INFO("at byte " << where.at << ": " << line << "\n" << difference(a.base, after));
            CHECK(score(after) <= score(a.base) + as_good_as_equal);
        }
        const auto & last = a.base.advert.sections.back();
        if (last.heading.empty() || last.by_content || last.run_in) continue;
        const auto & line = traps[tried++ % traps.size()];
        const auto after = read_text(a.text + "\n\n" + line + "\n", a.role);
        INFO("at the end: " << line << "\n" << difference(a.base, after));
        CHECK(score(after) <= score(a.base) + as_good_as_equal);
    }
    CHECK(tried > 100);
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

// "maintain spreadsheets" and "knowledge of Excel", said not to be needed. Nothing for words that no such sentence can hold:
// with a stop, a bracket or a "you" of their own.
std::vector<std::string> negated(const rolewright::evidence & e, std::string words) {
    if (words.find_first_of("\n.;:()") != std::string::npos || words.starts_with("You") || words.starts_with("you")) return {};
    auto capital = words;
    capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
    const auto first = words.substr(0, words.find(' '));
    if (first.ends_with("ing")) return {capital + " is not required."};
    if (words.size() > 1 && !std::isupper(static_cast<unsigned char>(words[1]))) words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
    if (e.level == rolewright::level::practical) return {"You do not need to " + words + "."};
    return {"You do not need " + words + ".", "No " + words + " needed.", capital + " is not required."};
}

// Not glued to the words before or behind it, as in texts that have lost their line ends: there a new sentence begins nowhere.
bool stands_apart(const std::string & text, range where) {
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    return (where.begin == 0 || space(text[where.begin - 1])) && (where.end == text.size() || space(text[where.end]));
}

TEST_CASE("a negated copy scores as absent") {
    for (const auto & a : all()) {
        INFO(a.name);
        for (const auto & e : some(a.base.judgement.evidence, 8)) {
            const auto & s = a.base.advert.statements[a.base.advert.clauses[e.clause].statement];
            if (!stands_apart(a.text, s.text)) continue;
            // A neutral sentence in its place, so that what stands around it reads the same.
            const auto absent = read_text(a.text.substr(0, s.text.begin) + neutral_sentences().front() + a.text.substr(s.text.end), a.role);
            for (const auto & line : negated(e, std::string(e.match.of(a.base.advert.source.text)))) {
                const auto text = a.text.substr(0, s.text.begin) + line + a.text.substr(s.text.end);
                const auto after = read_text(text, a.role);
                INFO(line << "\n" << difference(absent, after));
                CHECK(score(after) <= score(absent) + as_good_as_equal);
                CHECK(score(after) >= score(absent) - as_good_as_equal);
            }
        }
    }
}

TEST_CASE("repeating changes nothing") {
    for (const auto & a : all()) {
        INFO(a.name);
        // A whole part with its heading. (A part without one would fall under the heading before it.)
        for (const auto & s : some(a.base.advert.sections, 4)) {
            if (s.heading.empty() || s.by_content || s.run_in || s.text.empty()) continue;
            const auto part = std::string(s.text.of(a.text));
            const auto text = a.text.substr(0, s.text.begin) + part + (part.ends_with('\n') ? "" : "\n\n") + a.text.substr(s.text.begin);
            const auto after = read_text(text, a.role);
            INFO("twice the part " << s.heading.of(a.text) << "\n" << difference(a.base, after));
            CHECK(std::abs(score(after) - score(a.base)) < as_good_as_equal);
        }
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
