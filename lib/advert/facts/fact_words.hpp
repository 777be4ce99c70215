#pragma once
#include "advert/facts/fact_tokens.hpp"
#include "advert/facts/line_kinds.hpp"
#include "advert/facts/near.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

namespace rolewright::adverts {

using packs::fact_name;
using packs::fact_names;

/// A line that facts may stand in: a statement, the title, or a line set like a heading ("Band 5, £27,000").
struct fact_line {
    range text;
    range label;                               ///< of a key-value line
    fact_name label_fact = fact_name::none;    ///< what the label names
    section_kind kind = section_kind::other;
    statement_form form = statement_form::sentence;
    range heading;       ///< the heading it stands under; may be empty
    bool title = false;  ///< the line that names the job
    bool placeholder = false;
    text_words words;           ///< its words, those of the label perhaps among them
    std::uint32_t figures = 0;  ///< bytes of those that hold a digit
    line_kinds tokens;        ///< what its tokens may be
    fact_names said = 0;      ///< what its values speak for

    bool may_hold(fact_kinds of) const { return (tokens.kinds & of) != 0; }
    bool may_hold(fact_kind of) const { return may_hold(bit(of)); }
    bool says(fact_name of) const { return (said & bit(of)) != 0; }
};

/// What all readers of facts look at, made once: the lines in text order, the typed tokens of each (its label aside), and
/// what the pack's values say in it. Few lines have their tokens looked at: they are read when they are asked for.
class fact_words {
public:
    fact_words(const advert & of, const packs::language_set & set, const review_options & options, workspace & work);

    const advert & of;
    const packs::language_set & set;
    workspace & work;
    std::string_view country;  ///< ISO 3166, or empty

    std::string_view text() const { return of.source.text; }
    const std::vector<fact_line> & lines() const { return lines_; }
    std::span<const text::token> words(std::size_t line) const { return work.tokens_of(lines_[line].words); }
    std::span<const fact_token> tokens(std::size_t line) const;
    /// The words from `at` on, those of the label aside.
    std::span<const text::token> words_behind(std::size_t line, std::uint32_t at) const;
    std::span<const value_hit> hits(std::size_t line) const { return std::span(hits_).subspan(first_hit_[line], first_hit_[line + 1] - first_hit_[line]); }

private:
    struct line_tokens {
        range of;  ///< the line without its label
        std::vector<fact_token> all;
        bool read = false;
    };
    void add(const fact_line & line, range words, std::span<const value_hit> said);
    void add_heading(fact_line line);

    std::vector<fact_line> lines_;
    mutable std::vector<line_tokens> tokens_;
    std::vector<value_hit> hits_;
    std::vector<std::uint32_t> first_hit_;
};

/// Whether the pack says `value` of `fact` with words where `there` holds.
template <class There>
bool says(std::span<const value_hit> hits, fact_name fact, std::string_view value, There && there) {
    return std::any_of(hits.begin(), hits.end(), [&](const value_hit & h) { return h.rule->about == fact && h.rule->value == value && there(h.where); });
}

/// The hit of `fact` that ends nearest before `at`, or begins nearest behind it.
const value_hit * nearest_before(std::span<const value_hit> hits, fact_name fact, std::uint32_t at);
const value_hit * nearest_behind(std::span<const value_hit> hits, fact_name fact, std::uint32_t at);

/// Without white space, colons and dashes at its ends.
range trimmed(std::string_view text, range where);

}  // namespace rolewright::adverts
