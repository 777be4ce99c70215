#pragma once
#include <rolewright/document.hpp>
#include <rolewright/vocabulary.hpp>

#include "advert/understand.hpp"

#include <optional>
#include <string_view>

namespace rolewright::adverts {

/// What the language pack's heading rules say of a line.
struct heading_match {
    section_kind kind = section_kind::other;
    bool whole = false;  ///< the rule covers the whole line
};

/// The best heading rule for `line`, if one speaks: rules that cover the line before those that stand in it, then the
/// one with most words.
std::optional<heading_match> match_heading(std::string_view text, const text_words & line, const packs::language_set & set, workspace & work);

/// Whether block `index`, whose words are `in`, works as a heading, and of what kind of part. `kind` is empty where only the look says so.
struct heading_decision {
    bool is_heading = false;
    std::optional<section_kind> kind;
    range text;  ///< the block's, and the number before it: "2. Main duties"
};
heading_decision decide_heading(const document & source, std::size_t index, const text_words & in, const packs::language_set & set, workspace & work);

/// "Responsibilities: lead the team" and "Salary: £24,000": the words before the colon, if they are a label. `in` holds the
/// words of the line, perhaps among others.
struct run_in {
    range label;  ///< without the colon
    range rest;
    std::optional<heading_match> heading;
    bool fact = false;  ///< the label names a fact: "Salary"
    /// "Qualifications: a degree" is a key with its value; with a paragraph behind it, it is a heading.
    bool names_a_value() const;
};
std::optional<run_in> match_run_in(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work);

}  // namespace rolewright::adverts
