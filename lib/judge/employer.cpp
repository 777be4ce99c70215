// "Acme is a growing firm. Acme maintains the best platform there is." Whose sentence the second is, only the first tells.
// A name is a capitalised word that no pack knows, stands before an introducing cue, and opens more than one clause.
#include "judge/employer.hpp"

#include <unordered_map>

namespace rolewright::judging {
namespace {

constexpr std::size_t longest_name = 4;
constexpr int enough_clauses = 2;

bool introduced(std::uint32_t clause, const packs::language_set & set, const adverts::workspace & work) {
    const auto words = work.tokens_of(clause);
    for (const auto & hit : work.cues_of(clause)) {
        if (!set.language.cues[hit.cue].introduces) continue;
        std::size_t n = 0;
        while (n < words.size() && n < longest_name && words[n].capital && words[n].text.end <= hit.where.begin) ++n;
        if (n > 0 && n < words.size() && words[n].text.begin == hit.where.begin) return true;
    }
    return false;
}

// The word that opens a clause, if it may be a name.
range opening_of(std::uint32_t clause, const adverts::workspace & work) {
    const auto words = work.tokens_of(clause);
    return words.empty() || !words[0].capital || text::is_known(words[0].word) ? range{} : words[0].text;
}

}  // namespace

std::unordered_set<std::string> employer_names(const advert & of, const packs::language_set & set, const adverts::workspace & work) {
    std::unordered_map<std::string, int> clauses_of;  // of the names that are introduced
    for (std::uint32_t c = 0; c < of.clauses.size(); ++c)
        if (const auto name = opening_of(c, work); !name.empty() && introduced(c, set, work)) clauses_of.emplace(text::fold(name.of(of.source.text)), 0);
    for (std::uint32_t c = 0; c < of.clauses.size() && !clauses_of.empty(); ++c) {
        const auto name = opening_of(c, work);
        if (name.empty()) continue;
        if (const auto known = clauses_of.find(text::fold(name.of(of.source.text))); known != clauses_of.end()) ++known->second;
    }
    std::unordered_set<std::string> names;
    for (const auto & [name, clauses] : clauses_of)
        if (clauses >= enough_clauses) names.insert(name);
    if (of.source.given.employer) {
        std::vector<text::token> words;
        text::tokenize(*of.source.given.employer, {0, static_cast<std::uint32_t>(of.source.given.employer->size())}, set.words, words);
        if (!words.empty() && !text::is_known(words[0].word)) names.insert(text::fold(words[0].text.of(*of.source.given.employer)));
    }
    return names;
}

bool opens_with(const std::unordered_set<std::string> & names, const advert & of, std::uint32_t clause, const adverts::workspace & work) {
    if (names.empty()) return false;
    const auto name = opening_of(clause, work);
    return !name.empty() && names.contains(text::fold(name.of(of.source.text)));
}

}  // namespace rolewright::judging
