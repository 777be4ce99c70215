// All texts of the packs (every example, every suggestion) are searched with all queries once. What looks like a slip is
// read off that table of hits: a query that hits none of its own examples, a rule whose every hit another rule covers.
#include "packs/check.hpp"
#include "packs/searched.hpp"
#include "query/ast.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace rolewright::packs {
namespace {

struct found_text {
    searched_text words;
    std::map<std::uint32_t, std::vector<range>> hits;  ///< by query
};

struct own_example {
    const queried * of = nullptr;
    owner_kind what = owner_kind::rule;
    const example * given = nullptr;
    std::size_t text = 0;  ///< into the texts
};

/// A hit of an element: in which text, where.
struct hit {
    std::size_t text = 0;
    range where;
};

class adviser {
public:
    explicit adviser(const language_set & set) : set_(set), search_(set) {
        for_each_queried(set, [&](const queried & e, owner_kind what) {
            for (const auto & x : e.examples) {
                examples_.push_back({&e, what, &x, texts_.size()});
                add(x.text);
            }
        });
        for (const auto & s : set.criteria.suggestions) add(s.sentence);
    }

    std::vector<complaint> run() {
        never_matching();
        shadowed_evidence();
        shadowed_traps();
        other_criteria();
        silenced();
        common_anchors();
        unused_lists();
        two_words();
        return std::move(made_);
    }

private:
    void add(const std::string & words) {
        found_text t{.words = search_.prepare(words)};
        std::set<std::uint32_t> proposed;
        for (const auto & sentence : t.words.proposed)
            for (const auto & c : sentence) proposed.insert(c.query);
        for (const auto q : proposed)
            if (auto found = search_.matches(q, t.words); !found.empty()) t.hits.emplace(q, std::move(found));
        texts_.push_back(std::move(t));
    }

    void warn(const origin & at, std::string_view kind, std::string message) { made_.push_back({at, gravity::warning, kind, std::move(message)}); }

    static const origin & place(const queried & e, std::size_t query) { return query < e.places.size() ? e.places[query] : e.at; }

    static std::string shortened(std::string text) {
        constexpr std::size_t most = 90;
        if (text.size() <= most) return text;
        auto end = text.rfind(' ', most);
        if (end == std::string::npos) end = most;
        return text.substr(0, end) + " …";
    }

    void never_matching() {
        std::map<const queried *, std::vector<std::size_t>> own;
        for (const auto & x : examples_)
            if (x.given->yes) own[x.of].push_back(x.text);
        for (const auto & [element, texts] : own)
            for (std::size_t i = 0; i < element->compiled.size(); ++i) {
                const auto q = element->compiled[i];
                if (std::none_of(texts.begin(), texts.end(), [&](std::size_t t) { return texts_[t].hits.contains(q); }))
                    warn(place(*element, i), "never-matches", element->id + ": none of its <yes> shows this query: " + shortened(query::print(element->queries[i])));
            }
    }

    std::vector<hit> hits_of(const queried & e) const {
        std::vector<hit> made;
        for (std::size_t t = 0; t < texts_.size(); ++t)
            for (const auto q : e.compiled)
                if (const auto found = texts_[t].hits.find(q); found != texts_[t].hits.end())
                    for (const auto & r : found->second) made.push_back({t, r});
        return made;
    }

    template <class F>
    bool all_hits(const queried & of, const std::vector<hit> & hits, F && covered_by) const {
        return std::all_of(hits.begin(), hits.end(), [&](const hit & h) {
            return std::any_of(of.compiled.begin(), of.compiled.end(), [&](std::uint32_t q) {
                const auto found = texts_[h.text].hits.find(q);
                return found != texts_[h.text].hits.end() && std::any_of(found->second.begin(), found->second.end(), [&](const range & r) { return covered_by(h.where, r); });
            });
        });
    }

    // Evidence that never adds anything to another rule's: wherever it matches, that one does, at its level or above.
    void shadowed_evidence() {
        const auto & all = set_.criteria.evidence;
        std::set<std::pair<const evidence_rule *, const evidence_rule *>> said;
        for (const auto & a : all) {
            const auto hits = hits_of(a);
            if (hits.empty()) continue;
            for (const auto & b : all) {
                const bool as_general = b.criterion == a.criterion && b.level >= a.level && (b.roles.empty() || b.roles == a.roles) && (b.except.empty() || b.except == a.except);
                const bool says_the_same = (!a.strength || a.strength == b.strength) && (!a.practice || a.practice == b.practice);
                if (&a == &b || !as_general || !says_the_same || said.contains({&b, &a})) continue;
                if (!all_hits(b, hits, [](range mine, range theirs) { return mine.overlaps(theirs); })) continue;
                said.emplace(&a, &b);
                warn(a.at, "shadowed", a.id + ": " + b.id + " (" + std::string(to_string(b.level)) + ") matches wherever this one (" + std::string(to_string(a.level)) + ") does, so it changes no result that any example shows");
                break;
            }
        }
    }

    void shadowed_traps() {
        for (const auto & a : set_.criteria.traps) {
            const auto hits = hits_of(a);
            if (hits.empty()) continue;
            for (const auto & b : set_.criteria.traps) {
                if (&a == &b || b.why != a.why || (b.criterion && b.criterion != a.criterion) || a.whole_clause > b.whole_clause) continue;
                const bool wide = b.whole_clause;
                if (!all_hits(b, hits, [&](range mine, range theirs) { return wide || (theirs.begin <= mine.begin && mine.end <= theirs.end); })) continue;
                warn(a.at, "shadowed", a.id + ": the trap " + b.id + " stands wherever this one does, so it changes no result that any example shows");
                break;
            }
        }
    }

    // Evidence of one criterion in the very words that another criterion's example marks.
    void other_criteria() {
        std::set<std::pair<const evidence_rule *, const queried *>> said;
        for (const auto & x : examples_) {
            if (x.what != owner_kind::evidence || !x.given->yes || x.given->marked.empty()) continue;
            const auto & of = static_cast<const evidence_rule &>(*x.of);
            for (const auto & [q, found] : texts_[x.text].hits) {
                const auto & owner = set_.owners[q];
                if (owner.what != owner_kind::evidence) continue;
                const auto & other = set_.criteria.evidence[owner.index];
                if (other.criterion == of.criterion) continue;
                const bool inside = std::any_of(found.begin(), found.end(), [&](range r) { return r.overlaps(x.given->marked); });
                if (!inside || !said.emplace(&other, x.of).second) continue;
                warn(x.given->at, "other-criterion", of.id + ": " + other.id + " asks for " + set_.criteria.criteria[other.criterion].id + " in this example too: \"" + x.given->text + "\"");
            }
        }
    }

    // An example of evidence that a trap stands on: it counts nothing.
    void silenced() {
        for (const auto & x : examples_) {
            if (x.what != owner_kind::evidence || !x.given->yes) continue;
            const auto & of = static_cast<const evidence_rule &>(*x.of);
            for (const auto & [q, found] : texts_[x.text].hits) {
                if (set_.owners[q].what != owner_kind::trap) continue;
                const auto & trap = set_.criteria.traps[set_.owners[q].index];
                if (trap.criterion && *trap.criterion != of.criterion) continue;
                const auto own = x.given->marked.empty() ? range{0, static_cast<std::uint32_t>(x.given->text.size())} : x.given->marked;
                if (trap.whole_clause || std::any_of(found.begin(), found.end(), [&](range r) { return r.overlaps(own); })) warn(x.given->at, "silenced", of.id + ": the trap " + trap.id + " takes this example away again: \"" + x.given->text + "\"");
            }
        }
    }

    // Queries whose anchor is one very common word are tried in nearly every clause: slow, and rarely meant.
    void common_anchors() {
        constexpr std::size_t commonest = 60;    // of the language pack's list of common words
        constexpr double share_of_texts = 0.04;  // of the rest of that list: those that so many of the packs' own texts hold
        std::map<std::string_view, std::size_t> rank;
        for (std::size_t i = 0; i < set_.language.common.size(); ++i) rank.emplace(set_.language.common[i], i);
        std::map<text::word_id, std::size_t> texts_with;
        for (const auto & t : texts_) {
            std::set<text::word_id> words;
            for (const auto & s : t.words.sentences)
                for (const auto & token : s) words.insert(token.word);
            for (const auto w : words) ++texts_with[w];
        }
        std::map<std::uint32_t, std::set<std::string>> by_query;
        for (const auto & [q, word] : set_.program.lone_anchors()) {
            const auto spelling = set_.words.spelling(word);
            const auto known = rank.find(spelling);
            const auto seen = texts_with.find(word);
            if (known == rank.end()) continue;
            const bool often = seen != texts_with.end() && static_cast<double>(seen->second) > share_of_texts * static_cast<double>(texts_.size());
            if (known->second < commonest || often) by_query[q].insert(std::string(spelling));
        }
        for_each_queried(set_, [&](const queried & e, owner_kind) {
            for (std::size_t i = 0; i < e.compiled.size(); ++i) {
                const auto found = by_query.find(e.compiled[i]);
                if (found == by_query.end()) continue;
                std::string names;
                for (const auto & w : found->second) names += (names.empty() ? "'" : ", '") + w + "'";
                warn(place(e, i), "common-word", e.id + ": this query hangs on " + names + ", which stand" + (found->second.size() == 1 ? "s" : "") + " in very many sentences; a rarer word beside it would find it faster");
            }
        });
    }

    static void names_in(const query::node & n, std::set<std::string> & to) {
        if (n.kind == query::node_kind::list) to.insert(n.text);
        for (const auto & c : n.children) names_in(*c, to);
    }

    void unused_lists() {
        std::set<std::string> used;
        for (const auto & [name, list] : set_.lists) names_in(list.body.root(), used);
        for_each_queried(set_, [&](const queried & e, owner_kind) {
            for (const auto & q : e.queries) names_in(q.root(), used);
        });
        for (const auto & r : set_.roles.roles)
            for (const auto & q : r.duties) names_in(q.root(), used);
        for (const auto & [name, list] : set_.lists)
            if (!used.contains(name)) warn(list.at, "unused-list", "$" + name + ": no query uses this list");
    }

    void two_words() {
        const auto words = inflected_words(set_);
        std::map<std::vector<const inflected_word *>, std::string> forms_by_words;
        for (const auto & c : claimed_twice(set_, words)) {
            auto & forms = forms_by_words[c.words];
            forms += (forms.empty() ? "'" : ", '") + c.form + "'";
        }
        for (const auto & [claimants, forms] : forms_by_words) {
            std::string names;
            for (const auto * w : claimants) names += (names.empty() ? "" : " and of ") + w->word + "~";
            // The shorter word is the odd one: "manag~" beside manage~, "car~" beside care~.
            const auto shortest = *std::min_element(claimants.begin(), claimants.end(), [](const auto * a, const auto * b) { return a->word.size() < b->word.size(); });
            std::string file;
            for (const auto & at : shortest->places)
                if (at.file != file) {
                    file = at.file;
                    warn(at, "two-words", forms + ": a form of " + names + "; if only one is meant, write the form itself");
                }
        }
    }

    const language_set & set_;
    searcher search_;
    std::vector<found_text> texts_;
    std::vector<own_example> examples_;
    std::vector<complaint> made_;
};

}  // namespace

std::vector<complaint> advise(const language_set & set) { return adviser(set).run(); }

}  // namespace rolewright::packs
