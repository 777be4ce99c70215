// The trie of anchor runs is walked by all words at once. A word leads straight to the queries that it proposes alone and
// to the nodes where a longer run begins with it, and from each run that has begun to those where it goes on; what the
// classes are was settled when the trie was built.
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

// Keeps each branch once, ascending, with the words that its matches may begin at.
class proposals {
public:
    explicit proposals(std::vector<candidate> & to) : to_(to), old_(to.size()) {}

    // An anchor of a branch begins at word `first`; a match that would have to begin before the first word is none.
    void add(const proposal & p, std::uint32_t first) {
        if (first < p.least_before) return;
        const candidate made{p.query, p.branch, first - std::min(first, p.most_before), first - p.least_before};
        auto at = to_.size();
        while (at > old_ && to_[at - 1].branch > made.branch) --at;
        if (at > old_ && to_[at - 1].branch == made.branch) {
            auto & known = to_[at - 1];
            known.first = std::min(known.first, made.first);
            known.last = std::max(known.last, made.last);
        } else to_.insert(to_.begin() + static_cast<std::ptrdiff_t>(at), made);
    }

private:
    std::vector<candidate> & to_;
    std::size_t old_;
};

}  // namespace

program::program() : parts_(std::make_unique<parts>()) {}
program::program(std::unique_ptr<const parts> parts) : parts_(std::move(parts)) {}
program::program(program &&) noexcept = default;
program & program::operator=(program &&) noexcept = default;
program::~program() = default;

std::uint32_t program::query_count() const { return parts_->queries; }

void program::candidates(place of, std::span<const text::token> tokens, scratch & work, std::vector<candidate> & out) const {
    const auto & in = parts_->anchors[static_cast<std::size_t>(of)];
    auto & active = work.active;
    auto & next = work.next;
    active.clear();
    proposals found(out);
    std::span<const std::uint32_t> begun;  // with the word before
    const auto enter = [&](std::uint32_t number, std::uint32_t first) {
        const auto & node = in.trie[number];
        for (auto p = node.begin; p < node.end; ++p) found.add(in.proposals[p], first);
        if (node.goes_on) next.push_back({number, first});
    };
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        const auto word = tokens[at].word;
        next.clear();
        std::span<const std::uint32_t> begins;
        if (in.has(word)) {
            const auto here = in.starts[word], behind = in.starts[word + 1];
            for (auto p = here.lone; p < behind.lone; ++p) found.add(in.lone[p], at);
            begins = {in.begun.data() + here.begun, behind.begun - here.begun};
            if ((!begun.empty() || !active.empty()) && in.runs.any(word)) {
                for (const auto node : begun)
                    for (const auto to : in.runs.of(node, word)) enter(to, at - 1);
                for (const auto & run : active)
                    for (const auto to : in.runs.of(run.node, word)) enter(to, run.first);
            }
        }
        begun = begins;
        std::swap(active, next);
    }
}

std::vector<match> program::find(place of, std::string_view text, std::span<const text::token> tokens, const context & where) const {
    scratch work;
    candidates(of, tokens, work, work.proposed);
    std::vector<match> found;
    for (std::span<const candidate> rest(work.proposed); !rest.empty();) verify(take_query(rest), {text, tokens}, where, found);
    return found;
}

}  // namespace rolewright::query
