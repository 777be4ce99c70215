#pragma once
#include "query/query.hpp"

#include <string>
#include <vector>

namespace rolewright::query {

using node_ptr = const node *;  ///< its expression owns it

enum class node_kind : std::uint8_t {
    word,          ///< text; inflect, exact, prefix, quoted
    name,          ///< any name that is not in the lexicon
    sequence,      ///< children next to each other
    gap,           ///< children in order, at most gaps[i] words between child i and i + 1
    alternatives,  ///< one of the children
    optional,      ///< the child or nothing
    both,          ///< AND of all children
    without,       ///< the first child, and none of the others
    list,          ///< text: the name
    scope,         ///< text: "section:duties"; the child
};

/// A part of a query as it was written. Immutable.
struct node {
    node_kind kind = node_kind::word;
    std::string text = {};
    bool inflect = false;
    bool exact = false;
    bool prefix = false;
    bool quoted = false;
    std::vector<int> gaps = {};
    std::vector<node_ptr> children = {};
};

}  // namespace rolewright::query
