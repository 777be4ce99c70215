#pragma once
#include "query/classes.hpp"

#include <algorithm>
#include <span>

namespace rolewright::query {

anchors anchors_of(const pattern & p, const class_table & classes);
anchors anchors_of(const condition & c, const class_table & classes);

/// One step of a compiled pattern.
struct instruction {
    enum class op : std::uint8_t { word, split, jump, skip, match };
    op what = op::match;
    bool loose = false;           ///< word: a comma or stop may stand before it
    std::uint32_t a = 0;          ///< word: class; split, jump: target; skip: at most so many words
    std::uint32_t b = 0;          ///< split: second target
    std::int32_t surface = -1;    ///< word: index of the exact form, or -1
};

/// A condition whose patterns are programs.
struct compiled_condition {
    condition::kind what = condition::kind::pattern;
    std::uint32_t begin = 0, end = 0;  ///< pattern: its instructions
    std::vector<class_id> firsts;      ///< pattern: the classes that its first word can have, ascending
    context asked;
    std::vector<compiled_condition> children;
};

struct compiled_query {
    query::group group = group::adhoc;
    compiled_condition root;
};

/// A node of the trie over anchor runs.
struct trie_node {
    std::vector<std::pair<class_id, std::uint32_t>> children;
    std::vector<std::uint32_t> queries;  ///< whose run ends here
};

struct program::parts {
    std::vector<compiled_query> queries;
    std::vector<instruction> code;
    std::vector<std::string> surfaces;
    std::vector<trie_node> trie = {trie_node{}};
    std::vector<std::uint32_t> root_child;    ///< by class: trie node, or 0
    std::vector<std::uint32_t> class_begin;   ///< by word id: its classes are [class_begin[w], class_begin[w + 1]) …
    std::vector<class_id> classes;            ///< … of these, ascending
    std::uint32_t words = 0;                  ///< words known when the program was built

    std::span<const class_id> classes_of(text::word_id word) const {
        if (word >= words) return {};
        return std::span(classes).subspan(class_begin[word], class_begin[word + 1] - class_begin[word]);
    }
    bool is_in(text::word_id word, class_id c) const {
        const auto of = classes_of(word);
        return std::binary_search(of.begin(), of.end(), c);
    }
};

}  // namespace rolewright::query
