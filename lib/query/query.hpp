#pragma once
#include <rolewright/result.hpp>
#include <rolewright/vocabulary.hpp>

#include "text/inflection.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The evidence query language: parse → expression (printable) → program (all queries of all packs, one automaton).
// Its forms are described in criteria/README.md.
namespace rolewright::query {

struct node;  ///< see ast.hpp

/// A parsed query: a value that prints itself.
class expression {
public:
    expression();
    explicit expression(std::shared_ptr<const node> root);
    /// A text that `parse` is known to take: it is read once somebody asks for its root.
    static expression unread(std::string_view text);
    const node & root() const;
    bool empty() const;

private:
    struct late_root;
    std::shared_ptr<const node> root_;
    std::shared_ptr<late_root> late_;
};

/// Limits that are part of the language.
inline constexpr std::size_t max_query_bytes = 64u << 10;
inline constexpr int max_nesting = 64;
inline constexpr int max_gap = 20;
inline constexpr int default_gap = 3;

/// Parses a query. An error has the line and column within `text` and says what was found and what was expected.
result<expression> parse(std::string_view text);

/// The query as text again: parse(print(e)) prints the same.
std::string print(const expression & e);

/// Names of lists to their bodies; a list may use lists. Unknown names and cycles are errors of `program_builder::add`.
using list_lookup = std::function<const expression *(std::string_view name)>;

/// Who asks: candidates are found for all groups in one pass and verified group by group.
enum class group : std::uint8_t { heading, cue, evidence, trap, role, rule, fact, adhoc };

/// What is known of the place when a query is verified; a scope (`@section:`, `@act:`, `@subject:`) that asks for
/// something not yet known does not match.
struct context {
    std::optional<section_kind> section;
    std::optional<rolewright::act> act;
    std::optional<rolewright::subject> subject;
};

/// Words [first, last) of the token span that was searched.
struct match {
    std::uint32_t query = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// An anchor of a query at words [first, last): a match around it begins at the earliest `most_before`, at the latest
/// `least_before` words before it.
struct hit {
    std::uint32_t query = 0;
    std::uint32_t first = 0, last = 0;
    std::uint32_t least_before = 0, most_before = 0;
};

/// A query that may match in a span of words; its matches begin at words [first, last] of the span.
struct candidate {
    std::uint32_t query = 0;
    std::uint32_t first = 0, last = 0;
};

/// Whether a comma or a stop between words parts what a query asks to stand together.
enum class marks : std::uint8_t { part, ignored };

/// Working memory of one call; reuse it to save allocations. Not shared between threads.
struct scratch {
    struct begun {
        std::uint32_t node = 0, first = 0;
    };
    std::vector<begun> active, next;  ///< runs that have begun and may go on
    std::vector<hit> hits;
    std::vector<candidate> proposed;
};

/// All queries, compiled: a trie over word classes finds the anchors of all of them in one pass over the words,
/// gaps, case, prefixes, AND and NOT are verified afterwards. Immutable; shared between threads.
class program {
public:
    struct parts;
    program();
    explicit program(std::unique_ptr<const parts> parts);
    program(program &&) noexcept;
    program & operator=(program &&) noexcept;
    ~program();

    std::uint32_t query_count() const;
    group group_of(std::uint32_t query) const;

    /// The pass: appends the anchors of all queries among `tokens`, by their last word. Words are counted from `base`.
    void scan(std::span<const text::token> tokens, std::uint32_t base, scratch & work, std::vector<hit> & out) const;

    /// Appends the matches of a candidate: leftmost, longest, not overlapping. `text` is what the tokens' ranges are of.
    /// With AND each match of the left side counts once the right side matches too, and its range covers both.
    void verify(const candidate & of, std::string_view text, std::span<const text::token> tokens, const context & where,
                std::vector<match> & out, marks between = marks::part) const;

    /// The queries whose anchors stand among `tokens` (each once, ascending), of all groups.
    void candidates(std::span<const text::token> tokens, scratch & work, std::vector<candidate> & out) const;
    void candidates(std::span<const text::token> tokens, scratch & work, std::vector<std::uint32_t> & out) const;

    /// The words that alone propose a query: it is tried wherever one of them stands.
    std::vector<std::pair<std::uint32_t, text::word_id>> lone_anchors() const;

    /// The same for a query by its number, wherever in `tokens` its matches begin.
    void verify(std::uint32_t query, std::string_view text, std::span<const text::token> tokens, const context & where, scratch & work, std::vector<match> & out) const;

    /// The program as bytes, for `restore` of the same build.
    void save(byte_writer & to) const;
    static program restore(byte_reader & from);

    /// candidates + verify of one group: for tests and tools.
    std::vector<match> find(group of, std::string_view text, std::span<const text::token> tokens, const context & where = {}) const;

private:
    std::unique_ptr<const parts> parts_;
};

/// Appends what `hits` propose for words [begin, end): each query once, ascending, with the words its matches may begin at,
/// counted from `begin`. `wanted` says which queries are asked for.
template <class Wanted>
void propose(std::span<const hit> hits, std::uint32_t begin, std::uint32_t end, Wanted && wanted, std::vector<candidate> & out);

/// Collects queries and compiles them; `words` gets every word they use.
class program_builder {
public:
    program_builder(const text::inflector & forms, text::lexicon & words);
    ~program_builder();

    /// Numbers of queries count from 0 in the order of `add`. Fails on unknown or cyclic lists and on a query that
    /// could match without any word (a?). The bodies of lists must live until `build`.
    result<std::uint32_t> add(group of, const expression & e, const list_lookup & lists);
    /// How common a word is, 0 (rare, the default) to 255: anchors stand on the rarest words. For queries added later.
    void set_commonness(std::string_view folded, std::uint8_t how_common);
    program build() &&;

private:
    struct state;
    std::unique_ptr<state> state_;
};

template <class Wanted>
void propose(std::span<const hit> hits, std::uint32_t begin, std::uint32_t end, Wanted && wanted, std::vector<candidate> & out) {
    const auto old = static_cast<std::ptrdiff_t>(out.size());
    for (const auto & h : hits) {
        // A match that would have to begin before the span is none.
        if (h.first < begin + h.least_before || h.last > end || !wanted(h.query)) continue;
        const auto first = h.first - begin;
        const candidate made{h.query, first - std::min(first, h.most_before), first - h.least_before};
        auto at = out.end();
        while (at - out.begin() > old && std::prev(at)->query > made.query) --at;
        if (at - out.begin() > old && std::prev(at)->query == made.query) {
            auto & known = *std::prev(at);
            known.first = std::min(known.first, made.first);
            known.last = std::max(known.last, made.last);
        } else out.insert(at, made);
    }
}

}  // namespace rolewright::query
