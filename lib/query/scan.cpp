// The runs of anchors are walked by all words at once. A word leads straight to what it proposes alone, two in a row to what
// they propose together and to the runs that they begin; what the classes are was settled when the tables were built. Most
// proposals come to nothing, nearly always because some other word is missing: that is asked before they are written down.
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

// Keeps each branch once, ascending, with the words that its matches may begin at.
class proposing {
public:
    proposing(const anchor_table & in, scratch & work, std::vector<candidate> & to) : in_(in), work_(work), to_(to), old_(to.size()) {}

    // Those of [begin, end) whose run begins at word `first`.
    void add(const proposals & all, std::uint32_t begin, std::uint32_t end, std::uint32_t first) {
        if (begin == end) return;
        if (!filled_) fill();
        const auto * word = work_.rows.of(first);
        for (auto p = begin; p < end; ++p) {
            const auto near = all.near[p];
            if (near_rows::has(near[0], word) & near_rows::has(near[1], word)) keep(all.all[p], first);
        }
    }

private:
    void fill() {
        work_.rows.fill(in_, work_.roles);
        filled_ = true;
    }

    // A match that would have to begin before the first word is none.
    [[gnu::noinline]] void keep(const proposal & p, std::uint32_t first) {
        if (first < p.least_before) return;
        const candidate made{p.query, p.branch, first - std::min(first, p.most_before), first - p.least_before, p.whole};
        auto at = to_.size();
        while (at > old_ && to_[at - 1].branch > made.branch) --at;
        if (at > old_ && to_[at - 1].branch == made.branch) {
            auto & known = to_[at - 1];
            known.first = std::min(known.first, made.first);
            known.last = std::max(known.last, made.last);
            known.words = 0;
        } else to_.insert(to_.begin() + static_cast<std::ptrdiff_t>(at), made);
    }

    const anchor_table & in_;
    scratch & work_;
    std::vector<candidate> & to_;
    std::size_t old_;
    bool filled_ = false;
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
    work.roles.resize(tokens.size());
    std::uint32_t any = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) any |= work.roles[i] = tokens[i].word < in.role_of.size() ? in.role_of[tokens[i].word] : 0;
    if (any == 0) return;
    auto & active = work.active;
    auto & next = work.next;
    active.clear();
    proposing found(in, work, out);
    const auto * before = &in.roles.front();
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        const auto & role = in.roles[work.roles[at]];
        found.add(in.lone, role.lone_begin, role.lone_end, at);
        next.clear();
        for (const auto & run : active)
            for (const auto to : in.runs.of(run.node, tokens[at].word)) {
                const auto & node = in.trie[to];
                found.add(in.of_long, node.begin, node.end, run.first);
                if (node.goes_on) next.push_back({to, run.first});
            }
        if (before->begins & role.goes_on)
            if (const auto * pair = in.find(before->beginning, role.going_on)) {
                found.add(in.of_pairs, pair[0].proposals, pair[1].proposals, at - 1);
                for (auto n = pair[0].nodes; n < pair[1].nodes; ++n) next.push_back({in.nodes[n], at - 1});
            }
        std::swap(active, next);
        before = &role;
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
