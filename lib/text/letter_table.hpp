#pragma once
#include "base/bytes.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace rolewright::text {

using word_id = std::uint32_t;
inline constexpr word_id no_word = 0;
inline constexpr word_id some_name = 1;  ///< of a text: has a capital letter and is not in the lexicon
constexpr bool is_known(word_id word) { return word > some_name; }

/// The bytes of a short word as they stand in memory, with zeroes behind them: no word holds a zero.
template <std::size_t N>
using letters = std::array<std::uint64_t, N>;

/// Words of fewer than 8 * N bytes by their letters, which are compared where they stand: a look-up reads a line of two or
/// three words, which lies in one of the machine's cache, without a branch, and hardly ever a second one.
template <std::size_t N>
class letter_table {
public:
    static constexpr std::size_t longest = 8 * N - 1;

    word_id find(const letters<N> & of) const {
        for (auto i = home_of(of);; i = after(i)) {
            const auto & l = lines_[i];
            word_id found = no_word;
            for (std::size_t s = 0; s < room; ++s) found |= l.ids[s] & all_bits_if_equal(l.words[s], of);
            if (found != no_word || l.taken < room) return found;
        }
    }

    /// Of a word that is not yet in it.
    void add(const letters<N> & word, word_id id) {
        if (++size_ * 2 > lines_.size() * room) grow();
        place(word, id);
    }

    void save(byte_writer & to) const { to.add(lines_), to.add(size_), to.add(shift_); }
    void restore(byte_reader & from) { from.take(lines_), from.take(size_), from.take(shift_); }

private:
    // A line has 32 * N bytes, all of them told: with two words one of the numbers is idle.
    static constexpr std::size_t room = N + 1;
    struct alignas(32 * N) line {
        std::array<letters<N>, room> words{};
        std::array<word_id, 3> ids{};
        std::uint32_t taken = 0;
    };

    static std::uint32_t all_bits_if_equal(const letters<N> & a, const letters<N> & b) {
        std::uint64_t difference = 0;
        for (std::size_t i = 0; i < N; ++i) difference |= a[i] ^ b[i];
        return std::uint32_t{0} - (difference == 0);
    }

    std::size_t home_of(const letters<N> & of) const {
        constexpr std::uint64_t factors[] = {0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu};  // of xxh64: odd, with bits well spread
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < N; ++i) sum += of[i] * factors[i];
        return sum >> shift_;
    }
    std::size_t after(std::size_t line) const { return (line + 1) & (lines_.size() - 1); }

    void place(const letters<N> & word, word_id id) {
        auto i = home_of(word);
        while (lines_[i].taken == room) i = after(i);
        auto & l = lines_[i];
        l.words[l.taken] = word;
        l.ids[l.taken++] = id;
    }

    void grow() {
        --shift_;
        const auto old = std::exchange(lines_, std::vector<line>(lines_.size() * 2));
        for (const auto & l : old)
            for (std::uint32_t s = 0; s < l.taken; ++s) place(l.words[s], l.ids[s]);
    }

    std::vector<line> lines_ = std::vector<line>(16);
    std::uint64_t size_ = 0;
    std::uint64_t shift_ = 60;  ///< leaves the number of a line
};

}  // namespace rolewright::text
