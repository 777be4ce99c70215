#pragma once
#include "query/classes.hpp"

#include <algorithm>
#include <span>

namespace rolewright::query {

/// How often the anchors of a condition come up, about; `unusable` where it could match without any word.
double cost_of(const condition & c);
/// Runs one of which stands wherever the condition matches.
void gather_anchors(const condition & c, std::vector<anchor> & to);

/// The words of a class; those of a large one as bits.
struct word_set {
    std::uint32_t begin = 0;  ///< into program::parts::set_words, or set_bits for a large one
    std::uint32_t size = 0;   ///< number of words; 0 for a large one
};

/// For some words what they lead to: a small hash table, a piece of program::parts::route_slots.
struct routes {
    std::uint32_t begin = 0, mask = 0;
    bool empty() const { return mask == 0; }
};
struct route_slot {
    text::word_id word = text::no_word;
    std::uint32_t begin = 0, end = 0;  ///< into program::parts::route_targets
};

/// One piece of a compiled pattern.
struct step {
    enum class op : std::uint8_t { word, row, choice, routed_choice, optional };
    op what = op::word;
    bool strict = false;          ///< word: no comma or stop may stand before it
    std::uint32_t set = 0;        ///< word: its class
    std::int32_t surface = -1;    ///< word: index of the exact form, or -1
    std::uint32_t begin = 0, end = 0;  ///< children, in program::parts::children
    routes by_word = {};          ///< routed_choice: from words to the children that can begin with them, counted from `begin`
};
struct child_step {
    std::uint32_t step = 0;
    std::uint32_t gap = 0;  ///< words that may stand before it
};

/// A condition whose patterns are steps.
struct compiled_condition {
    condition::kind what = condition::kind::pattern;
    std::uint32_t step = 0;        ///< pattern
    std::uint32_t first_words = 0; ///< pattern: the set of words that a match can begin with
    std::uint32_t most_words = 0;  ///< pattern: that a match can have
    context asked;
    std::vector<compiled_condition> children;
};

struct compiled_query {
    query::group group = group::adhoc;
    compiled_condition root;
};

/// A query whose run ends in a node of the trie, and how many words its match can have before the run.
struct proposal {
    std::uint32_t query = 0;
    std::uint32_t least_before = 0, most_before = 0;
};

struct trie_node {
    std::uint32_t begin = 0, end = 0;  ///< proposals
    routes next = {};
};

struct program::parts {
    std::vector<compiled_query> queries;
    std::vector<step> steps;
    std::vector<child_step> children;
    std::vector<std::string> surfaces;

    std::vector<word_set> sets;               ///< by class
    std::vector<text::word_id> set_words;
    std::vector<std::uint64_t> set_bits;
    std::vector<route_slot> route_slots;
    std::vector<std::uint32_t> route_targets;

    std::vector<trie_node> trie;
    std::vector<proposal> proposals;
    std::vector<std::uint32_t> roots_begin;   ///< by word: the nodes where a run with it begins are [roots_begin[w], roots_begin[w + 1]) …
    std::vector<std::uint32_t> roots;         ///< … of these
    std::vector<bool> goes_on;                ///< by word: some run goes on with it
    std::uint32_t words = 0;                  ///< words known when the program was built

    bool is_in(text::word_id word, std::uint32_t set) const {
        const auto s = sets[set];
        if (s.size == 0) return word < words && (set_bits[s.begin + word / 64] >> (word % 64) & 1);
        for (std::uint32_t i = 0; i < s.size; ++i)
            if (set_words[s.begin + i] == word) return true;
        return false;
    }
    static std::uint32_t slot_of(text::word_id word, std::uint32_t mask) { return (word * 0x9E3779B1u >> 12) & mask; }
    std::span<const std::uint32_t> routes_of(routes from, text::word_id word) const {
        for (auto i = slot_of(word, from.mask);; i = (i + 1) & from.mask) {
            const auto & s = route_slots[from.begin + i];
            if (s.word == word || s.word == text::no_word) return {route_targets.data() + s.begin, s.end - s.begin};
        }
    }
};

}  // namespace rolewright::query
