// What makes the program fast (anchors, what has to stand near them, code that is written once and called, routes, branches)
// against a walk over the query as it was written, for queries and texts thrown together from few words.
#include "support/catch.hpp"

#include "query/ast.hpp"
#include "query/query.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace rolewright;

namespace {

using places = std::set<std::size_t>;
using named_lists = std::map<std::string, query::expression, std::less<>>;

class walker {
public:
    walker(const named_lists & lists, std::string_view text, const std::vector<text::token> & words) : lists_(lists), text_(text), words_(words) {}

    using found = std::vector<std::pair<std::size_t, std::size_t>>;

    // Leftmost, longest, not overlapping.
    found matches(const query::node & n) const {
        found made;
        if (n.kind == query::node_kind::without) {
            for (std::size_t i = 1; i < n.children.size(); ++i)
                if (!matches(*n.children[i]).empty()) return {};
            return matches(*n.children[0]);
        }
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const auto ends = ends_of(n, {at}, true);
            if (ends.empty() || *ends.rbegin() <= at) continue;
            made.emplace_back(at, *ends.rbegin());
            at = *ends.rbegin() - 1;
        }
        return made;
    }

private:
    bool may_be_empty(const query::node & n) const {
        const auto empty = [&](const auto * c) { return may_be_empty(*c); };
        switch (n.kind) {
            case query::node_kind::word: return false;
            case query::node_kind::list: return may_be_empty(lists_.at(n.text).root());
            case query::node_kind::optional: return true;
            case query::node_kind::alternatives: return std::any_of(n.children.begin(), n.children.end(), empty);
            default: return std::all_of(n.children.begin(), n.children.end(), empty);
        }
    }

    // Where a match of `n` may end that begins at one of `from`. `loose`: a comma may stand before its first word.
    places ends_of(const query::node & n, const places & from, bool loose) const {
        places made;
        switch (n.kind) {
            case query::node_kind::word: return after_word(n, from, loose);
            case query::node_kind::list: return ends_of(lists_.at(n.text).root(), from, loose);
            case query::node_kind::alternatives:
                for (const auto * c : n.children) made.merge(ends_of(*c, from, loose));
                return made;
            case query::node_kind::optional:
                made = ends_of(*n.children[0], from, loose);
                made.insert(from.begin(), from.end());
                return made;
            default: return after_children(n, from, loose);
        }
    }

    places after_word(const query::node & n, const places & from, bool loose) const {
        places made;
        for (const auto at : from)
            if (at < words_.size() && words_[at].text.of(text_) == n.text && (loose || words_[at].before != text::gap_before::breaker)) made.insert(at + 1);
        return made;
    }

    places after_children(const query::node & n, const places & from, bool loose) const {
        places made;
        for (const auto start : from) made.merge(after_children(n, start, loose));
        return made;
    }

    // No match begins in a gap.
    places after_children(const query::node & n, std::size_t start, bool loose) const {
        const bool gaps = n.kind == query::node_kind::gap;
        places at = {start}, bare = {start};
        for (std::size_t i = 0; i < n.children.size(); ++i) {
            auto wider = at;
            for (std::size_t more = 1; gaps && i > 0 && more <= static_cast<std::size_t>(n.gaps[i - 1]); ++more)
                for (const auto p : at)
                    if (!bare.contains(p) && p + more < words_.size()) wider.insert(p + more);
            at = ends_of(*n.children[i], wider, loose);
            const bool may_be_missing = may_be_empty(*n.children[i]);
            loose = gaps || (loose && may_be_missing);
            if (!may_be_missing) bare.clear();
        }
        return at;
    }

    const named_lists & lists_;
    std::string_view text_;
    const std::vector<text::token> & words_;
};

class thrower {
public:
    explicit thrower(unsigned seed) : random_(seed) {}

    std::string query() { return below(6) == 0 ? pattern(2) + " NOT " + pattern(1) : pattern(3); }

    // Choices, some of them wide; each may use those before it.
    std::string list() {
        std::string made = pattern(2);
        for (auto n = below(7); n > 0; --n) made += " | " + pattern(2);
        ++lists_;
        return made;
    }

    // Words with a comma here and there.
    std::string text() {
        std::string made;
        for (auto n = 1 + below(below(20) == 0 ? 90 : 24); n > 0; --n) made += word() + (below(7) == 0 ? ", " : " ");
        return made;
    }

    unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

private:
    // Few words come up often and most seldom, as in any text.
    std::string word() { return "w" + std::to_string(below(1 + below(1 + below(40)))); }

    std::string pattern(int depth) {
        switch (depth > 0 ? below(9) : 0) {
            case 1: return pattern(depth - 1) + " " + pattern(depth - 1);
            case 2: return part(depth) + " .." + std::to_string(below(6)) + " " + part(depth);
            case 3: return "(" + pattern(depth - 1) + " | " + pattern(depth - 1) + (below(2) ? " | " + pattern(depth - 1) : std::string()) + ")";
            case 4: return part(depth) + "? " + pattern(depth - 1);
            case 5: return word() + " " + word() + " " + word();
            case 6: return part(depth) + "? .." + std::to_string(below(6)) + " " + part(depth);
            case 7: return part(depth) + " .." + std::to_string(below(21)) + " " + part(depth) + "? ..2 " + word();
            case 8: return lists_ > 0 ? "$l" + std::to_string(below(lists_)) : word();
            default: return word();
        }
    }
    std::string part(int depth) { return "(" + pattern(depth - 1) + ")"; }

    std::mt19937 random_;
    unsigned lists_ = 0;
};

}  // namespace

TEST_CASE("a query finds what a plain walk over it finds") {
    constexpr std::size_t queries = 400, texts = 120;
    const auto seed = GENERATE(1u, 2u, 3u, 4u);
    thrower thrown(seed);
    text::lexicon words;
    const text::inflector forms{text::inflection_rules()};
    query::program_builder builder(forms, words);
    for (int w = 0; w < 40; ++w) builder.set_commonness("w" + std::to_string(w), static_cast<std::uint8_t>(200 / (w + 1)));
    named_lists lists;
    for (int l = 0; l < 12; ++l) lists.emplace("l" + std::to_string(l), *query::parse(thrown.list()));
    std::vector<query::expression> all;
    while (all.size() < queries) {
        auto parsed = query::parse(thrown.query());
        REQUIRE(parsed);
        REQUIRE(builder.add(query::place::clause, *parsed, [&](std::string_view name) {
            const auto at = lists.find(name);
            return at == lists.end() ? nullptr : &at->second;
        }));
        all.push_back(*std::move(parsed));
    }
    const auto program = std::move(builder).build();
    query::scratch work;
    std::vector<query::candidate> proposed;
    std::vector<query::match> verified;
    std::size_t matches = 0;
    for (std::size_t t = 0; t < texts; ++t) {
        const auto text = thrown.text();
        std::vector<text::token> tokens;
        text::tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
        std::vector<walker::found> found(queries);
        proposed.clear();
        program.candidates(query::place::clause, tokens, work, proposed);
        verified.clear();
        for (std::span<const query::candidate> rest(proposed); !rest.empty();) program.verify(query::take_query(rest), {text, tokens}, {}, verified);
        for (const auto & m : verified) found[m.query].emplace_back(m.first, m.last), ++matches;
        const walker plain(lists, text, tokens);
        for (std::size_t q = 0; q < queries; ++q) {
            const auto expected = plain.matches(all[q].root());
            if (found[q] != expected) FAIL("seed " << seed << ": " << query::print(all[q]) << "   in   " << text);
        }
    }
    CHECK(matches > 1000);
}
