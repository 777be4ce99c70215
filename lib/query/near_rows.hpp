#pragma once
#include "query/anchor_table.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace rolewright::query {

/// The flags of the words of a span, by place: of the word there, and of the two and four words from there on. Before the
/// first word and behind the last there are some places where nothing stands.
class near_rows {
public:
    static constexpr int levels = 3;
    static constexpr int longest = 1 << (levels - 1);  ///< words of a row
    static constexpr int farthest = 32;                ///< from a word to a row that may be asked for

    /// One of the words `from` to `to` behind a word has `flag`; no more than two rows long.
    static near_word word_among(int from, int to, std::size_t flag) {
        int level = 0;
        while (level + 1 < levels && to - from + 1 >= 2 << level) ++level;
        const auto place = [&](int word) { return static_cast<std::int16_t>(word * numbers + level * parts + static_cast<int>(flag / 64)); };
        return {place(from), place(to + 1 - (1 << level)), static_cast<std::uint16_t>(flag % 64)};
    }

    /// Words that `roles` are of.
    void fill(const anchor_table & in, std::span<const std::uint32_t> roles) {
        const auto size = static_cast<int>(roles.size());
        if (size > size_) flags_.resize(static_cast<std::size_t>((farthest + size + farthest + longest) * numbers));
        else std::fill(at(size), at(size_), 0);
        size_ = size;
        for (int word = size; word-- > 1 - longest;) {
            auto * const here = at(word);
            if (word >= 0) std::copy_n(in.roles[roles[static_cast<std::size_t>(word)]].near.bits.data(), parts, here);
            for (int level = 1; level < levels; ++level) unite(here + (level - 1) * parts, at(word + (1 << (level - 1))) + (level - 1) * parts, here + level * parts);
        }
    }

    /// The word at `place`, as `has` asks for it.
    const std::uint64_t * of(std::uint32_t place) const { return flags_.data() + (place + farthest) * numbers; }
    static bool has(near_word asked, const std::uint64_t * word) { return (word[asked.first] | word[asked.second]) >> asked.bit & 1; }

private:
    static constexpr int parts = near_flags::count / 64;
    static constexpr int numbers = levels * parts;  ///< of a word

    std::uint64_t * at(int word) { return flags_.data() + (word + farthest) * numbers; }
    static void unite(const std::uint64_t * a, const std::uint64_t * b, std::uint64_t * to) {
        for (int i = 0; i < parts; ++i) to[i] = a[i] | b[i];
    }

    std::vector<std::uint64_t> flags_;
    int size_ = 0;
};

}  // namespace rolewright::query
