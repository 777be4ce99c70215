// All that makes the program fast (anchors, what has to stand near them, code, branches) against a walk over the query as
// it was written, for queries and texts thrown together from few words.
#include "support/catch.hpp"

#include "query/ast.hpp"
#include "query/query.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace rolewright;

namespace {

using places = std::set<std::size_t>;

// Where a match of `n` may end that begins at one of `from`. `loose`: a comma may stand before its first word.
places ends_of(const query::node & n, const places & from, bool loose, std::string_view text, const std::vector<text::token> & words);

bool may_be_empty(const query::node & n) {
    const auto any = [&] { return std::any_of(n.children.begin(), n.children.end(), [](const auto * c) { return may_be_empty(*c); }); };
    const auto all = [&] { return std::all_of(n.children.begin(), n.children.end(), [](const auto * c) { return may_be_empty(*c); }); };
    switch (n.kind) {
        case query::node_kind::word: return false;
        case query::node_kind::optional: return true;
        case query::node_kind::alternatives: return any();
        default: return all();
    }
}

places after_word(const query::node & n, const places & from, bool loose, std::string_view text, const std::vector<text::token> & words) {
    places made;
    for (const auto at : from)
        if (at < words.size() && words[at].text.of(text) == n.text && (loose || words[at].before != text::gap_before::breaker)) made.insert(at + 1);
    return made;
}

places after_children(const query::node & n, places at, bool loose, std::string_view text, const std::vector<text::token> & words) {
    const bool gaps = n.kind == query::node_kind::gap;
    for (std::size_t i = 0; i < n.children.size(); ++i) {
        places wider = at;
        for (int more = 1; gaps && i > 0 && more <= n.gaps[i - 1]; ++more)
            for (const auto p : at)
                if (p + static_cast<std::size_t>(more) < words.size()) wider.insert(p + static_cast<std::size_t>(more));
        at = ends_of(*n.children[i], wider, loose, text, words);
        loose = gaps || (loose && may_be_empty(*n.children[i]));
    }
    return at;
}

places ends_of(const query::node & n, const places & from, bool loose, std::string_view text, const std::vector<text::token> & words) {
    places made;
    switch (n.kind) {
        case query::node_kind::word: return after_word(n, from, loose, text, words);
        case query::node_kind::alternatives:
            for (const auto * c : n.children) made.merge(ends_of(*c, from, loose, text, words));
            return made;
        case query::node_kind::optional:
            made = ends_of(*n.children[0], from, loose, text, words);
            made.insert(from.begin(), from.end());
            return made;
        default: return after_children(n, from, loose, text, words);
    }
}

using found_words = std::vector<std::pair<std::size_t, std::size_t>>;

// Leftmost, longest, not overlapping.
found_words walk(const query::node & n, std::string_view text, const std::vector<text::token> & words) {
    found_words made;
    if (n.kind == query::node_kind::without) {
        for (std::size_t i = 1; i < n.children.size(); ++i)
            if (!walk(*n.children[i], text, words).empty()) return {};
        return walk(*n.children[0], text, words);
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto ends = ends_of(n, {at}, true, text, words);
        if (ends.empty() || *ends.rbegin() <= at) continue;
        made.emplace_back(at, *ends.rbegin());
        at = *ends.rbegin() - 1;
    }
    return made;
}

class thrower {
public:
    explicit thrower(unsigned seed) : random_(seed) {}

    std::string query() { return below(6) == 0 ? pattern(2) + " NOT " + pattern(1) : pattern(3); }

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
        switch (depth > 0 ? below(6) : 0) {
            case 1: return pattern(depth - 1) + " " + pattern(depth - 1);
            case 2: return part(depth) + " .." + std::to_string(below(6)) + " " + part(depth);
            case 3: return "(" + pattern(depth - 1) + " | " + pattern(depth - 1) + (below(2) ? " | " + pattern(depth - 1) : std::string()) + ")";
            case 4: return part(depth) + "? " + pattern(depth - 1);
            case 5: return word() + " " + word() + " " + word();
            default: return word();
        }
    }
    std::string part(int depth) { return "(" + pattern(depth - 1) + ")"; }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("a query finds what a plain walk over it finds") {
    constexpr std::size_t queries = 500, texts = 400;
    const auto seed = GENERATE(1u, 2u, 3u, 4u);
    thrower thrown(seed);
    text::lexicon words;
    const text::inflector forms{text::inflection_rules()};
    query::program_builder builder(forms, words);
    for (int w = 0; w < 40; ++w) builder.set_commonness("w" + std::to_string(w), static_cast<std::uint8_t>(200 / (w + 1)));
    std::vector<query::expression> all;
    while (all.size() < queries) {
        auto parsed = query::parse(thrown.query());
        REQUIRE(parsed);
        const auto added = builder.add(query::place::clause, *parsed, [](std::string_view) { return nullptr; });
        if (added) all.push_back(*std::move(parsed));  // some could match without any word
    }
    const auto program = std::move(builder).build();
    std::size_t matches = 0;
    for (std::size_t t = 0; t < texts; ++t) {
        const auto text = thrown.text();
        std::vector<text::token> tokens;
        text::tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, words, tokens);
        std::vector<found_words> found(queries);
        for (const auto & m : program.find(query::place::clause, text, tokens)) found[m.query].emplace_back(m.first, m.last), ++matches;
        for (std::size_t q = 0; q < queries; ++q) {
            const auto expected = walk(all[q].root(), text, tokens);
            if (found[q] != expected) FAIL("seed " << seed << ": " << query::print(all[q]) << "   in   " << text);
        }
    }
    CHECK(matches > 1000);
}
