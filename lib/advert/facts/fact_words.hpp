#pragma once
#include "advert/facts/fact_tokens.hpp"
#include "advert/facts/near.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace rolewright::adverts {

/// A line that facts may stand in: a statement, the title, or a line set like a heading ("Band 5, £27,000").
struct fact_line {
    range text;
    range label;                  ///< of a key-value line
    std::string_view label_fact;  ///< the fact that the label names
    section_kind kind = section_kind::other;
    statement_form form = statement_form::sentence;
    range heading;       ///< the heading it stands under; may be empty
    bool title = false;  ///< the line that names the job
    bool placeholder = false;
    bool figures = false;     ///< a digit stands in it
    fact_kinds kinds = 0;     ///< of all its tokens

    bool any(fact_kinds of) const { return (kinds & of) != 0; }
};

/// What all readers of facts look at, made once: the lines in text order, the typed tokens of each (its label aside), and
/// what the pack's values say in it.
class fact_words {
public:
    fact_words(const advert & of, const packs::language_set & set, const review_options & options, workspace & work);

    const advert & of;
    const packs::language_set & set;
    workspace & work;
    std::string_view country;  ///< ISO 3166, or empty

    std::string_view text() const { return of.source.text; }
    const std::vector<fact_line> & lines() const { return lines_; }
    std::span<const fact_token> tokens(std::size_t line) const { return std::span(tokens_).subspan(first_token_[line], first_token_[line + 1] - first_token_[line]); }
    std::span<const value_hit> hits(std::size_t line) const { return std::span(hits_).subspan(first_hit_[line], first_hit_[line + 1] - first_hit_[line]); }

private:
    void add(fact_line line, range words, std::span<const text::token> known, std::span<const value_hit> said);
    void add_heading(fact_line line);

    std::vector<fact_line> lines_;
    std::vector<fact_token> tokens_;
    std::vector<value_hit> hits_;
    std::vector<std::size_t> first_token_, first_hit_;
};

/// Whether some hit speaks for `fact` with this value ("": any).
bool says(std::span<const value_hit> hits, std::string_view fact, std::string_view value = {});

/// The hit of `fact` that ends nearest before `at`, or begins nearest behind it.
const value_hit * nearest_before(std::span<const value_hit> hits, std::string_view fact, std::uint32_t at);
const value_hit * nearest_behind(std::span<const value_hit> hits, std::string_view fact, std::uint32_t at);

/// Without white space, colons and dashes at its ends.
range trimmed(std::string_view text, range where);

}  // namespace rolewright::adverts
