// An example is read as an advert's line would be: cut into sentences, each searched with whatever context a scope asks.
#include "packs/load.hpp"

#include "text/sentences.hpp"

#include <algorithm>

namespace rolewright::packs {
namespace {

class checker {
public:
    explicit checker(const language_set & set) : set_(set) {}

    template <class T>
    void check_all(const std::vector<T> & elements, bool needs_examples) {
        for (const auto & e : elements) {
            const bool has_yes = std::any_of(e.examples.begin(), e.examples.end(), [](const auto & x) { return x.yes; });
            const bool has_no = std::any_of(e.examples.begin(), e.examples.end(), [](const auto & x) { return !x.yes; });
            if (needs_examples && !e.queries.empty() && !(has_yes && has_no)) complain(e.at, e.id + ": expected at least one <yes> and one <no>, found " + (has_yes ? "no <no>" : has_no ? "no <yes>" : "neither"));
            for (const auto & x : e.examples) check(e, x);
        }
    }

    void check_suggestions() {
        for (const auto & s : set_.criteria.suggestions)
            if (!asks_for(s.sentence, s.criterion)) complain(s.at, s.id + ": expected words that ask for " + set_.criteria.criteria[s.criterion].id + " at level practical, found none in \"" + s.sentence + "\"");
    }

    void check_role_names() {
        const auto among = [](const auto & list, const std::string & id) { return std::any_of(list.begin(), list.end(), [&](const auto & r) { return r.id == id; }); };
        const auto check_names = [&](const auto & of, const std::vector<std::string> & names) {
            for (const auto & n : names)
                if (!among(set_.roles.families, n) && !among(set_.roles.roles, n)) complain(of.at, of.id + ": expected the id of a role or family, found '" + n + "'");
        };
        for (const auto & s : set_.criteria.suggestions) check_names(s, s.families);
        for (const auto & e : set_.criteria.evidence) {
            check_names(e, e.roles);
            check_names(e, e.except);
        }
    }

    std::vector<complaint> complaints;

private:
    void complain(const origin & at, std::string message) { complaints.push_back({at, std::move(message)}); }

    std::vector<std::vector<text::token>> sentences_of(const std::string & words) const {
        std::vector<range> parts;
        text::sentences(words, {0, static_cast<std::uint32_t>(words.size())}, {set_.language.abbreviations, set_.language.openers, set_.words}, parts);
        std::vector<std::vector<text::token>> made;
        for (const auto & p : parts) {
            made.emplace_back();
            text::tokenize(words, p, set_.words, made.back());
        }
        return made;
    }

    // All matches of an element's queries, whatever context a scope asks for.
    std::vector<range> matches(const queried & of, const std::string & words) {
        std::vector<range> made;
        for (const auto & tokens : sentences_of(words)) {
            std::vector<std::uint32_t> proposed;
            set_.program.candidates(tokens, work_, proposed);
            for (const auto q : of.compiled) {
                if (std::find(proposed.begin(), proposed.end(), q) == proposed.end()) continue;
                for (const auto & where : contexts()) {
                    std::vector<query::match> found;
                    set_.program.verify(q, words, tokens, where, work_, found);
                    for (const auto & m : found) made.push_back({tokens[m.first].text.begin, tokens[m.last - 1].text.end});
                    if (!found.empty()) break;
                }
            }
        }
        return made;
    }

    static std::vector<query::context> contexts() {
        std::vector<query::context> made{{}};
        for (std::size_t s = 0; s < names_of<section_kind>().size(); ++s)
            for (std::size_t a = 0; a < names_of<act>().size(); ++a) made.push_back({static_cast<section_kind>(s), static_cast<act>(a), subject::candidate});
        return made;
    }

    void check(const queried & of, const example & x) {
        const auto found = matches(of, x.text);
        if (!x.yes) {
            if (!found.empty()) complain(of.at, of.id + ": expected no match in \"" + x.text + "\", found \"" + std::string(found.front().of(x.text)) + "\"");
            return;
        }
        if (found.empty()) return complain(of.at, of.id + ": expected a match in \"" + x.text + "\", found none");
        if (x.marked.empty()) return;
        const auto same = [&](const range & r) { return r == trimmed(x); };
        if (std::none_of(found.begin(), found.end(), same))
            complain(of.at, of.id + ": expected the match \"" + std::string(x.marked.of(x.text)) + "\", found \"" + std::string(found.front().of(x.text)) + "\"");
    }

    // The marked words without the punctuation that no match can hold.
    static range trimmed(const example & x) {
        std::vector<text::token> words;
        text::tokenize(x.text, x.marked, text::lexicon(), words);
        return words.empty() ? x.marked : range{words.front().text.begin, words.back().text.end};
    }

    bool asks_for(const std::string & sentence, std::uint16_t criterion) {
        return std::any_of(set_.criteria.evidence.begin(), set_.criteria.evidence.end(),
                           [&](const auto & e) { return e.criterion == criterion && e.level == level::practical && !matches(e, sentence).empty(); });
    }

    const language_set & set_;
    query::scratch work_;
};

}  // namespace

std::vector<complaint> check_examples(const language_set & set) {
    checker c(set);
    c.check_all(set.criteria.evidence, true);
    c.check_all(set.criteria.traps, true);
    c.check_all(set.criteria.bounds, true);
    c.check_all(set.language.cues, true);
    c.check_all(set.language.values, true);
    c.check_all(set.language.headings, false);
    c.check_all(set.rules.rules, true);
    c.check_suggestions();
    c.check_role_names();
    return std::move(c.complaints);
}

}  // namespace rolewright::packs
