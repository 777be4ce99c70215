// Patterns become code, anchors become tables. A piece that several queries share, a list above all, is written once if it
// is long, and called from there on. Where a choice has many branches, the next word says which of them can go on.
#include "query/trie_maker.hpp"

namespace rolewright::query {
namespace {

constexpr std::size_t fewest_routed = 4;     // branches of a choice that are worth a table
constexpr std::uint32_t most_listed = 8;     // words of a class that are compared one by one
constexpr std::uint32_t fewest_called = 12;  // numbers of a piece that is not written twice

class code_maker {
public:
    code_maker(program::parts & to, set_maker & sets, std::size_t patterns)
        : to_(to), sets_(sets), written_{std::vector(patterns, no_number), std::vector(patterns, no_number)} {}

    void write(const condition & c) {
        const auto numbered = [](const auto & asked) { return asked ? static_cast<std::uint32_t>(*asked) + 1 : 0; };
        const auto count = static_cast<std::uint32_t>(c.children.size());
        switch (c.what) {
            case condition::kind::pattern: return write_pattern(*c.words);
            case condition::kind::any: return write_joined(code::op::any, count, c);
            case condition::kind::both: return write_joined(code::op::both, count, c);
            case condition::kind::without: return write_joined(code::op::without, count, c);
            case condition::kind::scope: return write_joined(code::op::scope, numbered(c.asked.section) | numbered(c.asked.act) << 8 | numbered(c.asked.subject) << 16, c);
        }
    }

    /// Once all is written.
    void write_routes() { to_.choices = choices_.made(to_.words); }

private:
    std::vector<std::uint32_t> & out() { return to_.code; }
    std::uint32_t here() const { return static_cast<std::uint32_t>(to_.code.size()); }

    // The head and room for the size, which `close` fills in.
    std::uint32_t open(code::op what, std::uint32_t gap, bool may_be_empty = false) {
        out().insert(out().end(), {code::head(what, gap, may_be_empty).bits(), 0});
        return here() - 2;
    }
    void close(std::uint32_t begin) { out()[begin + 1] = here() - begin; }

    void write_joined(code::op what, std::uint32_t operand, const condition & c) {
        const auto begin = open(what, 0);
        out().push_back(operand);
        for (const auto & child : c.children) write(child);
        close(begin);
    }

    void write_pattern(const pattern & p) {
        const auto begin = open(code::op::pattern, 0);
        out().insert(out().end(), {p.most, 0});
        const auto piece = here();
        write(p, true, 0);
        auto first = first_word_at(piece);
        if (first == no_number) {
            first = here();
            write_words(sets_.first_words(p), [&] { return first_words_of(p); }, {}, 0);
        }
        out()[begin + 3] = first - begin;
        close(begin);
    }

    // Where the word stands that the piece at `at` begins with, if it does not begin with a choice.
    std::uint32_t first_word_at(std::uint32_t at) const {
        while (true) {
            const auto what = code::head(to_.code[at]).what();
            if (what == code::op::word) return at;
            if (what != code::op::row) return no_number;
            at += code::header;
        }
    }

    template <class F>
    void write_words(std::span<const text::word_id> words, F && large_set, code::head::of_word word, std::uint32_t gap) {
        word.listed = words.size() <= most_listed ? static_cast<std::uint32_t>(words.size()) : 0;
        out().push_back(code::head(word, gap).bits());
        if (word.listed > 0) out().insert(out().end(), words.begin(), words.end());
        else out().push_back(large_set());
    }

    std::uint32_t first_words_of(const pattern & p) {
        const auto [known, fresh] = first_words_.try_emplace(&p, 0);
        if (fresh) known->second = sets_.add_large(sets_.first_words(p));
        return known->second;
    }

    // `loose`: nothing of the query stands before, or a gap does, so a comma may.
    void write(const pattern & p, bool loose, std::uint32_t gap) {
        if (p.what == pattern::kind::leaf) {
            write_words(sets_.words_of(p.of), [&] { return sets_.large_set_of(p.of); }, {.strict = !loose, .exact = !p.surface.empty()}, gap);
            if (!p.surface.empty()) out().push_back(number_of(p.surface));
            return;
        }
        auto & known = written_[loose][p.number];
        if (known != no_number && to_.code[known + 1] >= fewest_called) {
            const auto begin = open(code::op::call, gap, p.can_be_empty());
            out().push_back(known);
            return close(begin);
        }
        known = here();
        switch (p.what) {
            case pattern::kind::leaf: return;
            case pattern::kind::optional: {
                const auto begin = open(code::op::optional, gap, p.can_be_empty());
                write(*p.children[0], loose, 0);
                return close(begin);
            }
            case pattern::kind::choice: return p.children.size() < fewest_routed || p.can_be_empty() ? write_choice(p, loose, gap) : write_routed(p, loose, gap);
            case pattern::kind::row:
            case pattern::kind::gap: return write_row(p, loose, gap);
        }
    }

    void write_row(const pattern & p, bool loose, std::uint32_t gap) {
        const auto begin = open(code::op::row, gap, p.can_be_empty());
        out().push_back(static_cast<std::uint32_t>(p.children.size()));
        for (std::size_t i = 0; i < p.children.size(); ++i) {
            write(*p.children[i], loose, p.what == pattern::kind::gap && i > 0 ? static_cast<std::uint32_t>(p.gaps[i - 1]) : 0);
            loose = p.what == pattern::kind::gap || (loose && p.children[i]->can_be_empty());
        }
        close(begin);
    }

    void write_choice(const pattern & p, bool loose, std::uint32_t gap) {
        const auto begin = open(code::op::choice, gap, p.can_be_empty());
        out().push_back(static_cast<std::uint32_t>(p.children.size()));
        for (const auto & c : p.children) write(*c, loose, 0);
        close(begin);
    }

    void write_routed(const pattern & p, bool loose, std::uint32_t gap) {
        const auto begin = open(code::op::routed, gap);
        out().push_back(number_of_routes(p));
        const auto table = here();
        out().resize(table + p.children.size());
        for (std::size_t i = 0; i < p.children.size(); ++i) {
            out()[table + i] = here() - begin;
            write(*p.children[i], loose, 0);
        }
        close(begin);
    }

    std::uint32_t number_of_routes(const pattern & choice) {
        const auto [known, fresh] = routes_.try_emplace(&choice, static_cast<std::uint32_t>(routes_.size()));
        if (fresh)
            for (std::uint32_t i = 0; i < choice.children.size(); ++i)
                for (const auto w : sets_.first_words(*choice.children[i])) choices_.add(known->second, w, i);
        return known->second;
    }

    std::uint32_t number_of(std::string_view surface) {
        const auto [known, fresh] = surfaces_.try_emplace(surface, static_cast<std::uint32_t>(to_.surfaces.size()));
        if (fresh) to_.surfaces.emplace_back(surface);
        return known->second;
    }

    program::parts & to_;
    set_maker & sets_;
    std::vector<std::uint32_t> written_[2];                      ///< by pattern: where it stands; strict, loose
    std::unordered_map<const pattern *, std::uint32_t> routes_;  ///< numbers of routed choices
    word_routes::maker choices_;
    std::unordered_map<const pattern *, std::uint32_t> first_words_;  ///< numbers of large sets
    std::unordered_map<std::string_view, std::uint32_t> surfaces_;
};

// Where a query is a choice, an anchor tells which branch may match, and the others need not be tried.
std::vector<condition> branches_of(const condition & c) {
    std::vector<condition> made;
    switch (c.what) {
        case condition::kind::both: return {c};
        case condition::kind::pattern:
            if (c.words->what != pattern::kind::choice || c.words->can_be_empty()) return {c};
            for (const auto & branch : c.words->children) made.push_back({.words = branch});
            return made;
        case condition::kind::any:
            for (const auto & child : c.children)
                for (auto & branch : branches_of(child)) made.push_back(std::move(branch));
            return made;
        case condition::kind::without:
        case condition::kind::scope:
            for (auto & branch : branches_of(c.children[0])) {
                made.push_back(c);
                made.back().children[0] = std::move(branch);
            }
    }
    return made;
}

}  // namespace

struct program_builder::state {
    class_table classes;
    lowering lower;
    std::vector<std::pair<condition, place>> queries;

    state(const text::inflector & forms, text::lexicon & words) : classes(words), lower(forms, classes) {}
};

program_builder::program_builder(const text::inflector & forms, text::lexicon & words) : state_(std::make_unique<state>(forms, words)) {}
program_builder::~program_builder() = default;

result<std::uint32_t> program_builder::add(place of, const expression & e, const list_lookup & lists) {
    auto lowered = state_->lower.condition_of(e, lists);
    if (!lowered) return std::move(lowered).error();
    if (cost_of(*lowered) == unusable) return error{error_code::bad_query, "expected at least one word that must stand there, found a query that matches nothing"};
    state_->queries.emplace_back(*std::move(lowered), of);
    return static_cast<std::uint32_t>(state_->queries.size() - 1);
}

void program_builder::set_commonness(std::string_view folded, std::uint8_t how_common) {
    state_->classes.set_commonness(state_->classes.words().add(folded), how_common);
}

program program_builder::build() && {
    auto parts = std::make_unique<program::parts>();
    set_maker sets(*parts, state_->classes);
    code_maker code(*parts, sets, state_->lower.pattern_count());
    std::array<trie_maker, places> tries;
    std::vector<anchor> anchors;
    parts->queries = static_cast<std::uint32_t>(state_->queries.size());
    for (std::uint32_t q = 0; q < parts->queries; ++q)
        for (const auto & branch : branches_of(state_->queries[q].first)) {
            const auto begin = static_cast<std::uint32_t>(parts->code.size());
            code.write(branch);
            anchors.clear();
            gather_anchors(branch, anchors);
            for (const auto & a : anchors) tries[static_cast<std::size_t>(state_->queries[q].second)].add(a, q, begin);
        }
    for (std::size_t p = 0; p < places; ++p) tries[p].write(parts->anchors[p], sets, state_->classes);
    code.write_routes();
    sets.write_large();
    return program(std::move(parts));
}

}  // namespace rolewright::query
