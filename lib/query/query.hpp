#pragma once
#include <rolewright/result.hpp>
#include <rolewright/vocabulary.hpp>

#include "query/near_rows.hpp"
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

// The evidence query language: parse → expression (printable) → program (all queries of all packs).
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

/// Where a query is asked. The queries of one place are found in one pass, those of other places cost it nothing.
enum class place : std::uint8_t { heading, label, title, statement, clause };
inline constexpr std::size_t places = 5;

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

/// A query that may match in a span of words, by one of its branches; matches of that begin at words [first, last] of the span.
struct candidate {
    std::uint32_t query = 0;
    std::uint32_t branch = 0;  ///< where its code stands
    std::uint32_t first = 0, last = 0;
    std::uint32_t words = 0;  ///< not 0: so many words from `first` on match but for the marks between them
};

/// The candidates of one query stand together: takes those of the first one off `rest`.
inline std::span<const candidate> take_query(std::span<const candidate> & rest) {
    std::size_t n = 1;
    while (n < rest.size() && rest[n].query == rest[0].query) ++n;
    const auto taken = rest.first(n);
    rest = rest.subspan(n);
    return taken;
}

/// Whether a comma or a stop between words parts what a query asks to stand together.
enum class marks : std::uint8_t { part, ignored };

/// Working memory of one call; reuse it to save allocations. Not shared between threads.
struct scratch {
    struct begun {
        std::uint32_t node = 0, first = 0;
    };
    std::vector<begun> active, next;   ///< runs that have begun and may go on
    std::vector<std::uint32_t> roles;  ///< of the words
    near_rows rows;
    std::vector<candidate> proposed;
};
/// Words that queries are tried on. `text` is what the tokens' ranges are of.
struct searched_words {
    std::string_view text;
    std::span<const text::token> tokens;
    marks between = marks::part;
};

/// All queries, compiled: for each place the anchors of all of them are found in one pass over the words, and what has to
/// stand near them is asked; gaps, case, prefixes, AND and NOT are verified afterwards. Immutable; shared between threads.
class program {
public:
    struct parts;
    program();
    explicit program(std::unique_ptr<const parts> parts);
    program(program &&) noexcept;
    program & operator=(program &&) noexcept;
    ~program();

    std::uint32_t query_count() const;

    /// The pass: appends the branches of the queries of a place whose anchors stand among `tokens`, each once, ascending.
    void candidates(place of, std::span<const text::token> tokens, scratch & work, std::vector<candidate> & out) const;

    /// Appends the matches of the candidates of one query: leftmost, longest, not overlapping.
    /// With AND each match of the left side counts once the right side matches too, and its range covers both.
    void verify(std::span<const candidate> of, const searched_words & in, const context & where, std::vector<match> & out) const;

    /// The words that alone propose a query, if what has to stand near them does.
    std::vector<std::pair<std::uint32_t, text::word_id>> lone_anchors() const;

    /// The program as bytes, for `restore` of the same build.
    void save(byte_writer & to) const;
    static program restore(byte_reader & from);

    /// candidates + verify of one place: for tests and tools.
    std::vector<match> find(place of, std::string_view text, std::span<const text::token> tokens, const context & where = {}) const;

private:
    std::unique_ptr<const parts> parts_;
};

/// Collects queries and compiles them; `words` gets every word they use.
class program_builder {
public:
    program_builder(const text::inflector & forms, text::lexicon & words);
    ~program_builder();

    /// Numbers of queries count from 0 in the order of `add`. Fails on unknown or cyclic lists and on a query that
    /// could match without any word (a?). The bodies of lists must live until `build`.
    result<std::uint32_t> add(place of, const expression & e, const list_lookup & lists);
    /// How common a word is, 0 (rare, the default) to 255: anchors stand on the rarest words. For queries added later.
    void set_commonness(std::string_view folded, std::uint8_t how_common);
    program build() &&;

private:
    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace rolewright::query
