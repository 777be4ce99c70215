#pragma once
#include "query/word_routes.hpp"

#include <array>
#include <cstdint>
#include <vector>

// Anchors are runs of words of which one stands wherever a query matches. What else has to stand near them is asked on the
// spot, so that most queries that come to nothing are never proposed.
namespace rolewright::query {

/// Flags of a word, or of several words together. Several sets of words share one flag; the first is up always.
struct near_flags {
    static constexpr std::size_t count = 256;
    std::array<std::uint64_t, count / 64> bits{1};

    void raise(std::size_t flag) { bits[flag / 64] |= std::uint64_t{1} << (flag % 64); }
};

/// What has to stand near a run: among some words in a row one that has a flag. Two rows of words, which may overlap, make
/// up these words; where their flags are found is counted from those of the run's first word, see near_rows.
struct near_word {
    std::int16_t first = 0, second = 0;
    std::uint16_t bit = 0;
};

/// A branch of a query whose run is found, and how many words its match can have before the run.
struct proposal {
    std::uint32_t query = 0, branch = 0;
    std::uint32_t least_before = 0, most_before = 0;
    std::uint32_t whole = 0;  ///< words of the run, if they are all of the match
};

/// Proposals, and of each what has to stand near its run: that is read of all of them, the rest of few.
struct proposals {
    std::vector<std::array<near_word, 2>> near;
    std::vector<proposal> all;

    std::uint32_t size() const { return static_cast<std::uint32_t>(all.size()); }
};

/// What a word means to runs. Words that begin the same runs have one number, and so have those that go on the same ones as
/// their second word: what two words in a row propose is known by their two numbers. A role fills a line of the cache.
struct alignas(64) word_role {
    near_flags near;
    std::uint64_t begins = 0, goes_on = 0;  ///< the same as bits that several share: most words go on nothing that the word before begins
    std::uint32_t beginning = 0, going_on = 0;
    std::uint32_t lone_begin = 0, lone_end = 0;  ///< into anchor_table::lone: what it proposes alone
};

/// Two words in a row, by their numbers: what their runs propose, and the nodes from which longer ones go on; both end where
/// those of the next pair begin.
struct word_pair {
    std::uint32_t beginning = 0, going_on = 0;
    std::uint32_t proposals = 0, nodes = 0;
};

struct trie_node {
    std::uint32_t begin = 0, end = 0;  ///< what it proposes, into anchor_table::of_long
    std::uint32_t goes_on = 0;         ///< 1: some run does
};

/// The anchors of the queries of one place: runs of one word and of two, and a trie for the longer ones.
struct anchor_table {
    std::vector<std::uint32_t> role_of = {0};  ///< by word
    std::vector<word_role> roles = {{}};       ///< the first is that of all other words; the commonest words come next
    proposals lone;
    std::vector<std::uint32_t> slots = {0};   ///< a hash table of pairs, by number; 0: free
    std::vector<word_pair> pairs = {{}, {}};  ///< the first is none, the last closes the one before
    proposals of_pairs;
    std::vector<std::uint32_t> nodes;
    std::vector<trie_node> trie;  ///< all nodes, by number; what they propose only of runs of more than two words
    proposals of_long;
    word_routes runs;  ///< from nodes of the trie to nodes

    std::size_t home_of(std::uint32_t beginning, std::uint32_t going_on) const {
        constexpr std::uint64_t factor = 0x9E3779B97F4A7C15u;  // of xxh64: odd, with bits well spread
        return ((std::uint64_t{beginning} << 32 | going_on) * factor) >> 32 & (slots.size() - 1);
    }
    /// Null: they propose nothing and begin nothing.
    const word_pair * find(std::uint32_t beginning, std::uint32_t going_on) const {
        for (auto i = home_of(beginning, going_on); slots[i] != 0; i = (i + 1) & (slots.size() - 1)) {
            const auto & pair = pairs[slots[i]];
            if (pair.beginning == beginning && pair.going_on == going_on) return &pair;
        }
        return nullptr;
    }
};

}  // namespace rolewright::query
