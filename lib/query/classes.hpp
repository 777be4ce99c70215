#pragma once
#include "query/pattern.hpp"

#include <map>
#include <unordered_map>

namespace rolewright::query {

/// Sets of words, each numbered once, and how common their words are.
class class_table {
public:
    explicit class_table(text::lexicon & words) : words_(words) {}

    class_id of_words(std::vector<text::word_id> ids);
    text::lexicon & words() { return words_; }
    const std::vector<text::word_id> & members(class_id c) const { return members_[c]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(members_.size()); }

    void set_commonness(text::word_id word, std::uint8_t how_common) { commonness_[word] = how_common; }
    double cost(class_id c) const;

private:
    text::lexicon & words_;
    std::map<std::vector<text::word_id>, class_id> numbers_;
    std::vector<std::vector<text::word_id>> members_;
    std::unordered_map<text::word_id, std::uint8_t> commonness_;
};

/// Turns a query's tree into its condition: lists expanded, words looked up in every spelling and form asked for.
result<condition> lower(const expression & e, const list_lookup & lists, const text::inflector & forms, class_table & classes);

}  // namespace rolewright::query
