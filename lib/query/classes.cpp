// A word of a query becomes a class: the set of lexicon words that it accepts. A hyphenated word accepts its joined form
// and its parts in a row. Alternatives of single words become one class.
#include "query/classes.hpp"

#include <algorithm>
#include <string_view>

namespace rolewright::query {
namespace {

error bad(const std::string & message) { return {error_code::bad_query, message}; }

}  // namespace

result<condition> lowering::condition_of(const expression & e, const list_lookup & lists) {
    if (e.empty()) return bad("expected a query, found nothing");
    lists_ = &lists;
    open_.clear();
    return condition_of(e.root());
}

result<condition> lowering::condition_of(const node & n) {
    switch (n.kind) {
        case node_kind::both: return joined(condition::kind::both, n);
        case node_kind::without: return joined(condition::kind::without, n);
        case node_kind::scope: return scoped(n);
        case node_kind::alternatives:
            if (is_boolean(n)) return joined(condition::kind::any, n);
            break;
        case node_kind::list:
            if (const auto * body = (*lists_)(n.text); body && is_boolean(body->root())) return inside_list(n.text, [&](const node & b) { return condition_of(b); });
            break;
        default: break;
    }
    auto words = pattern_of(n);
    if (!words) return std::move(words).error();
    return condition{.words = *std::move(words)};
}

bool lowering::is_boolean(const node & n) const {
    if (n.kind == node_kind::both || n.kind == node_kind::without || n.kind == node_kind::scope) return true;
    return n.kind == node_kind::alternatives && std::any_of(n.children.begin(), n.children.end(), [&](const auto & c) { return is_boolean(*c); });
}

result<condition> lowering::joined(condition::kind what, const node & n) {
    condition made{.what = what};
    for (const auto & c : n.children) {
        auto child = condition_of(*c);
        if (!child) return child;
        made.children.push_back(*std::move(child));
    }
    return made;
}

result<condition> lowering::scoped(const node & n) {
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
auto lowering::inside_list(const std::string & name, F && f) -> decltype(f(std::declval<const node &>())) {
    const auto * body = (*lists_)(name);
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

result<pattern_ptr> lowering::list_pattern(const node & n) {
    return inside_list(n.text, [&](const node & body) -> result<pattern_ptr> {
        if (const auto known = of_list_.find(&body); known != of_list_.end()) return known->second;
        auto made = pattern_of(body);
        if (made) of_list_.emplace(&body, *made);
        return made;
    });
}

result<pattern_ptr> lowering::pattern_of(const node & n) {
    switch (n.kind) {
        case node_kind::word: return word_pattern(n);
        case node_kind::name: return keep({.of = classes_.of_words({text::some_name})});
        case node_kind::list: return list_pattern(n);
        case node_kind::sequence: return children_of(pattern::kind::row, n);
        case node_kind::gap: return children_of(pattern::kind::gap, n);
        case node_kind::optional: return children_of(pattern::kind::optional, n);
        case node_kind::alternatives: return choice_of(n);
        default: return bad("expected words, found AND, NOT or a scope inside a sequence: they hold for the whole clause");
    }
}

result<pattern_ptr> lowering::children_of(pattern::kind what, const node & n) {
    std::vector<pattern_ptr> children;
    children.reserve(n.children.size());
    for (const auto & c : n.children) {
        auto child = pattern_of(*c);
        if (!child) return child;
        children.push_back(*child);
    }
    return keep({.what = what, .gaps = n.gaps, .children = children});
}

// "word | excel | powerpoint" is one class; the choices of a choice are its own.
result<pattern_ptr> lowering::choice_of(const node & n) {
    std::vector<text::word_id> words;
    std::vector<pattern_ptr> others;
    const auto take = [&](const pattern_ptr & c) {
        if (c->what != pattern::kind::leaf || !c->surface.empty()) return others.push_back(c);
        const auto & members = classes_.members(c->of);
        words.insert(words.end(), members.begin(), members.end());
    };
    for (const auto & c : n.children) {
        auto child = pattern_of(*c);
        if (!child) return child;
        if ((*child)->what == pattern::kind::choice) std::for_each((*child)->children.begin(), (*child)->children.end(), take);
        else take(*child);
    }
    if (!words.empty()) others.insert(others.begin(), keep({.of = classes_.of_words(std::move(words))}));
    if (others.size() == 1) return others.front();
    return keep({.what = pattern::kind::choice, .children = others});
}

template <class T>
std::span<const T> lowering::kept(std::span<const T> items) {
    auto * const made = static_cast<T *>(memory_.allocate(items.size_bytes(), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), made);
    return {made, items.size()};
}

pattern_ptr lowering::keep(pattern p) {
    if (!p.surface.empty()) p.surface = {kept(std::span(p.surface)).data(), p.surface.size()};
    if (!p.gaps.empty()) p.gaps = kept(p.gaps);
    if (!p.children.empty()) p.children = kept(p.children);
    p.number = static_cast<std::uint32_t>(patterns_.size());
    return &patterns_.emplace_back(finished(p, classes_));
}

pattern_ptr lowering::leaf(const std::vector<std::string> & folded) {
    std::vector<text::word_id> ids;
    ids.reserve(folded.size());
    for (const auto & f : folded) ids.push_back(classes_.words().add(f));
    return keep({.of = classes_.of_words(std::move(ids))});
}

pattern_ptr lowering::row_of(std::span<const pattern_ptr> parts) {
    return parts.size() == 1 ? parts.front() : keep({.what = pattern::kind::row, .children = parts});
}

result<pattern_ptr> lowering::word_pattern(const node & n) {
    std::string key = n.text;
    key += static_cast<char>(n.inflect | n.exact << 1 | n.prefix << 2 | n.quoted << 3);
    if (const auto known = of_word_.find(key); known != of_word_.end()) return known->second;
    auto made = new_word_pattern(n);
    if (made) of_word_.emplace(std::move(key), *made);
    return made;
}

result<pattern_ptr> lowering::new_word_pattern(const node & n) {
    // One word of small letters and nothing else, as most are, need not be taken apart.
    const bool plain = std::all_of(n.text.begin(), n.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && !n.exact && !n.prefix) return leaf(n.quoted ? std::vector{n.text} : n.inflect ? forms_.forms(n.text) : forms_.spellings(n.text));
    std::vector<text::token> pieces;
    static const text::lexicon none;
    text::tokenize(n.text, {0, static_cast<std::uint32_t>(n.text.size())}, none, pieces);
    if (pieces.empty()) return bad("expected a word, found '" + n.text + "'");
    std::vector<pattern_ptr> parts;
    std::string joined_form;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto surface = pieces[i].text.of(n.text);
        const auto folded = text::fold(surface);
        joined_form += folded;
        const bool last = i + 1 == pieces.size();
        if (n.exact) parts.push_back(keep({.of = classes_.of_words({classes_.words().add(folded)}), .surface = surface}));
        else if (n.quoted) parts.push_back(leaf({folded}));
        else if (n.prefix && last) parts.push_back(keep({.of = classes_.of_words({classes_.words().add_prefix(folded)})}));
        else parts.push_back(leaf(n.inflect && last ? forms_.forms(folded) : forms_.spellings(folded)));
    }
    const bool hyphenated = pieces.size() > 1 && !n.exact && !n.quoted && n.text.find('-') != std::string::npos;
    const auto apart = row_of(parts);
    if (!hyphenated) return apart;
    const auto together = n.prefix ? keep({.of = classes_.of_words({classes_.words().add_prefix(joined_form)})})
                                   : leaf(n.inflect ? forms_.forms(joined_form) : forms_.spellings(joined_form));
    return keep({.what = pattern::kind::choice, .children = std::vector{together, apart}});
}

std::size_t class_table::hash_of_ids::operator()(const std::vector<text::word_id> & ids) const {
    return std::hash<std::string_view>()({reinterpret_cast<const char *>(ids.data()), ids.size() * sizeof ids[0]});
}

class_id class_table::of_words(std::vector<text::word_id> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    const auto [it, fresh] = numbers_.try_emplace(std::move(ids), static_cast<class_id>(members_.size()));
    if (fresh) {
        costs_.push_back(cost_of(it->first));
        members_.push_back(&it->first);
    }
    return it->second;
}

void class_table::set_commonness(text::word_id word, std::uint8_t how_common) {
    if (commonness_.size() <= word) commonness_.resize(word + 1, 0);
    commonness_[word] = how_common;
}

double class_table::cost_of(const std::vector<text::word_id> & ids) const {
    double sum = 0;
    for (const auto word : ids) {
        sum += 1 + commonness(word) * 4.0;
        if (words_.is_prefix(word)) sum += 8;
    }
    return sum;
}

}  // namespace rolewright::query
