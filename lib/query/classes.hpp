#pragma once
#include "query/pattern.hpp"

#include <deque>
#include <memory_resource>
#include <unordered_map>

namespace rolewright::query {

/// Sets of words, each numbered once, and how common their words are.
class class_table {
public:
    explicit class_table(text::lexicon & words) : words_(words) { set_commonness(text::some_name, common_as_names); }

    class_id of_words(std::vector<text::word_id> ids);
    text::lexicon & words() { return words_; }
    const text::lexicon & words() const { return words_; }
    const std::vector<text::word_id> & members(class_id c) const { return *members_[c]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(members_.size()); }

    /// Counts for the classes made from then on.
    void set_commonness(text::word_id word, std::uint8_t how_common);
    double cost(class_id c) const { return costs_[c]; }
    std::uint8_t commonness(text::word_id word) const { return word < commonness_.size() ? commonness_[word] : 0; }

private:
    struct hash_of_ids {
        std::size_t operator()(const std::vector<text::word_id> & ids) const;
    };
    double cost_of(const std::vector<text::word_id> & ids) const;

    static constexpr std::uint8_t common_as_names = 200;
    text::lexicon & words_;
    std::unordered_map<std::vector<text::word_id>, class_id, hash_of_ids> numbers_;
    std::vector<const std::vector<text::word_id> *> members_;  ///< keys of numbers_
    std::vector<double> costs_;
    std::vector<std::uint8_t> commonness_;  ///< by word
};

/// `p` with its width and the place of its anchors worked out.
pattern finished(pattern p, const class_table & classes);

/// Turns trees of queries into conditions: lists expanded, words looked up in every spelling and form asked for. Keeps the
/// patterns of lists and words, so that a second query finds them made; it must outlive
/// the conditions, and the bodies of lists it.
class lowering {
public:
    lowering(const text::inflector & forms, class_table & classes) : forms_(forms), classes_(classes) {}

    result<condition> condition_of(const expression & e, const list_lookup & lists);
    std::size_t pattern_count() const { return patterns_.size(); }

private:
    result<condition> condition_of(const node & n);
    result<condition> joined(condition::kind what, const node & n);
    result<condition> scoped(const node & n);
    bool is_boolean(const node & n) const;
    template <class F>
    auto inside_list(const std::string & name, F && f) -> decltype(f(std::declval<const node &>()));
    result<pattern_ptr> list_pattern(const node & n);
    result<pattern_ptr> pattern_of(const node & n);
    result<pattern_ptr> choice_of(const node & n);
    result<pattern_ptr> children_of(pattern::kind what, const node & n);
    pattern_ptr keep(pattern p);
    template <class T>
    std::span<const T> kept(std::span<const T> items);
    pattern_ptr leaf(const std::vector<std::string> & folded);
    pattern_ptr row_of(std::span<const pattern_ptr> parts);
    result<pattern_ptr> word_pattern(const node & n);
    result<pattern_ptr> new_word_pattern(const node & n);

    const text::inflector & forms_;
    class_table & classes_;
    const list_lookup * lists_ = nullptr;
    std::vector<std::string> open_;
    std::pmr::monotonic_buffer_resource memory_;  ///< of what patterns view
    std::deque<pattern> patterns_;                ///< all that conditions and patterns point to
    std::unordered_map<const node *, pattern_ptr> of_list_;
    std::unordered_map<std::string, pattern_ptr> of_word_;
};

}  // namespace rolewright::query
