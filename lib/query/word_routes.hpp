#pragma once
#include "base/bytes.hpp"
#include "text/letter_table.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rolewright::query {

/// Where each word leads from some place: from a choice to the branches that can begin with it, from a node of the trie to
/// the nodes where a run goes on with it. All that one word leads to stands together, so a text, which has few different
/// words, touches little of the whole.
class word_routes {
public:
    /// Collects routes; `from` never falls, and `to` never within one `from`.
    class maker {
    public:
        void add(std::uint32_t from, text::word_id word, std::uint32_t to) { all_.push_back({from, word, to}); }
        word_routes made(std::uint32_t words) const;

    private:
        struct route {
            std::uint32_t from, word, to;
        };
        std::vector<route> all_;
    };

    /// Ascending.
    std::span<const std::uint32_t> of(std::uint32_t from, text::word_id word) const {
        // Most words lead nowhere from most places.
        if (word >= may_lead_.size() || !(may_lead_[word] >> (from % 64) & 1)) return {};
        // Halved without branches: which half it is, no processor can guess.
        const auto * found = edges_.data() + first_[word];
        for (auto rest = first_[word + 1] - first_[word]; rest > 1; rest -= rest / 2) found = found[rest / 2].from <= from ? found + rest / 2 : found;
        if (found->from != from) return {};
        return {targets_.data() + found[0].begin, found[1].begin - found[0].begin};
    }

    void save(byte_writer & to) const;
    void restore(byte_reader & from);

private:
    struct edge {
        std::uint32_t from = 0;
        std::uint32_t begin = 0;  ///< into targets_; they end where those of the next edge begin
    };
    std::vector<std::uint64_t> may_lead_ = {0};  ///< by word: of all places that it leads from, the numbers' last six bits as one bit each
    std::vector<std::uint32_t> first_ = {0, 0};  ///< by word: its edges are [first_[w], first_[w + 1])
    std::vector<edge> edges_ = {{}};             ///< one more than there are
    std::vector<std::uint32_t> targets_;
};

}  // namespace rolewright::query
