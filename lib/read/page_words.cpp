// No dictionary: if the document has the word elsewhere with its hyphen ("part-time") the hyphen stays, if it has it in one
// piece the hyphen goes; else it goes where the document breaks words often enough to show that it does so at all.
#include "read/page_words.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }

std::string lower_case(std::string_view s) {
    std::string made(s);
    std::transform(made.begin(), made.end(), made.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return made;
}

std::string_view first_word(std::string_view s) {
    std::size_t n = 0;
    while (n < s.size() && letter(s[n])) ++n;
    return s.substr(0, n);
}

std::string_view last_word(std::string_view s) {
    auto n = s.size();
    while (n > 0 && letter(s[n - 1])) --n;
    return s.substr(n);
}

// The bytes of the hyphen that ends a line within a word, or 0.
std::size_t hyphen_at_end(std::string_view s) {
    const std::size_t n = s.ends_with("-") ? 1 : s.ends_with("\xE2\x80\x90") ? 3 : 0;
    return n && s.size() > n && letter(s[s.size() - n - 1]) ? n : 0;
}

bool soft_at_end(std::string_view s) { return s.ends_with("\xC2\xAD"); }

}  // namespace

word_list::word_list(const std::vector<page> & pages) {
    constexpr std::size_t enough = 3, share = 30;
    std::size_t broken = 0, lines = 0;
    for (const auto & p : pages)
        for (const auto & l : p.lines) {
            ++lines;
            broken += hyphen_at_end(l.text) > 0;
            for (std::size_t i = 0; i < l.text.size();) {
                auto end = i;
                while (end < l.text.size() && (letter(l.text[end]) || l.text[end] == '-')) ++end;
                if (end > i && end < l.text.size()) words_.insert(lower_case(std::string_view(l.text).substr(i, end - i)));
                i = std::max(end, i + 1);
            }
        }
    hyphenates_ = broken >= enough && broken * share >= lines;
}

void word_list::join(std::string & text, std::string_view next) const {
    if (soft_at_end(text)) {
        text.resize(text.size() - 2);
        text += next;
        return;
    }
    const auto hyphen = hyphen_at_end(text);
    if (!hyphen || next.empty() || !lower(next[0])) {
        text += ' ';
        text += next;
        return;
    }
    const auto before = lower_case(last_word(std::string_view(text).substr(0, text.size() - hyphen))), after = lower_case(first_word(next));
    const bool with = words_.contains(before + "-" + after), without = words_.contains(before + after);
    if (without || (!with && hyphenates_)) text.resize(text.size() - hyphen);
    text += next;
}

}  // namespace rolewright::readers
