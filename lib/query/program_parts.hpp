#pragma once
#include "query/anchor_table.hpp"
#include "query/classes.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rolewright::query {

/// How often the anchors of a condition come up, about; `unusable` where it could match without any word.
double cost_of(const condition & c);
/// Runs one of which stands wherever the condition matches.
void gather_anchors(const condition & c, std::vector<anchor> & to);

/// Patterns and conditions as code: a tree written front to back, so that what is looked at together stands together. A
/// piece begins with its head; where it is no word, its size comes next:
///   word           head, its words or the number of a large set, the number of its exact form if it has one
///   row, choice    head, size, number of children, children
///   routed         head, size, number of its routes, where each child begins, children: the next word says which can match
///   optional       head, size, child
///   call           head, size, where the code of a piece stands that was written before
///   pattern        head, size, the most words that a match can have, where the word stands that it begins with, its piece
///   any, both, without, scope: head, size, number of children or what is asked, children
namespace code {

enum class op : std::uint8_t { word, row, choice, routed, optional, call, pattern, any, both, without, scope };
inline constexpr std::uint32_t header = 3;  ///< numbers before the children

/// The first number of a piece.
class head {
public:
    struct of_word {
        std::uint32_t listed = 0;  ///< words; 0: they are a large set
        bool strict = false;       ///< no comma or stop may stand before it
        bool exact = false;        ///< it has an exact form
    };
    static_assert(max_gap < 256);
    explicit head(std::uint32_t bits) : bits_(bits) {}
    explicit head(op what, std::uint32_t gap = 0, bool may_be_empty = false) : bits_(static_cast<std::uint32_t>(what) | std::uint32_t{may_be_empty} << 6 | gap << 8) {}
    head(of_word w, std::uint32_t gap) : head(op::word, gap) { bits_ |= std::uint32_t{w.strict} << 4 | std::uint32_t{w.exact} << 5 | w.listed << 16; }

    std::uint32_t bits() const { return bits_; }
    op what() const { return static_cast<op>(bits_ & 15); }
    std::uint32_t gap() const { return bits_ >> 8 & 255; }  ///< words that may stand before it in its row
    bool strict() const { return bits_ >> 4 & 1; }
    bool exact() const { return bits_ >> 5 & 1; }
    bool may_be_empty() const { return bits_ >> 6 & 1; }
    std::uint32_t listed() const { return bits_ >> 16; }
    std::uint32_t operands() const { return std::max(listed(), 1u); }

private:
    std::uint32_t bits_;
};

/// The piece behind the one at `at`.
inline const std::uint32_t * behind(const std::uint32_t * at) {
    const head h(*at);
    return at + (h.what() == op::word ? 1 + h.operands() + h.exact() : at[1]);
}

}  // namespace code

/// All but the surfaces is plain numbers, so that it can be saved as it lies in memory.
struct program::parts {
    std::uint32_t queries = 0;
    std::vector<std::uint32_t> code;  ///< of the branches of all queries, in order
    std::vector<std::string> surfaces;

    std::vector<std::uint64_t> large_sets;  ///< by word: the numbers of the large sets that it is in, as bits
    std::uint32_t large_stride = 0;         ///< of these, for each word
    word_routes choices;                    ///< from the numbers of routed choices to children, counted from the first

    std::array<anchor_table, places> anchors;  ///< by place
    std::uint32_t words = 0;                   ///< words known when the program was built

    /// Whether it is one of those of the piece at `at`, a word.
    bool is_one_of(text::word_id word, const std::uint32_t * at) const {
        const auto listed = code::head(*at).listed();
        if (listed == 0) return word < words && (large_sets[std::size_t{word} * large_stride + at[1] / 64] >> (at[1] % 64) & 1);
        for (std::uint32_t i = 1; i <= listed; ++i)
            if (at[i] == word) return true;
        return false;
    }
};

}  // namespace rolewright::query
