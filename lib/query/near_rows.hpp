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
    static constexpr unsigned levels = 3;
    static constexpr int longest = 1 << (levels - 1);  ///< words of a row
    static constexpr int farthest = 32;                ///< from a word to a row that may be asked for

    /// One of the words `from` to `to` behind a word has `flag`; no more than two rows long.
    static near_word word_among(int from, int to, std::size_t flag) {
        int level = 0;
        while (level + 1 < static_cast<int>(levels) && to - from + 1 >= 2 << level) ++level;
        const auto place = [&](int word) { return static_cast<std::int16_t>((word * static_cast<int>(levels) + level) * parts + static_cast<int>(flag / 64)); };
        return {place(from), place(to + 1 - (1 << level)), static_cast<std::uint16_t>(flag % 64)};
    }

    /// Words that `roles` are of.
    void fill(const anchor_table & in, std::span<const std::uint32_t> roles) {
        const auto size = static_cast<int>(roles.size());
        if (size > size_)
            rows_.resize(static_cast<std::size_t>(farthest + size + farthest + longest));
        else
            std::fill(rows_.begin() + farthest + size, rows_.begin() + farthest + size_, nothing);
        size_ = size;
        for (int at = size; at-- > 1 - longest;) {
            auto & here = row(at);
            here[0] = at < 0 ? near_flags() : in.roles[roles[static_cast<std::size_t>(at)]].near;
            for (unsigned level = 1; level < levels; ++level) here[level] = here[level - 1] | row(at + (1 << (level - 1)))[level - 1];
        }
    }

    /// The word at `at`, as `has` asks for it.
    const std::uint64_t * of(std::uint32_t at) const { return rows_[at + farthest][0].bits.data(); }
    static bool has(near_word asked, const std::uint64_t * word) { return (word[asked.first] | word[asked.second]) >> asked.bit & 1; }

private:
    using flags_by_level = std::array<near_flags, levels>;
    static constexpr int parts = near_flags::count / 64;
    static constexpr flags_by_level nothing{};

    flags_by_level & row(int at) { return rows_[static_cast<std::size_t>(at + farthest)]; }

    std::vector<flags_by_level> rows_;
    int size_ = 0;
};

}  // namespace rolewright::query
