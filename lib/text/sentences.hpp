#pragma once
#include <rolewright/range.hpp>

#include "text/lexicon.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rolewright::text {

/// What the sentence splitter must know of a language: folded, with their dots ("e.g.", "mr.").
struct sentence_marks {
    const std::unordered_set<std::string> & abbreviations;
    const std::unordered_set<std::string> & openers;  ///< words that open a line: where one is glued to what stands before, a line end was lost
    const lexicon & words;  ///< known words with a capital inside ("PowerPoint") are no lost line ends
};

/// Appends the sentences of `where`, trimmed, in order; together they cover everything but white space.
/// Where line ends were lost ("experience.You will", "requiredFamiliarity with") the seam ends a sentence too.
void sentences(std::string_view text, range where, const sentence_marks & known, std::vector<range> & out);

}  // namespace rolewright::text
