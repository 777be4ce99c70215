#pragma once
#include "query/ast.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// What lies between the tree of a query and its program: lists are expanded, words are classes.
namespace rolewright::query {

using class_id = std::uint32_t;

/// A piece of a query that matches words: one word of a class, or pieces in a row, in order, or by choice.
struct pattern {
    enum class kind : std::uint8_t { leaf, row, gap, choice, optional };
    kind what = kind::leaf;
    class_id of = 0;               ///< leaf
    std::string surface = {};      ///< leaf: exactly this form, if not empty
    std::vector<int> gaps = {};    ///< gap: between child i and i + 1
    std::vector<pattern> children = {};
};

/// A query: patterns joined by AND, NOT and scopes.
struct condition {
    enum class kind : std::uint8_t { pattern, any, both, without, scope };
    kind what = kind::pattern;
    rolewright::query::pattern words = {};
    context asked = {};            ///< scope
    std::vector<condition> children = {};
};

bool can_be_empty(const pattern & p);

/// Runs of one to three classes, one of which stands wherever the pattern matches.
struct anchors {
    std::vector<std::vector<class_id>> runs;
    double cost = 0;  ///< how often they come up, about
};

}  // namespace rolewright::query
