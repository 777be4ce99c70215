// A word of a query becomes a class: the set of lexicon words that it accepts. A hyphenated word accepts its joined form
// and its parts in a row. Alternatives of single words become one class.
#include "query/classes.hpp"

#include <algorithm>

namespace rolewright::query {
namespace {

error bad(const std::string & message) { return {error_code::bad_query, message}; }

pattern row_of(std::vector<pattern> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    return {.what = pattern::kind::row, .children = std::move(parts)};
}

class lowering {
public:
    lowering(const list_lookup & lists, const text::inflector & forms, class_table & classes) : lists_(lists), forms_(forms), classes_(classes) {}

    result<condition> condition_of(const node & n) {
        switch (n.kind) {
            case node_kind::both: return joined(condition::kind::both, n);
            case node_kind::without: return joined(condition::kind::without, n);
            case node_kind::scope: return scoped(n);
            case node_kind::alternatives:
                if (is_boolean(n)) return joined(condition::kind::any, n);
                break;
            case node_kind::list:
                if (const auto * body = lists_(n.text); body && is_boolean(body->root())) return inside_list(n.text, [&](const node & b) { return condition_of(b); });
                break;
            default: break;
        }
        auto words = pattern_of(n);
        if (!words) return std::move(words).error();
        return condition{.words = *std::move(words)};
    }

private:
    bool is_boolean(const node & n) const {
        if (n.kind == node_kind::both || n.kind == node_kind::without || n.kind == node_kind::scope) return true;
        return n.kind == node_kind::alternatives && std::any_of(n.children.begin(), n.children.end(), [&](const auto & c) { return is_boolean(*c); });
    }

    result<condition> joined(condition::kind what, const node & n) {
        condition made{.what = what};
        for (const auto & c : n.children) {
            auto child = condition_of(*c);
            if (!child) return child;
            made.children.push_back(*std::move(child));
        }
        return made;
    }

    result<condition> scoped(const node & n) {
        condition made{.what = condition::kind::scope};
        const auto colon = n.text.find(':');
        const auto what = n.text.substr(0, colon), name = n.text.substr(colon + 1);
        bool known = false;
        if (what == "section") known = (made.asked.section = from_string<section_kind>(name)).has_value();
        if (what == "act") known = (made.asked.act = from_string<rolewright::act>(name)).has_value();
        if (what == "subject") known = (made.asked.subject = from_string<rolewright::subject>(name)).has_value();
        if (!known) return bad("expected a " + what + " of the vocabulary, found '" + name + "'");
        auto child = condition_of(*n.children[0]);
        if (!child) return child;
        made.children.push_back(*std::move(child));
        return made;
    }

    template <class F>
    auto inside_list(const std::string & name, F && f) -> decltype(f(std::declval<const node &>())) {
        const auto * body = lists_(name);
        if (!body) return bad("expected the name of a list, found '$" + name + "'");
        if (std::find(open_.begin(), open_.end(), name) != open_.end()) {
            std::string chain;
            for (const auto & o : open_) chain += "$" + o + " → ";
            return bad("expected lists that do not use themselves, found " + chain + "$" + name);
        }
        open_.push_back(name);
        auto made = f(body->root());
        open_.pop_back();
        return made;
    }

    result<pattern> pattern_of(const node & n) {
        switch (n.kind) {
            case node_kind::word: return word_pattern(n);
            case node_kind::list: return inside_list(n.text, [&](const node & b) { return pattern_of(b); });
            case node_kind::sequence: return children_of(pattern::kind::row, n);
            case node_kind::gap: return children_of(pattern::kind::gap, n);
            case node_kind::optional: return children_of(pattern::kind::optional, n);
            case node_kind::alternatives: {
                auto made = children_of(pattern::kind::choice, n);
                if (made) merge_leaves(*made);
                return made;
            }
            default: return bad("expected words, found AND, NOT or a scope inside a sequence: they hold for the whole clause");
        }
    }

    result<pattern> children_of(pattern::kind what, const node & n) {
        pattern made{.what = what, .gaps = n.gaps};
        for (const auto & c : n.children) {
            auto child = pattern_of(*c);
            if (!child) return child;
            made.children.push_back(*std::move(child));
        }
        return made;
    }

    // "word | excel | powerpoint" is one class.
    void merge_leaves(pattern & choice) {
        std::vector<text::word_id> all;
        std::vector<pattern> rest;
        for (auto & c : choice.children) {
            if (c.what == pattern::kind::choice) {
                for (auto & inner : c.children) rest.push_back(std::move(inner));
                continue;
            }
            rest.push_back(std::move(c));
        }
        std::vector<pattern> kept;
        for (auto & c : rest) {
            if (c.what == pattern::kind::leaf && c.surface.empty()) {
                const auto & members = classes_.members(c.of);
                all.insert(all.end(), members.begin(), members.end());
            } else kept.push_back(std::move(c));
        }
        if (!all.empty()) kept.insert(kept.begin(), pattern{.of = classes_.of_words(std::move(all))});
        if (kept.size() == 1) choice = pattern(std::move(kept.front()));
        else choice.children = std::move(kept);
    }

    pattern leaf(const std::vector<std::string> & folded) {
        std::vector<text::word_id> ids;
        for (const auto & f : folded) ids.push_back(classes_.words().add(f));
        return {.of = classes_.of_words(std::move(ids))};
    }

    result<pattern> word_pattern(const node & n) {
        std::vector<text::token> pieces;
        const text::lexicon none;
        text::tokenize(n.text, {0, static_cast<std::uint32_t>(n.text.size())}, none, pieces);
        if (pieces.empty()) return bad("expected a word, found '" + n.text + "'");
        std::vector<pattern> parts;
        std::string joined_form;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const auto surface = pieces[i].text.of(n.text);
            const auto folded = text::fold(surface);
            joined_form += folded;
            const bool last = i + 1 == pieces.size();
            if (n.exact) {
                parts.push_back(leaf({folded}));
                parts.back().surface = surface;
            } else if (n.quoted) parts.push_back(leaf({folded}));
            else if (n.prefix && last) parts.push_back({.of = classes_.of_words({classes_.words().add_prefix(folded)})});
            else parts.push_back(leaf(n.inflect && last ? forms_.forms(folded) : forms_.spellings(folded)));
        }
        const bool hyphenated = pieces.size() > 1 && !n.exact && !n.quoted && n.text.find('-') != std::string::npos;
        if (!hyphenated) return row_of(std::move(parts));
        pattern whole = n.prefix ? pattern{.of = classes_.of_words({classes_.words().add_prefix(joined_form)})}
                                 : leaf(n.inflect ? forms_.forms(joined_form) : forms_.spellings(joined_form));
        pattern made{.what = pattern::kind::choice};
        made.children.push_back(std::move(whole));
        made.children.push_back(row_of(std::move(parts)));
        return made;
    }

    const list_lookup & lists_;
    const text::inflector & forms_;
    class_table & classes_;
    std::vector<std::string> open_;
};

}  // namespace

class_id class_table::of_words(std::vector<text::word_id> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const auto [it, fresh] = numbers_.try_emplace(ids, static_cast<class_id>(members_.size()));
    if (fresh) members_.push_back(std::move(ids));
    return it->second;
}

double class_table::cost(class_id c) const {
    double sum = 0;
    for (const auto word : members_[c]) {
        const auto known = commonness_.find(word);
        sum += 1 + (known == commonness_.end() ? 0 : known->second * 4.0);
        if (words_.is_prefix(word)) sum += 8;
    }
    return sum;
}

result<condition> lower(const expression & e, const list_lookup & lists, const text::inflector & forms, class_table & classes) {
    if (e.empty()) return bad("expected a query, found nothing");
    return lowering(lists, forms, classes).condition_of(e.root());
}

}  // namespace rolewright::query
