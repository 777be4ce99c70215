// The trie of anchor runs is walked by all words at once. A word leads straight to the queries that it proposes alone and
// to the nodes where a longer run begins with it, and from each run that has begun to those where it goes on; what the
// classes are was settled when the trie was built.
#include "query/program_parts.hpp"

namespace rolewright::query {

program::program() : parts_(std::make_unique<parts>()) {}
program::program(std::unique_ptr<const parts> parts) : parts_(std::move(parts)) {}
program::program(program &&) noexcept = default;
program & program::operator=(program &&) noexcept = default;
program::~program() = default;

std::uint32_t program::query_count() const { return static_cast<std::uint32_t>(parts_->groups.size()); }
group program::group_of(std::uint32_t query) const { return parts_->groups[query]; }

void program::scan(std::span<const text::token> tokens, std::uint32_t base, scratch & work, std::vector<hit> & out) const {
    const auto & in = *parts_;
    auto & active = work.active;
    auto & next = work.next;
    active.clear();
    std::span<const std::uint32_t> begun;  // with the word before
    auto at = base;
    const auto enter = [&](std::uint32_t number, std::uint32_t first) {
        const auto & node = in.trie[number];
        for (auto p = node.begin; p < node.end; ++p) {
            const auto & proposed = in.proposals[p];
            out.push_back({proposed.query, first, at + 1, proposed.least_before, proposed.most_before});
        }
        if (node.goes_on) next.push_back({number, first});
    };
    for (const auto & t : tokens) {
        next.clear();
        std::span<const std::uint32_t> begins;
        if (t.word != text::no_word && t.word < in.words) {
            const auto here = in.starts[t.word], behind = in.starts[t.word + 1];
            for (auto p = here.lone; p < behind.lone; ++p) out.push_back({in.lone[p].query, at, at + 1, in.lone[p].least_before, in.lone[p].most_before});
            begins = {in.begun.data() + here.begun, behind.begun - here.begun};
            if (in.runs.any(t.word)) {
                for (const auto node : begun)
                    for (const auto to : in.runs.of(node, t.word)) enter(to, at - 1);
                for (const auto & run : active)
                    for (const auto to : in.runs.of(run.node, t.word)) enter(to, run.first);
            }
        }
        begun = begins;
        std::swap(active, next);
        ++at;
    }
}

void program::candidates(std::span<const text::token> tokens, scratch & work, std::vector<candidate> & out) const {
    work.hits.clear();
    scan(tokens, 0, work, work.hits);
    propose(work.hits, 0, static_cast<std::uint32_t>(tokens.size()), [](std::uint32_t) { return true; }, out);
}

void program::candidates(std::span<const text::token> tokens, scratch & work, std::vector<std::uint32_t> & out) const {
    work.proposed.clear();
    candidates(tokens, work, work.proposed);
    for (const auto & c : work.proposed) out.push_back(c.query);
}

void program::verify(std::uint32_t query, std::string_view text, std::span<const text::token> tokens, const context & where, scratch &, std::vector<match> & out) const {
    if (!tokens.empty()) verify({query, 0, static_cast<std::uint32_t>(tokens.size() - 1)}, text, tokens, where, out);
}

std::vector<match> program::find(group of, std::string_view text, std::span<const text::token> tokens, const context & where) const {
    scratch work;
    candidates(tokens, work, work.proposed);
    std::vector<match> found;
    for (const auto & c : work.proposed)
        if (group_of(c.query) == of) verify(c, text, tokens, where, found);
    return found;
}

}  // namespace rolewright::query
