#include "text/same_words.hpp"

#include "text/tokens.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace rolewright::text {
namespace {

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> made;
    std::string word;
    for (const char c : fold(text) + " ") {
        const bool part = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (part) word += c;
        else if (!word.empty()) made.insert(std::exchange(word, {}));
    }
    return made;
}

}  // namespace

bool holds_words(std::string_view of, std::string_view words) {
    const auto all = words_of(of), wanted = words_of(words);
    return std::includes(all.begin(), all.end(), wanted.begin(), wanted.end());
}

}  // namespace rolewright::text
