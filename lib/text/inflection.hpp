#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rolewright::text {

/// How a language makes the forms of a word; all of it comes from the language pack.
struct inflection_rules {
    /// A word ending in `ending` takes each of `replacements` in its place ("y" → "ies", "ied", "ying").
    /// The longest ending that fits decides; "" fits every word. "^C" before the letters stands for one consonant that
    /// stays, "^V" for one vowel that stays; which letters are vowels the pack says.
    struct suffix {
        std::string ending;
        std::vector<std::string> replacements;
    };
    std::vector<suffix> suffixes;
    std::string vowels;
    /// Words whose forms are listed whole: "write" → write, writes, wrote, written, writing.
    std::vector<std::vector<std::string>> irregular;
    /// Words spelt in several ways: "organise", "organize". Listed by their base; forms follow.
    std::vector<std::vector<std::string>> spellings;
};

class inflector {
public:
    inflector() = default;
    explicit inflector(inflection_rules rules);

    /// The word as it is spelt on either side of the Atlantic, itself first: organise, organize.
    std::vector<std::string> spellings(std::string_view folded) const;
    /// All forms of the word in all its spellings, itself first, without repeats. `folded` may be any base form.
    std::vector<std::string> forms(std::string_view folded) const;

private:
    inflection_rules rules_;
    std::unordered_map<std::string, std::size_t> irregular_, spelling_;
};

}  // namespace rolewright::text
