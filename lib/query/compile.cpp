// Patterns become instructions, anchors become a trie, words get the sorted list of their classes.
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

using op = instruction::op;

class emitter {
public:
    explicit emitter(program::parts & to) : to_(to) {}

    compiled_condition compile(const condition & c) {
        compiled_condition made{.what = c.what, .asked = c.asked};
        if (c.what == condition::kind::pattern) {
            made.begin = here();
            emit(c.words, true);
            to_.code.push_back({.what = op::match});
            made.end = here();
            add_firsts(c.words, made.firsts);
            std::sort(made.firsts.begin(), made.firsts.end());
            made.firsts.erase(std::unique(made.firsts.begin(), made.firsts.end()), made.firsts.end());
        }
        for (const auto & child : c.children) made.children.push_back(compile(child));
        return made;
    }

private:
    std::uint32_t here() const { return static_cast<std::uint32_t>(to_.code.size()); }

    static void add_firsts(const pattern & p, std::vector<class_id> & to) {
        if (p.what == pattern::kind::leaf) to.push_back(p.of);
        for (const auto & c : p.children) {
            add_firsts(c, to);
            const bool in_a_row = p.what == pattern::kind::row || p.what == pattern::kind::gap;
            if (in_a_row && !can_be_empty(c)) break;
        }
    }

    // `loose`: nothing of the pattern stands before, or a gap does, so a comma may.
    void emit(const pattern & p, bool loose) {
        switch (p.what) {
            case pattern::kind::leaf: return emit_leaf(p, loose);
            case pattern::kind::optional: {
                const auto split = here();
                to_.code.push_back({.what = op::split, .a = split + 1});
                emit(p.children[0], loose);
                to_.code[split].b = here();
                return;
            }
            case pattern::kind::choice: return emit_choice(p, loose);
            case pattern::kind::row: {
                for (const auto & c : p.children) {
                    emit(c, loose);
                    loose = loose && can_be_empty(c);
                }
                return;
            }
            case pattern::kind::gap:
                for (std::size_t i = 0; i < p.children.size(); ++i) {
                    if (i) to_.code.push_back({.what = op::skip, .a = static_cast<std::uint32_t>(p.gaps[i - 1])});
                    emit(p.children[i], loose || i > 0);
                }
        }
    }

    void emit_leaf(const pattern & p, bool loose) {
        instruction i{.what = op::word, .loose = loose, .a = p.of};
        if (!p.surface.empty()) {
            i.surface = static_cast<std::int32_t>(to_.surfaces.size());
            to_.surfaces.push_back(p.surface);
        }
        to_.code.push_back(i);
    }

    void emit_choice(const pattern & p, bool loose) {
        std::vector<std::uint32_t> jumps;
        for (std::size_t i = 0; i < p.children.size(); ++i) {
            const bool last = i + 1 == p.children.size();
            const auto split = here();
            if (!last) to_.code.push_back({.what = op::split, .a = split + 1});
            emit(p.children[i], loose);
            if (last) break;
            jumps.push_back(here());
            to_.code.push_back({.what = op::jump});
            to_.code[split].b = here();
        }
        for (const auto j : jumps) to_.code[j].a = here();
    }

    program::parts & to_;
};

void add_run(program::parts & to, const std::vector<class_id> & run, std::uint32_t query) {
    std::uint32_t at = 0;
    for (const auto c : run) {
        auto & children = to.trie[at].children;
        const auto known = std::find_if(children.begin(), children.end(), [&](const auto & child) { return child.first == c; });
        if (known != children.end()) {
            at = known->second;
            continue;
        }
        const auto fresh = static_cast<std::uint32_t>(to.trie.size());
        children.emplace_back(c, fresh);
        to.trie.emplace_back();
        at = fresh;
    }
    auto & queries = to.trie[at].queries;
    if (queries.empty() || queries.back() != query) queries.push_back(query);
}

}  // namespace

struct program_builder::state {
    const text::inflector & forms;
    class_table classes;
    std::unique_ptr<program::parts> parts = std::make_unique<program::parts>();
    std::vector<std::pair<condition, group>> queries;
};

program_builder::program_builder(const text::inflector & forms, text::lexicon & words) : state_(new state{forms, class_table(words), std::make_unique<program::parts>(), {}}) {}
program_builder::~program_builder() = default;

result<std::uint32_t> program_builder::add(group of, const expression & e, const list_lookup & lists) {
    auto lowered = lower(e, lists, state_->forms, state_->classes);
    if (!lowered) return std::move(lowered).error();
    if (anchors_of(*lowered, state_->classes).runs.empty()) return error{error_code::bad_query, "expected at least one word that must stand there, found a query that matches nothing"};
    state_->queries.emplace_back(*std::move(lowered), of);
    return static_cast<std::uint32_t>(state_->queries.size() - 1);
}

void program_builder::set_commonness(std::string_view folded, std::uint8_t how_common) {
    state_->classes.set_commonness(state_->classes.words().add(folded), how_common);
}

program program_builder::build() && {
    auto & to = *state_->parts;
    const auto & classes = state_->classes;
    emitter emit(to);
    for (std::uint32_t q = 0; q < state_->queries.size(); ++q) {
        const auto & [condition, group] = state_->queries[q];
        to.queries.push_back({group, emit.compile(condition)});
        for (const auto & run : anchors_of(condition, classes).runs) add_run(to, run, q);
    }
    to.root_child.assign(classes.size(), 0);
    for (const auto & [c, node] : to.trie[0].children) to.root_child[c] = node;

    const auto & words = state_->classes.words();
    to.words = words.size();
    std::vector<std::vector<class_id>> of_word(to.words);
    for (class_id c = 0; c < classes.size(); ++c)
        for (const auto w : classes.members(c)) of_word[w].push_back(c);
    // A known word, or the entry of a longer prefix, is in the classes of every prefix that begins it.
    std::vector<text::word_id> prefixes;
    auto with_prefixes = of_word;
    for (text::word_id w = 1; w < to.words; ++w) {
        prefixes.clear();
        words.prefixes_of(words.spelling(w), prefixes);
        for (const auto p : prefixes)
            if (p != w) with_prefixes[w].insert(with_prefixes[w].end(), of_word[p].begin(), of_word[p].end());
    }
    for (auto & list : with_prefixes) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        to.class_begin.push_back(static_cast<std::uint32_t>(to.classes.size()));
        to.classes.insert(to.classes.end(), list.begin(), list.end());
    }
    to.class_begin.push_back(static_cast<std::uint32_t>(to.classes.size()));
    return program(std::move(state_->parts));
}

}  // namespace rolewright::query
