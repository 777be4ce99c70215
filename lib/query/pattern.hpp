#pragma once
#include "query/ast.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

// What lies between the tree of a query and its program: lists are expanded, words are classes. A list's pattern is made
// once and shared by all queries that name it.
namespace rolewright::query {

using class_id = std::uint32_t;

struct pattern;
using pattern_ptr = const pattern *;  ///< kept by the lowering that made it, with all that it views

inline constexpr double unusable = std::numeric_limits<double>::infinity();

/// A piece of a query that matches words: one word of a class, or pieces in a row, in order, or by choice.
struct pattern {
    enum class kind : std::uint8_t { leaf, row, gap, choice, optional };
    kind what = kind::leaf;
    class_id of = 0;               ///< leaf
    std::string_view surface = {};      ///< leaf: exactly this form, if not empty
    std::span<const int> gaps = {};     ///< gap: between child i and i + 1
    std::span<const pattern_ptr> children = {};

    std::uint32_t number = 0;           ///< among all that the lowering keeps

    // What follows from these, set by `finished`.
    std::uint32_t least = 1, most = 1;  ///< words that it matches
    double cost = unusable;             ///< how often its anchors come up, about; unusable: it has none
    double opening_cost = 0, closing_cost = 0;  ///< how often a word comes up that it can begin with, or end with
    std::uint32_t anchor_child = 0;     ///< row, gap: where its anchors stand: in this child …
    std::uint32_t anchor_run = 1;       ///< … or, if more than 1, in so many leaves from it on

    bool can_be_empty() const { return least == 0; }
};

/// A query: patterns joined by AND, NOT and scopes.
struct condition {
    enum class kind : std::uint8_t { pattern, any, both, without, scope };
    kind what = kind::pattern;
    pattern_ptr words = {};
    context asked = {};            ///< scope
    std::vector<condition> children = {};
};

/// What a word near an anchor has to be: one that `of` can begin with, or end with; it stands `from` to `to` words behind the
/// anchor's first word, or before it where they are negative.
struct neighbour {
    pattern_ptr of = nullptr;  ///< null: nothing is asked
    bool closing = false;
    int from = 0, to = 0;

    double cost() const { return closing ? of->closing_cost : of->opening_cost; }
};

/// A run of one to three classes that stands wherever the pattern matches, how many words a match can have before it, and
/// what has to stand near it.
struct anchor {
    std::vector<class_id> run;
    std::uint32_t least_before = 0, most_before = 0;
    std::array<neighbour, 2> near = {};
    bool whole = false;  ///< the run is all of the pattern
};

}  // namespace rolewright::query
