#pragma once
#include <rolewright/range.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// What pages say of themselves in words: names of classes, labels and headings. The words are data, in lib/read/pages.
namespace rolewright::readers {

/// What the class or id of an element says.
enum class naming : std::uint8_t { nothing, around, hides };

enum class sign_kind : std::uint8_t {
    label,    ///< what adverts call a part or a field; `number` is the kind's: pay, closing date, duties, …
    phrase,   ///< words that adverts are full of
    around,   ///< how the heading of something around an advert begins
    notice,   ///< what a page says of itself: that it uses cookies
    adverts,  ///< the heading of a part that holds adverts
    action,   ///< a link or button that does something else with an advert than to apply
    remark,   ///< what a site says beside an advert: how many have applied
    gone,     ///< there is nothing, or nothing any more
};

/// A run of words that is known.
struct page_sign {
    sign_kind kind = sign_kind::phrase;
    std::uint8_t number = 0;
    std::uint32_t entry = 0;  ///< which of all signs
    range where;
    std::uint32_t word = 0;   ///< how many words stand before it
    std::uint32_t words = 1;
    bool open = false;        ///< "around", "adverts": the heading may go on
};

/// What is found in a text; used again for the next, it keeps its memory.
struct found_signs {
    struct word {
        std::uint32_t number = 0;  ///< 0: not known
        range where;
    };
    std::vector<word> words;
    std::vector<std::uint32_t> starts;  ///< the words that known runs begin with
    std::vector<page_sign> signs;  ///< in the order of their first words, the longer before the shorter
    std::vector<std::uint32_t> times;  ///< by number: how often a word came in all texts so far
};

class page_signs {
public:
    static constexpr std::size_t most_labels = 32, most_languages = 16;

    static const page_signs & built_in();

    naming of_name(std::string_view attribute) const;
    /// Quick to say no: whether `of_name` could say anything.
    bool may_be_known(std::string_view attribute) const;

    void find(std::string_view text, found_signs & to) const;
    /// By language: how many words came that its texts are full of.
    std::vector<std::uint32_t> common_words(const found_signs & in) const;

private:
    static constexpr std::uint64_t word_bits = 1 << 16;
    page_signs();
    struct entry {
        std::vector<std::uint32_t> words;
        std::uint32_t second = 0;  ///< the second of them, which most texts do not have there
        page_sign sign;
    };
    struct slot {
        std::uint64_t hash = 0;
        std::uint32_t number = 0;  ///< 0: free
    };
    using phrases = std::unordered_map<std::string, std::vector<std::vector<std::string>>>;  ///< by their first words

    bool may_be_word(std::uint64_t hash) const { return may_be_known_[hash % word_bits / 64] >> hash % 64 & 1; }
    std::uint32_t number_of(std::uint64_t hash) const;
    void lay_out(const std::unordered_map<std::string, std::uint32_t> & words);
    static bool holds(std::span<const std::string> name, const phrases & of);

    std::vector<std::uint64_t> may_be_known_;  ///< a bit for the last digits of each hash in `words_`: most words of a text are not there
    std::vector<slot> words_;  ///< by their hashes, of 64 bits: no word is kept to compare with
    std::vector<std::vector<entry>> by_first_;  ///< by the number of the first word
    std::vector<std::pair<std::uint32_t, std::uint8_t>> common_;  ///< numbers of words and languages
    std::vector<bool> name_words_;  ///< by a few bits of their hashes: words that a name may be known by
    phrases around_, beside_, own_, denies_, hides_;
};

}  // namespace rolewright::readers
