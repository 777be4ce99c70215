#pragma once
#include "base/bytes.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::text {

using word_id = std::uint32_t;
inline constexpr word_id no_word = 0;

/// Every folded word that some query or the language pack knows, each with a small number from 1.
/// A prefix entry ("data*") is a word too: `find` of a word that is not listed gives the longest prefix entry that
/// begins it, if there is one. Built once, then only read, from any thread.
class lexicon {
public:
    /// The id of `folded`, added if new.
    word_id add(std::string_view folded);
    word_id add_prefix(std::string_view folded);
    /// The id of the word, else of its longest listed prefix, else no_word.
    word_id find(std::string_view folded) const;
    /// All listed prefixes that begin `folded`.
    void prefixes_of(std::string_view folded, std::vector<word_id> & out) const;

    std::string_view spelling(word_id id) const;  ///< a prefix entry without its "*"
    bool is_prefix(word_id id) const { return entries_[id].prefix != 0; }
    std::uint32_t size() const;                   ///< one more than the largest id

    void save(byte_writer & to) const;
    void restore(byte_reader & from);

private:
    struct entry {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
        std::uint32_t prefix = 0;  ///< 1: it is one
    };
    struct slot {
        std::uint32_t tag = 0;  ///< the upper half of the hash: tells most strangers without a look at their letters
        word_id id = no_word;
    };
    /// A word of eight bytes or fewer, as most are, is its own hash: nothing but the slot need be looked at.
    struct short_slot {
        std::uint64_t letters = 0;
        std::uint32_t size = 0;
        word_id id = no_word;
    };
    word_id put(std::string_view folded, bool prefix);
    void place(std::uint64_t hash, word_id id);
    void place_short(short_slot made);
    word_id look_up(std::string_view folded, bool prefix) const;
    word_id look_up_long(std::string_view folded, bool prefix) const;
    word_id look_up_short(std::string_view folded) const;
    void grow();
    void grow_short();
    /// Hands all that a lexicon holds to `f`.
    template <class Lexicon, class F>
    static void each_part(Lexicon & in, F && f);

    std::string letters_;                     ///< all spellings, one after another
    std::vector<entry> entries_ = {entry{}};  ///< by id; no_word is the first
    std::vector<slot> slots_ = std::vector<slot>(64);                    ///< long words and prefixes
    std::vector<short_slot> short_slots_ = std::vector<short_slot>(64);
    std::uint64_t long_words_ = 0, short_words_ = 0;
    std::array<std::uint64_t, 4096> prefix_sizes_ = {};  ///< by the first two bytes: bit n stands for a listed prefix of n bytes
    static std::size_t opening_of(std::string_view folded);
};

}  // namespace rolewright::text
