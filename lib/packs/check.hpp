#pragma once
#include "packs/model.hpp"

#include <functional>
#include <string>
#include <vector>

// What a pack's author is told: whether the examples hold, and what in the queries looks like a slip.
namespace rolewright::packs {

enum class gravity : std::uint8_t { error, warning };

/// One thing to mend (an error) or to look at (a warning).
struct complaint {
    origin at;
    gravity how = gravity::error;
    std::string_view kind;  ///< "example", "source", "shadowed", …: see criteria/README.md
    std::string message;
};

/// Whether the packs hold what they promise. Every yes must match (the marked words exactly), no `no` may; evidence,
/// traps, bounds, cues, values and rules of words need a yes with a marked part and a no; suggestions must ask for what
/// they say; names of roles and sources must be known.
std::vector<complaint> check_examples(const language_set & set);

/// What looks like a slip: queries that no example of their own shows, rules that another always covers, rules that
/// match another criterion's examples, traps that silence an example, anchors on very common words, lists that nothing
/// uses, forms that two words claim.
std::vector<complaint> advise(const language_set & set);

/// How many queries and examples stand in the files that `wanted` accepts.
struct pack_counts {
    std::size_t queries = 0, examples = 0;
};
pack_counts count(const language_set & set, const std::function<bool(const origin &)> & wanted);

/// A word that queries ask for in all its forms ("maintain~"), and those forms.
struct inflected_word {
    std::string word;
    std::vector<std::string> forms;  ///< itself first
    std::vector<origin> places;      ///< where it is asked for, one for each element
};

/// All of them, by word.
std::vector<inflected_word> inflected_words(const language_set & set);

/// A form that unrelated words claim: "caring" of care~ and of car~.
struct claimed_form {
    std::string form;
    std::vector<const inflected_word *> words;
};
std::vector<claimed_form> claimed_twice(const language_set & set, const std::vector<inflected_word> & among);

}  // namespace rolewright::packs
