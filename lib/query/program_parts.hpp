#pragma once
#include "query/classes.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rolewright::query {

/// How often the anchors of a condition come up, about; `unusable` where it could match without any word.
double cost_of(const condition & c);
/// Runs one of which stands wherever the condition matches.
void gather_anchors(const condition & c, std::vector<anchor> & to);

/// The words of a class.
struct word_set {
    std::uint32_t begin = 0;  ///< into program::parts::set_words; of a large one its number
    std::uint32_t size = 0;   ///< number of words; 0 for a large one
};

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

    bool any(text::word_id word) const { return may_lead_[word] != 0; }
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

/// One piece of a compiled pattern.
struct step {
    enum class op : std::uint8_t { word, row, choice, routed_choice, optional };
    op what = op::word;
    bool strict = false;      ///< word: no comma or stop may stand before it
    std::uint16_t unused = 0;
    std::uint32_t first = 0;  ///< word: its set; else its first child, in program::parts::children
    std::uint32_t more = 0;   ///< word: one more than the index of its exact form, or 0; row, choice: behind its last child; routed_choice: its number
};
struct child_step {
    std::uint32_t step = 0;
    std::uint32_t gap = 0;  ///< words that may stand before it
};

/// What a scope asks of the place: of each its number in the vocabulary and one more, or 0 where any will do.
struct scope {
    std::uint8_t section = 0, act = 0, subject = 0;
};

/// A condition whose patterns are steps.
struct compiled_condition {
    condition::kind what = condition::kind::pattern;
    scope asked;
    std::uint32_t step = 0;        ///< pattern
    std::uint32_t first_words = 0; ///< pattern: the set of words that a match can begin with
    std::uint32_t most_words = 0;  ///< pattern: that a match can have
    std::uint32_t begin = 0, end = 0;  ///< its children, in program::parts::conditions
};

/// A branch of a query whose run ends in a node of the trie, and how many words its match can have before the run.
struct proposal {
    std::uint32_t query = 0, branch = 0;
    std::uint32_t least_before = 0, most_before = 0;
};

struct trie_node {
    std::uint32_t begin = 0, end = 0;  ///< proposals
    std::uint32_t goes_on = 0;         ///< 1: some run does
};

/// What a word that begins runs means: both end where those of the next word begin.
struct word_start {
    std::uint32_t lone = 0;   ///< into anchor_table::lone: the queries that it proposes alone
    std::uint32_t begun = 0;  ///< into anchor_table::begun: the nodes where a longer run with it has begun
};

/// The anchors of the queries of one place: a trie of runs of words, and what every word begins in it.
struct anchor_table {
    std::vector<std::uint64_t> words;         ///< of those that stand in some run one bit each: the others, most by far, need no look at the rest
    std::vector<trie_node> trie;
    std::vector<proposal> proposals;
    std::vector<word_start> starts;           ///< by word, and one more that closes the last
    std::vector<proposal> lone;               ///< of runs of one word
    std::vector<std::uint32_t> begun;         ///< nodes of one word that go on, ascending
    word_routes runs;                         ///< from nodes of the trie to nodes

    bool has(text::word_id word) const { return word / 64 < words.size() && (words[word / 64] >> (word % 64) & 1); }
};

/// All but the surfaces is plain numbers, so that it can be saved as it lies in memory.
struct program::parts {
    std::uint32_t queries = 0;
    std::vector<compiled_condition> conditions;  ///< those of the branches first, by branch
    std::vector<step> steps;
    std::vector<child_step> children;
    std::vector<std::string> surfaces;

    std::vector<word_set> sets;               ///< by class
    std::vector<text::word_id> set_words;
    std::vector<std::uint64_t> large_sets;    ///< by word: the numbers of the large sets that it is in, as bits
    std::uint32_t large_stride = 0;           ///< of these, for each word
    word_routes choices;                      ///< from the numbers of routed choices to children, counted from the first

    std::array<anchor_table, places> anchors;  ///< by place
    std::uint32_t words = 0;                  ///< words known when the program was built

    bool is_in(text::word_id word, std::uint32_t set) const {
        const auto s = sets[set];
        if (s.size == 0) return word < words && (large_sets[std::size_t{word} * large_stride + s.begin / 64] >> (s.begin % 64) & 1);
        for (std::uint32_t i = 0; i < s.size; ++i)
            if (set_words[s.begin + i] == word) return true;
        return false;
    }
};

}  // namespace rolewright::query
