// Patterns become steps, anchors become a trie. A pattern that several queries share, a list above all, becomes steps
// once. Where a choice has many branches, or a node of the trie children, the next word says which of them can go on.
// What is asked of words stands word by word: a text has few different ones, and only theirs need be near at hand.
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

constexpr std::size_t fewest_routed = 4;      // branches of a choice that are worth a table
constexpr std::uint32_t most_listed = 8;      // words of a class that are compared one by one

constexpr std::uint32_t none = ~std::uint32_t{0};  // of numbers: not given yet

// The words of every class, those that its prefixes begin included; worked out where something asks for them.
class set_maker {
public:
    set_maker(program::parts & to, const class_table & classes)
        : to_(to), classes_(classes), begun_by_(classes.words().size()), set_of_(classes.size(), none) {
        const auto & words = classes.words();
        std::vector<text::word_id> prefixes;
        for (text::word_id w = 1; w < words.size(); ++w) {
            prefixes.clear();
            words.prefixes_of(words.spelling(w), prefixes);
            for (const auto p : prefixes)
                if (p != w) begun_by_[p].push_back(w);
        }
        to.words = words.size();
    }

    /// Ascending.
    std::span<const text::word_id> words_of(class_id c) {
        const auto & members = classes_.members(c);
        if (std::none_of(members.begin(), members.end(), [&](text::word_id w) { return !begun_by_[w].empty(); })) return members;
        auto & all = closed_[c];
        if (!all.empty()) return all;
        all = members;
        for (const auto w : members) all.insert(all.end(), begun_by_[w].begin(), begun_by_[w].end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    /// Hands `each` the words that a match of `p` can begin with; one may come more than once.
    template <class F>
    void each_first_word(const pattern & p, const F & each) {
        if (p.what == pattern::kind::leaf)
            for (const auto w : words_of(p.of)) each(w);
        const bool in_a_row = p.what == pattern::kind::row || p.what == pattern::kind::gap;
        for (const auto & c : p.children) {
            each_first_word(*c, each);
            if (in_a_row && !c->can_be_empty()) break;
        }
    }

    /// The same, ascending and each once.
    std::vector<text::word_id> first_words(const pattern & p) {
        std::vector<text::word_id> words;
        each_first_word(p, [&](text::word_id w) { words.push_back(w); });
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        return words;
    }

    /// The number of the class's set.
    std::uint32_t use(class_id c) {
        auto & number = set_of_[c];
        if (number == none) number = add(words_of(c));
        return number;
    }

    /// The number of a new set of `words`.
    std::uint32_t add(std::span<const text::word_id> words) {
        word_set made{static_cast<std::uint32_t>(to_.set_words.size()), static_cast<std::uint32_t>(words.size())};
        if (words.size() <= most_listed) to_.set_words.insert(to_.set_words.end(), words.begin(), words.end());
        else {
            made = {large_, 0};
            for (const auto w : words) in_large_.push_back({large_, w});
            ++large_;
        }
        to_.sets.push_back(made);
        return static_cast<std::uint32_t>(to_.sets.size() - 1);
    }

    /// Once all sets are made.
    void write_large() {
        to_.large_stride = large_ / 64 + 1;
        to_.large_sets.assign(std::size_t{to_.words} * to_.large_stride, 0);
        for (const auto & [set, word] : in_large_) to_.large_sets[std::size_t{word} * to_.large_stride + set / 64] |= std::uint64_t{1} << (set % 64);
    }

private:
    struct membership {
        std::uint32_t set;
        text::word_id word;
    };

    program::parts & to_;
    const class_table & classes_;
    std::vector<std::vector<text::word_id>> begun_by_;  ///< by prefix
    std::unordered_map<class_id, std::vector<text::word_id>> closed_;  ///< of classes with prefixes
    std::vector<std::uint32_t> set_of_;                 ///< by class
    std::uint32_t large_ = 0;
    std::vector<membership> in_large_;
};

class step_maker {
public:
    step_maker(program::parts & to, set_maker & sets, std::size_t patterns)
        : to_(to), sets_(sets), made_{std::vector(patterns, none), std::vector(patterns, none)} {}

    /// Puts `c` where program::parts::conditions has a place for it.
    void compile(const condition & c, std::size_t place) {
        const auto code = [](const auto & asked) { return static_cast<std::uint8_t>(asked ? static_cast<std::uint8_t>(*asked) + 1 : 0); };
        compiled_condition made{.what = c.what, .asked = {code(c.asked.section), code(c.asked.act), code(c.asked.subject)}};
        if (c.what == condition::kind::pattern) {
            made.step = step_of(*c.words, true);
            made.first_words = first_words_of(*c.words);
            made.most_words = c.words->most;
        }
        made.begin = static_cast<std::uint32_t>(to_.conditions.size());
        made.end = made.begin + static_cast<std::uint32_t>(c.children.size());
        to_.conditions.resize(made.end);
        to_.conditions[place] = made;
        for (std::size_t i = 0; i < c.children.size(); ++i) compile(c.children[i], made.begin + i);
    }

    /// Once all conditions are compiled.
    void write_choices() { to_.choices = choices_.made(to_.words); }

private:
    // `loose`: nothing of the query stands before, or a gap does, so a comma may.
    std::uint32_t step_of(const pattern & p, bool loose) {
        auto & number = made_[loose][p.number];
        if (number != none) return number;
        const auto s = new_step(p, loose);
        number = static_cast<std::uint32_t>(to_.steps.size());
        to_.steps.push_back(s);
        return number;
    }

    step new_step(const pattern & p, bool loose) {
        step s;
        std::vector<child_step> children;
        children.reserve(p.children.size());
        switch (p.what) {
            case pattern::kind::leaf:
                s.strict = !loose;
                s.first = sets_.use(p.of);
                if (p.surface.empty()) return s;
                to_.surfaces.emplace_back(p.surface);
                s.more = static_cast<std::uint32_t>(to_.surfaces.size());
                return s;
            case pattern::kind::optional:
                s.what = step::op::optional;
                children.push_back({step_of(*p.children[0], loose)});
                break;
            case pattern::kind::choice:
                s.what = step::op::choice;
                for (const auto & c : p.children) children.push_back({step_of(*c, loose)});
                if (children.size() < fewest_routed || p.can_be_empty()) break;
                s.what = step::op::routed_choice;
                s.more = number_of_routes(p);
                break;
            case pattern::kind::row:
                s.what = step::op::row;
                for (const auto & c : p.children) {
                    children.push_back({step_of(*c, loose)});
                    loose = loose && c->can_be_empty();
                }
                break;
            case pattern::kind::gap:
                s.what = step::op::row;
                for (std::size_t i = 0; i < p.children.size(); ++i)
                    children.push_back({step_of(*p.children[i], loose || i > 0), i ? static_cast<std::uint32_t>(p.gaps[i - 1]) : 0});
        }
        s.first = static_cast<std::uint32_t>(to_.children.size());
        to_.children.insert(to_.children.end(), children.begin(), children.end());
        if (s.what != step::op::routed_choice) s.more = static_cast<std::uint32_t>(to_.children.size());
        return s;
    }

    std::uint32_t number_of_routes(const pattern & choice) {
        const auto [known, fresh] = routes_.try_emplace(&choice, static_cast<std::uint32_t>(routes_.size()));
        if (fresh)
            for (std::uint32_t i = 0; i < choice.children.size(); ++i) sets_.each_first_word(*choice.children[i], [&](text::word_id w) { choices_.add(known->second, w, i); });
        return known->second;
    }

    // The set of words that a match can begin with. A row begins as its first piece does.
    std::uint32_t first_words_of(const pattern & p) {
        if (p.what == pattern::kind::leaf) return sets_.use(p.of);
        const bool in_a_row = p.what == pattern::kind::row || p.what == pattern::kind::gap;
        if (in_a_row && !p.children[0]->can_be_empty()) return first_words_of(*p.children[0]);
        if (const auto known = first_words_.find(&p); known != first_words_.end()) return known->second;
        return first_words_[&p] = sets_.add(sets_.first_words(p));
    }

    program::parts & to_;
    set_maker & sets_;
    std::vector<std::uint32_t> made_[2];  ///< by pattern: its step; strict, loose
    std::unordered_map<const pattern *, std::uint32_t> routes_;  ///< numbers of routed choices
    word_routes::maker choices_;
    std::unordered_map<const pattern *, std::uint32_t> first_words_;
};

class trie_maker {
public:
    void add(const anchor & a, std::uint32_t query, std::uint32_t branch) {
        std::uint32_t at = 0;
        for (const auto c : a.run) {
            const auto [known, fresh] = child_of_.try_emplace(std::uint64_t{at} << 32 | c, static_cast<std::uint32_t>(nodes_.size()));
            if (fresh) {
                nodes_[at].children.emplace_back(c, known->second);
                nodes_.emplace_back();
            }
            at = known->second;
        }
        auto & all = nodes_[at].proposals;
        if (!all.empty() && all.back().branch == branch) {
            all.back().least_before = std::min(all.back().least_before, a.least_before);
            all.back().most_before = std::max(all.back().most_before, a.most_before);
        } else all.push_back({query, branch, a.least_before, a.most_before});
    }

    void write(anchor_table & to, set_maker & sets, std::uint32_t words) const {
        word_routes::maker runs;
        for (const auto & n : nodes_) {
            trie_node made{static_cast<std::uint32_t>(to.proposals.size())};
            to.proposals.insert(to.proposals.end(), n.proposals.begin(), n.proposals.end());
            made.end = static_cast<std::uint32_t>(to.proposals.size());
            made.goes_on = !n.children.empty();
            if (&n != &nodes_.front())
                for (const auto & [c, child] : n.children)
                    for (const auto w : sets.words_of(c)) runs.add(static_cast<std::uint32_t>(to.trie.size()), w, child);
            to.trie.push_back(made);
        }
        to.runs = runs.made(words);
        write_starts(to, sets, words);
        to.words.assign(words / 64 + 1, 0);
        for (text::word_id w = 0; w < words; ++w) {
            const auto here = to.starts[w], behind = to.starts[w + 1];
            const bool stands_in_one = here.lone < behind.lone || here.begun < behind.begun || to.runs.any(w);
            to.words[w / 64] |= std::uint64_t{stands_in_one} << (w % 64);
        }
    }

private:
    struct node {
        std::vector<proposal> proposals;
        std::vector<std::pair<class_id, std::uint32_t>> children;
    };

    // Counted first, then put where the words before leave off.
    void write_starts(anchor_table & to, set_maker & sets, std::uint32_t words) const {
        std::vector<word_start> next(words + 1);
        const auto for_each_start = [&](auto && each) {
            for (const auto & [c, child] : nodes_[0].children)
                for (const auto w : sets.words_of(c)) each(w, child);
        };
        for_each_start([&](text::word_id w, std::uint32_t node) {
            next[w + 1].lone += static_cast<std::uint32_t>(nodes_[node].proposals.size());
            next[w + 1].begun += !nodes_[node].children.empty();
        });
        for (std::uint32_t w = 0; w < words; ++w) next[w + 1].lone += next[w].lone, next[w + 1].begun += next[w].begun;
        to.starts = next;
        to.lone.resize(next.back().lone);
        to.begun.resize(next.back().begun);
        for_each_start([&](text::word_id w, std::uint32_t node) {
            for (const auto & p : nodes_[node].proposals) to.lone[next[w].lone++] = p;
            if (!nodes_[node].children.empty()) to.begun[next[w].begun++] = node;
        });
    }

    std::vector<node> nodes_ = {node{}};
    std::unordered_map<std::uint64_t, std::uint32_t> child_of_;  ///< by node and class
};

// Where a query is a choice, an anchor tells which branch may match, and the others need not be tried.
std::vector<condition> branches_of(const condition & c) {
    std::vector<condition> made;
    switch (c.what) {
        case condition::kind::both: return {c};
        case condition::kind::pattern:
            if (c.words->what != pattern::kind::choice || c.words->can_be_empty()) return {c};
            for (const auto & branch : c.words->children) made.push_back({.words = branch});
            return made;
        case condition::kind::any:
            for (const auto & child : c.children)
                for (auto & branch : branches_of(child)) made.push_back(std::move(branch));
            return made;
        case condition::kind::without:
        case condition::kind::scope:
            for (auto & branch : branches_of(c.children[0])) {
                made.push_back(c);
                made.back().children[0] = std::move(branch);
            }
    }
    return made;
}

}  // namespace

// Sorted by word, by counting; for each word the order stays.
word_routes word_routes::maker::made(std::uint32_t words) const {
    std::vector<std::uint32_t> place(words + 1, 0);
    for (const auto & r : all_) ++place[r.word + 1];
    for (std::uint32_t w = 0; w < words; ++w) place[w + 1] += place[w];
    std::vector<route> by_word(all_.size());
    for (const auto & r : all_) by_word[place[r.word]++] = r;

    word_routes made;
    made.may_lead_.assign(words, 0);
    made.first_.assign(words + 1, 0);
    made.edges_.clear();
    const route * last = nullptr;
    for (const auto & r : by_word) {
        const bool same_edge = last && last->word == r.word && last->from == r.from;
        if (same_edge && last->to == r.to) continue;
        if (!same_edge) {
            made.may_lead_[r.word] |= std::uint64_t{1} << (r.from % 64);
            made.edges_.push_back({r.from, static_cast<std::uint32_t>(made.targets_.size())});
            made.first_[r.word + 1] = static_cast<std::uint32_t>(made.edges_.size());
        }
        made.targets_.push_back(r.to);
        last = &r;
    }
    for (std::uint32_t w = 0; w < words; ++w) made.first_[w + 1] = std::max(made.first_[w + 1], made.first_[w]);
    made.edges_.push_back({0, static_cast<std::uint32_t>(made.targets_.size())});
    return made;
}

struct program_builder::state {
    class_table classes;
    lowering lower;
    std::vector<std::pair<condition, place>> queries;

    state(const text::inflector & forms, text::lexicon & words) : classes(words), lower(forms, classes) {}
};

program_builder::program_builder(const text::inflector & forms, text::lexicon & words) : state_(std::make_unique<state>(forms, words)) {}
program_builder::~program_builder() = default;

result<std::uint32_t> program_builder::add(place of, const expression & e, const list_lookup & lists) {
    auto lowered = state_->lower.condition_of(e, lists);
    if (!lowered) return std::move(lowered).error();
    if (cost_of(*lowered) == unusable) return error{error_code::bad_query, "expected at least one word that must stand there, found a query that matches nothing"};
    state_->queries.emplace_back(*std::move(lowered), of);
    return static_cast<std::uint32_t>(state_->queries.size() - 1);
}

void program_builder::set_commonness(std::string_view folded, std::uint8_t how_common) {
    state_->classes.set_commonness(state_->classes.words().add(folded), how_common);
}

program program_builder::build() && {
    auto parts = std::make_unique<program::parts>();
    set_maker sets(*parts, state_->classes);
    step_maker steps(*parts, sets, state_->lower.pattern_count());
    std::array<trie_maker, places> tries;
    std::vector<anchor> anchors;
    std::vector<std::pair<std::uint32_t, condition>> branches;  // of every query, in order
    parts->queries = static_cast<std::uint32_t>(state_->queries.size());
    for (std::uint32_t q = 0; q < parts->queries; ++q)
        for (auto & branch : branches_of(state_->queries[q].first)) branches.emplace_back(q, std::move(branch));
    parts->conditions.resize(branches.size());
    for (std::uint32_t b = 0; b < branches.size(); ++b) {
        const auto & [query, condition] = branches[b];
        steps.compile(condition, b);
        anchors.clear();
        gather_anchors(condition, anchors);
        for (const auto & a : anchors) tries[static_cast<std::size_t>(state_->queries[query].second)].add(a, query, b);
    }
    for (std::size_t p = 0; p < places; ++p) tries[p].write(parts->anchors[p], sets, parts->words);
    steps.write_choices();
    sets.write_large();
    return program(std::move(parts));
}

}  // namespace rolewright::query
