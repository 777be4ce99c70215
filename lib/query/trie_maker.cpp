// A run becomes a path of a trie, then the trie becomes tables: what a word proposes alone, what two in a row propose, and
// nodes and routes for the rest. The sets of words that are asked for near runs share flags, but for the commonest.
#include "query/trie_maker.hpp"

#include "query/near_rows.hpp"

#include <bit>
#include <numeric>

namespace rolewright::query {
namespace {

// Of the set of words that is asked for.
std::uint64_t key_of(const neighbour & n) { return std::uint64_t{n.of->number} << 1 | n.closing; }

}  // namespace

void trie_maker::add(const anchor & a, std::uint32_t query, std::uint32_t branch) {
    std::uint32_t at = 0;
    for (const auto c : a.run) {
        const auto [known, fresh] = child_of_.try_emplace(std::uint64_t{at} << 32 | c, static_cast<std::uint32_t>(nodes_.size()));
        if (fresh) {
            nodes_[at].children.emplace_back(c, known->second);
            nodes_.push_back({.depth = nodes_[at].depth + 1});
        }
        at = known->second;
    }
    auto & all = nodes_[at].proposed;
    if (all.empty() || all.back().first.branch != branch) {
        all.push_back({{query, branch, a.least_before, a.most_before, a.whole ? static_cast<std::uint32_t>(a.run.size()) : 0}, a.near});
        return;
    }
    auto & [known, near] = all.back();
    known = {query, branch, std::min(known.least_before, a.least_before), std::max(known.most_before, a.most_before), 0};
    near = {};
}

void trie_maker::write(anchor_table & to, set_maker & sets, const class_table & classes) {
    write_roles(to, sets, classes);
    write_pairs(to);
    write_long_runs(to, sets, classes.words().size());
}

near_word trie_maker::near_word_of(const neighbour & n) const { return n.of ? near_rows::word_among(n.from, n.to, flag_of_.at(key_of(n))) : near_word(); }

void trie_maker::append(proposals & to, const node & from) const {
    for (const auto & [p, near] : from.proposed) {
        to.all.push_back(p);
        to.near.push_back({near_word_of(near[0]), near_word_of(near[1])});
    }
}

// The flags of all words. Each set, the commonest first, gets the flag that comes up least.
std::vector<near_flags> trie_maker::settle_near(set_maker & sets, std::uint32_t words) {
    std::vector<neighbour> all;
    for (const auto & n : nodes_)
        for (const auto & p : n.proposed)
            for (const auto & near : p.second)
                if (near.of && flag_of_.try_emplace(key_of(near)).second) all.push_back(near);
    std::stable_sort(all.begin(), all.end(), [](const neighbour & a, const neighbour & b) { return a.cost() > b.cost(); });
    std::array<double, near_flags::count> load{unusable};
    std::vector<near_flags> made(words);
    for (const auto & n : all) {
        const auto flag = static_cast<std::size_t>(std::min_element(load.begin(), load.end()) - load.begin());
        load[flag] += n.cost();
        flag_of_[key_of(n)] = static_cast<std::uint8_t>(flag);
        for (const auto w : n.closing ? sets.last_words(*n.of) : sets.first_words(*n.of)) made[w].raise(flag);
    }
    return made;
}

std::vector<trie_maker::runs_of_word> trie_maker::runs_by_word(set_maker & sets, std::uint32_t words) const {
    std::vector<runs_of_word> made(words);
    for (const auto & [c, first] : nodes_[0].children) {
        for (const auto w : sets.words_of(c)) made[w].alone.push_back(first);
        for (const auto & [d, second] : nodes_[first].children)
            for (const auto w : sets.words_of(d)) made[w].second.emplace_back(first, second);
    }
    return made;
}

// Appends what it proposes alone to to.lone.
word_role trie_maker::role_of(const runs_of_word & runs, anchor_table & to) {
    word_role made{.lone_begin = to.lone.size()};
    std::vector<std::uint32_t> begun;
    for (const auto n : runs.alone) {
        append(to.lone, nodes_[n]);
        if (nodes_[n].children.empty()) continue;
        begun.push_back(n);
        made.begins |= std::uint64_t{1} << (n % 64);
    }
    made.lone_end = to.lone.size();
    for (const auto & [first, second] : runs.second) made.goes_on |= std::uint64_t{1} << (first % 64);
    if (!begun.empty()) made.beginning = beginnings_.try_emplace(std::move(begun), static_cast<std::uint32_t>(beginnings_.size() + 1)).first->second;
    if (!runs.second.empty()) made.going_on = goings_on_.try_emplace(runs.second, static_cast<std::uint32_t>(goings_on_.size() + 1)).first->second;
    return made;
}

void trie_maker::write_roles(anchor_table & to, set_maker & sets, const class_table & classes) {
    const auto words = classes.words().size();
    const auto near = settle_near(sets, words);
    const auto runs = runs_by_word(sets, words);
    std::vector<text::word_id> order(words);
    std::iota(order.begin(), order.end(), text::word_id{0});
    std::stable_sort(order.begin(), order.end(), [&](text::word_id a, text::word_id b) { return classes.commonness(a) > classes.commonness(b); });
    to.role_of.assign(words, 0);
    for (const auto w : order) {
        if (runs[w].alone.empty() && runs[w].second.empty() && near[w].bits == near_flags().bits) continue;
        to.role_of[w] = static_cast<std::uint32_t>(to.roles.size());
        to.roles.push_back(role_of(runs[w], to));
        to.roles.back().near = near[w];
    }
}

void trie_maker::write_pairs(anchor_table & to) const {
    struct way {
        std::uint32_t going_on, node;
    };
    std::unordered_map<std::uint32_t, std::vector<way>> ways;  // by the node of the first word
    for (const auto & [edges, number] : goings_on_)
        for (const auto & [first, second] : edges) ways[first].push_back({number, second});
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> pairs;
    for (const auto & [nodes, number] : beginnings_)
        for (const auto n : nodes)
            for (const auto & w : ways[n]) pairs[{number, w.going_on}].push_back(w.node);
    to.slots.assign(std::bit_ceil(2 * pairs.size() + 1), 0);
    to.pairs.resize(1);
    for (const auto & [numbers, nodes] : pairs) {
        auto i = to.home_of(numbers.first, numbers.second);
        while (to.slots[i] != 0) i = (i + 1) & (to.slots.size() - 1);
        to.slots[i] = static_cast<std::uint32_t>(to.pairs.size());
        to.pairs.push_back({numbers.first, numbers.second, to.of_pairs.size(), static_cast<std::uint32_t>(to.nodes.size())});
        for (const auto n : nodes) {
            append(to.of_pairs, nodes_[n]);
            if (!nodes_[n].children.empty()) to.nodes.push_back(n);
        }
    }
    to.pairs.push_back({0, 0, to.of_pairs.size(), static_cast<std::uint32_t>(to.nodes.size())});
}

// All nodes are written, so that their numbers hold; those of one word and of two are known already.
void trie_maker::write_long_runs(anchor_table & to, set_maker & sets, std::uint32_t words) const {
    word_routes::maker runs;
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
        const auto & from = nodes_[n];
        trie_node made{.begin = to.of_long.size(), .goes_on = !from.children.empty()};
        if (from.depth > 2) append(to.of_long, from);
        made.end = to.of_long.size();
        to.trie.push_back(made);
        if (from.depth < 2) continue;
        for (const auto & [c, child] : from.children)
            for (const auto w : sets.words_of(c)) runs.add(n, w, child);
    }
    to.runs = runs.made(words);
}

}  // namespace rolewright::query
