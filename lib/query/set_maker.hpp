#pragma once
#include "query/program_parts.hpp"

#include <unordered_map>

namespace rolewright::query {

inline constexpr std::uint32_t no_number = ~std::uint32_t{0};  ///< not given yet

/// The words of every class, those that its prefixes begin included; worked out where something asks for them.
class set_maker {
public:
    set_maker(program::parts & to, const class_table & classes)
        : to_(to), classes_(classes), begun_by_(classes.words().size()), large_set_of_(classes.size(), no_number) {
        const auto & words = classes.words();
        std::vector<text::word_id> prefixes;
        for (text::word_id w = 1; w < words.size(); ++w) {
            prefixes.clear();
            words.prefixes_of(words.spelling(w), prefixes);
            for (const auto p : prefixes)
                if (p != w) begun_by_[p].push_back(w);
        }
        to.words = words.size();
    }

    /// Ascending.
    std::span<const text::word_id> words_of(class_id c) {
        const auto & members = classes_.members(c);
        if (std::none_of(members.begin(), members.end(), [&](text::word_id w) { return !begun_by_[w].empty(); })) return members;
        auto & all = closed_[c];
        if (!all.empty()) return all;
        all = members;
        for (const auto w : members) all.insert(all.end(), begun_by_[w].begin(), begun_by_[w].end());
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    /// The words that a match of `p` can begin with, or end with, ascending; kept, because queries share lists.
    std::span<const text::word_id> first_words(const pattern & p) { return edge_words(p, false); }
    std::span<const text::word_id> last_words(const pattern & p) { return edge_words(p, true); }

    /// The number of the large set that holds the words of the class.
    std::uint32_t large_set_of(class_id c) {
        auto & number = large_set_of_[c];
        if (number == no_number) number = add_large(words_of(c));
        return number;
    }
    std::uint32_t add_large(std::span<const text::word_id> words) {
        for (const auto w : words) in_large_.push_back({large_, w});
        return large_++;
    }

    /// Once all sets are made.
    void write_large() {
        to_.large_stride = large_ / 64 + 1;
        to_.large_sets.assign(std::size_t{to_.words} * to_.large_stride, 0);
        for (const auto & [set, word] : in_large_) to_.large_sets[std::size_t{word} * to_.large_stride + set / 64] |= std::uint64_t{1} << (set % 64);
    }

private:
    std::span<const text::word_id> edge_words(const pattern & p, bool last) {
        if (p.what == pattern::kind::leaf) return words_of(p.of);
        const auto key = std::uint64_t{p.number} << 1 | last;
        if (const auto known = edges_.find(key); known != edges_.end()) return known->second;
        std::vector<text::word_id> all;
        const bool in_a_row = p.what == pattern::kind::row || p.what == pattern::kind::gap;
        for (std::size_t i = 0; i < p.children.size(); ++i) {
            const auto & child = *p.children[last ? p.children.size() - 1 - i : i];
            const auto words = edge_words(child, last);
            all.insert(all.end(), words.begin(), words.end());
            if (in_a_row && !child.can_be_empty()) break;
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return edges_.emplace(key, std::move(all)).first->second;
    }

    struct membership {
        std::uint32_t set;
        text::word_id word;
    };

    program::parts & to_;
    const class_table & classes_;
    std::vector<std::vector<text::word_id>> begun_by_;                 ///< by prefix
    std::unordered_map<class_id, std::vector<text::word_id>> closed_;  ///< of classes with prefixes
    std::unordered_map<std::uint64_t, std::vector<text::word_id>> edges_;  ///< by pattern and end
    std::vector<std::uint32_t> large_set_of_;                          ///< by class
    std::uint32_t large_ = 0;
    std::vector<membership> in_large_;
};

}  // namespace rolewright::query
