#pragma once
#include "packs/model.hpp"

#include <span>
#include <string>
#include <vector>

namespace rolewright::packs {

/// A short text cut into sentences and words, as an advert's line would be.
struct searched_text {
    std::string text;
    std::vector<std::vector<text::token>> sentences;
    std::vector<std::vector<query::candidate>> proposed;  ///< by sentence: the queries whose anchors stand there, of one place after another
};

/// Looks for the queries of a pack in short texts, whatever context their scopes ask for.
class searcher {
public:
    explicit searcher(const language_set & set);

    searched_text prepare(const std::string & words);
    /// The matches of one query.
    std::vector<range> matches(std::uint32_t query, const searched_text & in);
    /// The matches of all queries of an element.
    std::vector<range> matches(const queried & of, const searched_text & in);

private:
    const language_set & set_;
    std::vector<query::context> contexts_;
    std::vector<char> scoped_;  ///< by query: it has a scope
    query::scratch work_;
};

/// Calls `each(element, kind)` for every element with queries.
template <class F>
void for_each_queried(const language_set & set, F && each) {
    for (const auto & e : set.language.headings) each(e, owner_kind::heading);
    for (const auto & e : set.language.cues) each(e, owner_kind::cue);
    for (const auto & e : set.language.breakers) each(e, owner_kind::breaker);
    for (const auto & e : set.language.labels) each(e, owner_kind::label);
    for (const auto & e : set.language.values) each(e, owner_kind::value);
    for (const auto & e : set.language.asides) each(e, owner_kind::aside);
    for (const auto & e : set.criteria.evidence) each(e, owner_kind::evidence);
    for (const auto & e : set.criteria.traps) each(e, owner_kind::trap);
    for (const auto & e : set.criteria.bounds) each(e, owner_kind::bound);
    for (const auto & e : set.roles.families) each(e, owner_kind::family_title);
    for (const auto & e : set.roles.roles) each(e, owner_kind::role_title);
    for (const auto & e : set.rules.rules) each(e, owner_kind::rule);
}

}  // namespace rolewright::packs
