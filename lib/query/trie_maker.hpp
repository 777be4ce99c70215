#pragma once
#include "query/set_maker.hpp"

#include <array>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rolewright::query {

/// Collects the anchors of the queries of one place and writes them as tables.
class trie_maker {
public:
    void add(const anchor & a, std::uint32_t query, std::uint32_t branch);
    void write(anchor_table & to, set_maker & sets, const class_table & classes);

private:
    struct node {
        std::vector<std::pair<proposal, std::array<neighbour, 2>>> proposed;
        std::vector<std::pair<class_id, std::uint32_t>> children;
        std::uint32_t depth = 0;
    };
    // What a word means to the runs: the nodes of one word that it makes, and those of two, each behind the one that it goes on.
    struct runs_of_word {
        std::vector<std::uint32_t> alone;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> second;
    };

    near_word near_word_of(const neighbour & n) const;
    void append(proposals & to, const node & from) const;
    std::vector<near_flags> settle_near(set_maker & sets, std::uint32_t words);
    std::vector<runs_of_word> runs_by_word(set_maker & sets, std::uint32_t words) const;
    word_role role_of(const runs_of_word & runs, anchor_table & to);
    void write_roles(anchor_table & to, set_maker & sets, const class_table & classes);
    void write_pairs(anchor_table & to) const;
    void write_long_runs(anchor_table & to, set_maker & sets, std::uint32_t words) const;

    std::vector<node> nodes_ = {node{}};
    std::unordered_map<std::uint64_t, std::uint32_t> child_of_;       ///< by node and class
    std::unordered_map<std::uint64_t, std::uint8_t> flag_of_;         ///< of the sets of words that are asked for near runs
    std::map<std::vector<std::uint32_t>, std::uint32_t> beginnings_;  ///< numbers from 1, by the nodes begun
    std::map<std::vector<std::pair<std::uint32_t, std::uint32_t>>, std::uint32_t> goings_on_;
};

}  // namespace rolewright::query
