// A text is cut into sentences and each is searched; a query with a scope is tried in every context there is, because an
// example stands in no advert.
#include "packs/searched.hpp"

#include "query/ast.hpp"
#include "text/sentences.hpp"

#include <algorithm>

namespace rolewright::packs {
namespace {

bool has_scope(const query::node & n, const language_set & set) {
    if (n.kind == query::node_kind::scope) return true;
    if (n.kind == query::node_kind::list) {
        const auto list = set.lists.find(n.text);
        return list != set.lists.end() && has_scope(list->second.body.root(), set);
    }
    return std::any_of(n.children.begin(), n.children.end(), [&](const auto & c) { return has_scope(*c, set); });
}

}  // namespace

searcher::searcher(const language_set & set) : set_(set), scoped_(set.program.query_count(), 0) {
    for (std::size_t s = 0; s < names_of<section_kind>().size(); ++s)
        for (std::size_t a = 0; a < names_of<act>().size(); ++a)
            for (std::size_t w = 0; w < names_of<subject>().size(); ++w) contexts_.push_back({static_cast<section_kind>(s), static_cast<act>(a), static_cast<subject>(w)});
    for_each_queried(set, [&](const queried & e, owner_kind) {
        for (std::size_t i = 0; i < e.compiled.size(); ++i) scoped_[e.compiled[i]] = has_scope(e.queries[i].root(), set);
    });
}

searched_text searcher::prepare(const std::string & words) {
    searched_text made{.text = words};
    std::vector<range> parts;
    text::sentences(made.text, {0, static_cast<std::uint32_t>(made.text.size())}, {set_.language.abbreviations, set_.language.openers, set_.words}, parts);
    for (const auto & p : parts) {
        text::tokenize(made.text, p, set_.words, made.sentences.emplace_back());
        made.proposed.emplace_back();
        for (std::size_t p = 0; p < query::places; ++p) set_.program.candidates(static_cast<query::place>(p), made.sentences.back(), work_, made.proposed.back());
    }
    return made;
}

std::vector<range> searcher::matches(std::uint32_t query, const searched_text & in) {
    std::vector<range> made;
    std::vector<query::match> found;
    for (std::size_t s = 0; s < in.sentences.size(); ++s) {
        const auto & tokens = in.sentences[s];
        const auto first = std::find_if(in.proposed[s].begin(), in.proposed[s].end(), [&](const auto & c) { return c.query == query; });
        if (first == in.proposed[s].end()) continue;
        std::span<const query::candidate> rest(first, in.proposed[s].end());
        const auto asked = query::take_query(rest);
        const query::searched_words searched{in.text, tokens};
        found.clear();
        if (!scoped_[query]) set_.program.verify(asked, searched, {}, found);
        else
            for (std::size_t c = 0; c < contexts_.size() && found.empty(); ++c) set_.program.verify(asked, searched, contexts_[c], found);
        for (const auto & m : found) made.push_back({tokens[m.first].text.begin, tokens[m.last - 1].text.end});
    }
    return made;
}

std::vector<range> searcher::matches(const queried & of, const searched_text & in) {
    std::vector<range> made;
    for (const auto q : of.compiled) {
        const auto some = matches(q, in);
        made.insert(made.end(), some.begin(), some.end());
    }
    return made;
}

}  // namespace rolewright::packs
