// A text is in a language if many of its words are among that language's commonest. A sample is enough.
#include "text/language.hpp"

#include "text/tokens.hpp"

#include <algorithm>

namespace rolewright::text {

double share_of_common(std::string_view text, const std::unordered_set<std::string> & common) {
    constexpr std::size_t sample = 20'000;
    std::vector<token> words;
    const lexicon none;
    auto end = std::min(text.size(), sample);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    tokenize(text, {0, static_cast<std::uint32_t>(end)}, none, words);
    if (words.empty()) return 0;
    std::string folded;
    std::size_t known = 0;
    for (const auto & w : words) {
        fold(w.text.of(text), folded);
        known += common.contains(folded);
    }
    return static_cast<double>(known) / static_cast<double>(words.size());
}

}  // namespace rolewright::text
