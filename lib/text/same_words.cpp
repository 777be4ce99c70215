#include "text/same_words.hpp"

#include "text/characters.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace rolewright::text {
namespace {

// Of folded text.
bool is_of_word(char c) { return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> made;
    std::string word;
    for (const char c : fold(text) + " ") {
        if (is_of_word(c)) word += c;
        else if (!word.empty()) made.insert(std::exchange(word, {}));
    }
    return made;
}

}  // namespace

bool holds_words(std::string_view of, std::string_view words) {
    const auto all = words_of(of), wanted = words_of(words);
    return std::includes(all.begin(), all.end(), wanted.begin(), wanted.end());
}

bool holds_phrase(std::string_view of, std::string_view phrase) {
    const auto all = " " + fold(squeezed(of)) + " ", wanted = fold(squeezed(phrase));
    if (wanted.empty()) return false;
    for (auto at = all.find(wanted); at != std::string::npos; at = all.find(wanted, at + 1))
        if (!is_of_word(all[at - 1]) && !is_of_word(all[at + wanted.size()])) return true;
    return false;
}

}  // namespace rolewright::text
