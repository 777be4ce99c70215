#pragma once
#include <rolewright/result.hpp>
#include <rolewright/vocabulary.hpp>

#include "text/inflection.hpp"
#include "text/lexicon.hpp"
#include "text/tokens.hpp"

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
    const node & root() const;
    bool empty() const;

private:
    std::shared_ptr<const node> root_;
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

/// Working memory of one call; reuse it to save allocations. Not shared between threads.
struct scratch {
    std::vector<std::uint64_t> visited;
    std::vector<std::uint32_t> states, next_states;
    std::vector<std::uint32_t> seen;  ///< per query: number of the last span that proposed it
    std::uint32_t span_number = 0;
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

    /// The queries whose anchors stand among `tokens` (each once, ascending), of all groups.
    void candidates(std::span<const text::token> tokens, scratch & work, std::vector<std::uint32_t> & out) const;

    /// Appends the matches of one query: leftmost, longest, not overlapping. `text` is what the tokens' ranges are of.
    /// With AND each match of the left side counts once the right side matches too, and its range covers both.
    void verify(std::uint32_t query, std::string_view text, std::span<const text::token> tokens, const context & where,
                scratch & work, std::vector<match> & out) const;

    /// candidates + verify of one group: for tests and tools.
    std::vector<match> find(group of, std::string_view text, std::span<const text::token> tokens, const context & where = {}) const;

    /// The whole program as text: queries, anchors, classes. For tests and `packs check`.
    std::string print(const text::lexicon & words) const;

private:
    std::unique_ptr<const parts> parts_;
};

/// Collects queries and compiles them; `words` gets every word they use.
class program_builder {
public:
    program_builder(const text::inflector & forms, text::lexicon & words);
    ~program_builder();

    /// Numbers of queries count from 0 in the order of `add`. Fails on unknown or cyclic lists and on a query that
    /// could match without any word (a?).
    result<std::uint32_t> add(group of, const expression & e, const list_lookup & lists);
    /// How common a word is, 0 (rare, the default) to 255: anchors stand on the rarest words.
    void set_commonness(std::string_view folded, std::uint8_t how_common);
    program build() &&;

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace rolewright::query
