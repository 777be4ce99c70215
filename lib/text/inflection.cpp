// Irregular rows and spelling rows are looked up by any of their words; everything else takes the longest ending that
// fits. Forms are made once, when queries are compiled.
#include "text/inflection.hpp"

#include <algorithm>

namespace rolewright::text {
namespace {

void add_new(std::vector<std::string> & to, std::string_view word) {
    if (std::find(to.begin(), to.end(), word) == to.end()) to.emplace_back(word);
}

// How much of `word` the ending takes away, or npos where it does not fit.
std::size_t fits(std::string_view word, std::string_view ending, std::string_view vowels) {
    const bool consonant = ending.starts_with("^C"), vowel = ending.starts_with("^V");
    const auto letters = consonant || vowel ? ending.substr(2) : ending;
    if (!word.ends_with(letters) || word.size() == letters.size()) return std::string_view::npos;
    const char before = word[word.size() - letters.size() - 1];
    const bool is_vowel = vowels.find(before) != std::string_view::npos;
    if ((consonant && is_vowel) || (vowel && !is_vowel)) return std::string_view::npos;
    return letters.size();
}

}  // namespace

inflector::inflector(inflection_rules rules) : rules_(std::move(rules)) {
    for (std::size_t row = 0; row < rules_.irregular.size(); ++row)
        for (const auto & word : rules_.irregular[row]) irregular_.emplace(word, row);
    for (std::size_t row = 0; row < rules_.spellings.size(); ++row)
        for (const auto & word : rules_.spellings[row]) spelling_.emplace(word, row);
}

std::vector<std::string> inflector::spellings(std::string_view folded) const {
    std::vector<std::string> made{std::string(folded)};
    if (const auto row = spelling_.find(std::string(folded)); row != spelling_.end())
        for (const auto & word : rules_.spellings[row->second]) add_new(made, word);
    return made;
}

std::vector<std::string> inflector::forms(std::string_view folded) const {
    constexpr std::size_t usual = 8;
    std::vector<std::string> made;
    made.reserve(usual);
    for (const auto & base : spellings(folded)) {
        add_new(made, base);
        if (const auto row = irregular_.find(base); row != irregular_.end()) {
            for (const auto & word : rules_.irregular[row->second]) add_new(made, word);
            continue;
        }
        const inflection_rules::suffix * best = nullptr;
        std::size_t cut = 0;
        for (const auto & s : rules_.suffixes) {
            const auto n = fits(base, s.ending, rules_.vowels);
            if (n == std::string_view::npos || (best && s.ending.size() <= best->ending.size())) continue;
            best = &s;
            cut = n;
        }
        if (!best) continue;
        for (const auto & r : best->replacements) add_new(made, base.substr(0, base.size() - cut) + r);
    }
    return made;
}

}  // namespace rolewright::text
