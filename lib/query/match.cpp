// Candidates: the trie of anchor runs is walked by all words at once, each word in all its classes. Verification runs a
// pattern's instructions by backtracking; a set of (instruction, position) pairs already tried keeps it linear.
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

using op = instruction::op;

bool has_surface(const text::token & t, std::string_view text, std::string_view wanted) {
    const auto is = t.text.of(text);
    if (!is.starts_with(wanted)) return false;
    const auto rest = is.substr(wanted.size());
    return rest.empty() || rest == "'s" || rest == "’s" || rest == "'" || rest == "’";
}

bool asked_for(const context & asked, const context & here) {
    return (!asked.section || asked.section == here.section) && (!asked.act || asked.act == here.act) && (!asked.subject || asked.subject == here.subject);
}

class runner {
public:
    runner(const program::parts & in, std::string_view text, std::span<const text::token> tokens, const context & where, scratch & work, std::uint32_t query)
        : in_(in), text_(text), tokens_(tokens), where_(where), work_(work), query_(query) {}

    std::vector<match> run(const compiled_condition & c) {
        switch (c.what) {
            case condition::kind::pattern: return matches(c);
            case condition::kind::scope: return asked_for(c.asked, where_) ? run(c.children[0]) : std::vector<match>{};
            case condition::kind::any: {
                std::vector<match> all;
                for (const auto & child : c.children) {
                    const auto some = run(child);
                    all.insert(all.end(), some.begin(), some.end());
                }
                return leftmost_longest(std::move(all));
            }
            case condition::kind::without: {
                auto found = run(c.children[0]);
                for (std::size_t i = 1; i < c.children.size() && !found.empty(); ++i)
                    if (!run(c.children[i]).empty()) found.clear();
                return found;
            }
            case condition::kind::both: {
                auto found = run(c.children[0]);
                for (std::size_t i = 1; i < c.children.size() && !found.empty(); ++i) {
                    const auto others = run(c.children[i]);
                    if (others.empty()) return {};
                    for (auto & m : found) cover_nearest(m, others);
                }
                return leftmost_longest(std::move(found));
            }
        }
        return {};
    }

private:
    static void cover_nearest(match & m, const std::vector<match> & others) {
        const auto distance = [&](const match & o) { return o.first >= m.last ? o.first - m.last : m.first >= o.last ? m.first - o.last : 0; };
        const auto nearest = *std::min_element(others.begin(), others.end(), [&](const match & a, const match & b) { return distance(a) < distance(b); });
        m.first = std::min(m.first, nearest.first);
        m.last = std::max(m.last, nearest.last);
    }

    static std::vector<match> leftmost_longest(std::vector<match> all) {
        std::sort(all.begin(), all.end(), [](const match & a, const match & b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
        std::vector<match> kept;
        for (const auto & m : all)
            if (kept.empty() || m.first >= kept.back().last) kept.push_back(m);
        return kept;
    }

    bool can_begin_at(std::uint32_t start, const std::vector<class_id> & firsts) const {
        const auto classes = in_.classes_of(tokens_[start].word);
        return std::any_of(classes.begin(), classes.end(), [&](class_id c) { return std::binary_search(firsts.begin(), firsts.end(), c); });
    }

    std::vector<match> matches(const compiled_condition & c) {
        const auto begin = c.begin, end = c.end;
        std::vector<match> found;
        const auto n = static_cast<std::uint32_t>(tokens_.size());
        const std::size_t states = static_cast<std::size_t>(end - begin) * (n + 1);
        work_.visited.assign((states + 63) / 64, 0);
        for (std::uint32_t start = 0; start < n; ++start) {
            if (!can_begin_at(start, c.firsts)) continue;
            const auto last = longest_from(begin, start);
            if (last <= start) continue;
            found.push_back({query_, start, last});
            start = last - 1;
            work_.visited.assign((states + 63) / 64, 0);
        }
        return found;
    }

    bool first_visit(std::uint32_t instruction, std::uint32_t position) {
        const auto bit = static_cast<std::size_t>(instruction) * (tokens_.size() + 1) + position;
        auto & word = work_.visited[bit / 64];
        const auto mask = std::uint64_t{1} << (bit % 64);
        if (word & mask) return false;
        word |= mask;
        return true;
    }

    std::uint32_t longest_from(std::uint32_t begin, std::uint32_t start) {
        const auto n = static_cast<std::uint32_t>(tokens_.size());
        std::uint32_t longest = start;
        auto & stack = work_.states;
        stack.assign({begin, start});
        while (!stack.empty()) {
            const auto position = stack.back();
            stack.pop_back();
            const auto at = stack.back();
            stack.pop_back();
            if (!first_visit(at - begin, position)) continue;
            const auto & i = in_.code[at];
            const auto push = [&](std::uint32_t to, std::uint32_t where) {
                stack.push_back(to);
                stack.push_back(where);
            };
            switch (i.what) {
                case op::match: longest = std::max(longest, position); break;
                case op::jump: push(i.a, position); break;
                case op::split:
                    push(i.b, position);
                    push(i.a, position);
                    break;
                case op::skip:
                    for (std::uint32_t k = 0; k <= i.a && position + k < n; ++k) push(at + 1, position + k);
                    break;
                case op::word:
                    if (position < n && accepts(i, position, start)) push(at + 1, position + 1);
            }
        }
        return longest;
    }

    bool accepts(const instruction & i, std::uint32_t position, std::uint32_t start) const {
        const auto & t = tokens_[position];
        if (!in_.is_in(t.word, i.a)) return false;
        if (!i.loose && position != start && t.before == text::gap_before::breaker) return false;
        return i.surface < 0 || has_surface(t, text_, in_.surfaces[static_cast<std::size_t>(i.surface)]);
    }

    const program::parts & in_;
    std::string_view text_;
    std::span<const text::token> tokens_;
    const context & where_;
    scratch & work_;
    std::uint32_t query_;
};

}  // namespace

program::program() : parts_(std::make_unique<parts>()) {}
program::program(std::unique_ptr<const parts> parts) : parts_(std::move(parts)) {}
program::program(program &&) noexcept = default;
program & program::operator=(program &&) noexcept = default;
program::~program() = default;

std::uint32_t program::query_count() const { return static_cast<std::uint32_t>(parts_->queries.size()); }
group program::group_of(std::uint32_t query) const { return parts_->queries[query].group; }

void program::candidates(std::span<const text::token> tokens, scratch & work, std::vector<std::uint32_t> & out) const {
    const auto & in = *parts_;
    if (work.seen.size() < in.queries.size()) work.seen.resize(in.queries.size(), 0);
    const auto number = ++work.span_number;
    const auto begin = out.size();
    auto & active = work.states;
    auto & next = work.next_states;
    active.clear();
    const auto propose = [&](std::uint32_t node) {
        for (const auto q : in.trie[node].queries) {
            if (work.seen[q] == number) continue;
            work.seen[q] = number;
            out.push_back(q);
        }
    };
    for (const auto & t : tokens) {
        next.clear();
        const auto classes = in.classes_of(t.word);
        for (const auto c : classes)
            if (const auto node = in.root_child[c]) {
                propose(node);
                if (!in.trie[node].children.empty()) next.push_back(node);
            }
        for (const auto node : active)
            for (const auto & [c, child] : in.trie[node].children)
                if (std::binary_search(classes.begin(), classes.end(), c)) {
                    propose(child);
                    if (!in.trie[child].children.empty()) next.push_back(child);
                }
        std::swap(active, next);
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
}

void program::verify(std::uint32_t query, std::string_view text, std::span<const text::token> tokens, const context & where, scratch & work, std::vector<match> & out) const {
    const auto found = runner(*parts_, text, tokens, where, work, query).run(parts_->queries[query].root);
    out.insert(out.end(), found.begin(), found.end());
}

std::vector<match> program::find(group of, std::string_view text, std::span<const text::token> tokens, const context & where) const {
    scratch work;
    std::vector<std::uint32_t> proposed;
    candidates(tokens, work, proposed);
    std::vector<match> found;
    for (const auto q : proposed)
        if (group_of(q) == of) verify(q, text, tokens, where, work, found);
    return found;
}

std::string program::print(const text::lexicon & words) const {
    std::string out;
    const auto & in = *parts_;
    std::vector<std::vector<std::string>> members(in.root_child.size());
    for (text::word_id w = 1; w < in.words; ++w)
        for (const auto c : in.classes_of(w)) members[c].push_back(std::string(words.spelling(w)) + (words.is_prefix(w) ? "*" : ""));
    const auto walk = [&](auto && self, std::uint32_t node, const std::string & path) -> void {
        for (const auto q : in.trie[node].queries) out += std::to_string(q) + ":" + path + "\n";
        for (const auto & [c, child] : in.trie[node].children) {
            std::string name;
            for (const auto & m : members[c]) name += (name.empty() ? "" : "|") + m;
            self(self, child, path + " " + name);
        }
    };
    walk(walk, 0, "");
    return out;
}

}  // namespace rolewright::query
