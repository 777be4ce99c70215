// The promises of the packs, one by one: examples, suggestions, names.
#include "packs/check.hpp"

#include "packs/searched.hpp"

#include <algorithm>

namespace rolewright::packs {
namespace {

class checker {
public:
    explicit checker(const language_set & set) : set_(set), search_(set) {}

    template <class T>
    void check_all(const std::vector<T> & elements, bool needs_examples) {
        for (const auto & e : elements) {
            if (needs_examples && !e.queries.empty()) check_there(e);
            for (const auto & x : e.examples) check(e, x);
        }
    }

    void check_suggestions() {
        for (const auto & s : set_.criteria.suggestions)
            if (!asks_for(s)) {
                auto what = set_.criteria.criteria[s.criterion].id;
                if (s.practice) what += " (" + std::string(to_string(*s.practice)) + ")";
                complain(s.at, "suggestion", s.id + ": expected words that ask for " + what + " at level practical, found none in \"" + s.sentence + "\"");
            }
    }

    void check_names() {
        const auto among = [](const auto & list, const std::string & id) { return std::any_of(list.begin(), list.end(), [&](const auto & r) { return r.id == id; }); };
        const auto check_roles = [&](const auto & of, const std::vector<std::string> & names) {
            for (const auto & n : names)
                if (!among(set_.roles.families, n) && !among(set_.roles.roles, n)) complain(of.at, "role", of.id + ": expected the id of a role or family, found '" + n + "'");
        };
        const auto check_source = [&](const origin & at, const std::string & id, const std::string & source) {
            if (!source.empty() && !among(set_.sources, source)) complain(at, "source", id + ": expected the id of a <source>, found '" + source + "'");
        };
        for (const auto & s : set_.criteria.suggestions) check_roles(s, s.families);
        for (const auto & e : set_.criteria.evidence) {
            check_roles(e, e.roles);
            check_roles(e, e.except);
            check_source(e.at, e.id, e.source);
            if (e.practice) check_practice(e.at, e.id, *e.practice);
        }
        for (const auto & r : set_.rules.rules) check_roles(r, r.except);
        for (const auto & t : set_.criteria.tools) {
            check_source(t.at, "tools for " + t.purpose, t.source);
            if (t.practice) check_practice(t.at, "tools for " + t.purpose, *t.practice);
        }
        for (const auto & f : set_.criteria.frameworks) check_source(f.at, f.id, f.source);
        for (const auto & s : set_.criteria.suggestions)
            if (s.practice) check_practice(s.at, s.id, *s.practice);
    }

    std::vector<complaint> complaints;

private:
    void complain(const origin & at, std::string_view kind, std::string message) { complaints.push_back({at, gravity::error, kind, std::move(message)}); }

    void check_practice(const origin & at, const std::string & id, security_practice practice) {
        const auto & all = set_.criteria.practices;
        if (std::none_of(all.begin(), all.end(), [&](const auto & p) { return p.practice == practice; }))
            complain(at, "practice", id + ": expected a <practice id=\"" + std::string(to_string(practice)) + "\"> that says what it is, found none");
    }

    void check_there(const queried & e) {
        const auto has = [&](auto && test) { return std::any_of(e.examples.begin(), e.examples.end(), test); };
        const bool yes = has([](const example & x) { return x.yes; }), marked = has([](const example & x) { return x.yes && !x.marked.empty(); }), no = has([](const example & x) { return !x.yes; });
        if (!yes || !no) complain(e.at, "example", e.id + ": expected at least one <yes> and one <no>, found " + (yes ? "no <no>" : no ? "no <yes>" : "neither"));
        else if (!marked) complain(e.at, "example", e.id + ": expected a <yes> whose matched words stand in <m>, found none");
    }

    void check(const queried & of, const example & x) {
        const auto found = search_.matches(of, search_.prepare(x.text));
        if (!x.yes) {
            if (!found.empty()) complain(x.at, "example", of.id + ": expected no match in \"" + x.text + "\", found \"" + std::string(found.front().of(x.text)) + "\"");
            return;
        }
        if (found.empty()) return complain(x.at, "example", of.id + ": expected a match in \"" + x.text + "\", found none");
        if (x.marked.empty()) return;
        const auto same = [&](const range & r) { return r == trimmed(x); };
        if (std::none_of(found.begin(), found.end(), same))
            complain(x.at, "example", of.id + ": expected the match \"" + std::string(x.marked.of(x.text)) + "\", found \"" + std::string(found.front().of(x.text)) + "\"");
    }

    // The marked words without the punctuation that no match can hold.
    static range trimmed(const example & x) {
        std::vector<text::token> words;
        text::tokenize(x.text, x.marked, text::lexicon(), words);
        return words.empty() ? x.marked : range{words.front().text.begin, words.back().text.end};
    }

    bool asks_for(const suggestion & s) {
        const auto sentence = search_.prepare(s.sentence);
        return std::any_of(set_.criteria.evidence.begin(), set_.criteria.evidence.end(), [&](const evidence_rule & e) {
            return e.criterion == s.criterion && e.level == level::practical && (!s.practice || e.practice == s.practice) && !search_.matches(e, sentence).empty();
        });
    }

    const language_set & set_;
    searcher search_;
};

}  // namespace

pack_counts count(const language_set & set, const std::function<bool(const origin &)> & wanted) {
    pack_counts made;
    for_each_queried(set, [&](const queried & e, owner_kind) {
        if (!wanted(e.at)) return;
        made.queries += e.queries.size();
        made.examples += e.examples.size();
    });
    return made;
}

std::vector<complaint> check_examples(const language_set & set) {
    checker c(set);
    c.check_all(set.criteria.evidence, true);
    c.check_all(set.criteria.traps, true);
    c.check_all(set.criteria.bounds, true);
    c.check_all(set.language.cues, true);
    c.check_all(set.language.values, true);
    c.check_all(set.language.headings, false);
    c.check_all(set.roles.families, false);
    c.check_all(set.roles.roles, false);
    c.check_all(set.rules.rules, true);
    c.check_suggestions();
    c.check_names();
    return std::move(c.complaints);
}

}  // namespace rolewright::packs
