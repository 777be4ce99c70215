#pragma once
#include "base/bytes.hpp"
#include "text/letter_table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::text {

/// Every folded word that some query or the language pack knows, each with a small number above some_name.
/// A prefix entry ("data*") is a word too: `find` of a word that is not listed gives the longest prefix entry that
/// begins it, if there is one. Built once, then only read, from any thread.
class lexicon {
public:
    /// The id of `folded`, added if new.
    word_id add(std::string_view folded);
    word_id add_prefix(std::string_view folded);
    /// The id of the word, else of its longest listed prefix, else no_word.
    word_id find(std::string_view folded) const;
    /// The same of a word of `size` bytes that is at hand as letters.
    template <std::size_t N>
    word_id find(const letters<N> & folded, std::size_t size) const {
        const auto id = table<N>().find(folded);
        return id != no_word ? id : longest_prefix_of({reinterpret_cast<const char *>(folded.data()), size});
    }
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
    word_id put(std::string_view folded, bool prefix);
    void place(std::uint64_t hash, word_id id);
    void grow();
    word_id look_up(std::string_view folded, bool prefix) const;
    word_id look_up_long(std::string_view folded, bool prefix) const;
    word_id longest_prefix_of(std::string_view folded) const;
    template <std::size_t N>
    const letter_table<N> & table() const {
        if constexpr (N == 1) return short_words_;
        else return middling_words_;
    }
    /// Hands what a lexicon holds to `f`, but for its tables of letters.
    template <class Lexicon, class F>
    static void each_plain(Lexicon & in, F && f);

    std::string letters_;                     ///< all spellings, one after another
    std::vector<entry> entries_ = {entry{}, entry{}};  ///< by id; no_word and some_name are the first
    letter_table<1> short_words_;
    letter_table<2> middling_words_;
    std::vector<slot> slots_ = std::vector<slot>(64);  ///< of long words
    std::uint64_t long_words_ = 0;
    /// What sizes the listed prefixes have that may begin a word, bit n for n bytes: those of fewer than four bytes by the
    /// word's first byte, the others by a hash of its first four.
    std::array<std::uint64_t, 256> short_prefixes_ = {};
    std::array<std::uint64_t, 1024> long_prefixes_ = {};
    std::uint64_t prefix_sizes_of(std::string_view folded) const;
};

}  // namespace rolewright::text
