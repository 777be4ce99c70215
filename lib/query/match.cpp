// A pattern is matched at all places at once: a step takes the set of places where it may begin and gives the set of
// places where it can end. So a query that cannot match anywhere near its anchor is refused in a few operations, and
// nothing is tried twice. Only where there is a match its places are told apart.
#include "query/positions.hpp"
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

bool has_surface(const text::token & t, std::string_view text, std::string_view wanted) {
    const auto is = t.text.of(text);
    if (!is.starts_with(wanted)) return false;
    const auto rest = is.substr(wanted.size());
    return rest.empty() || rest == "'s" || rest == "’s" || rest == "'" || rest == "’";
}

bool asked_for(const context & asked, const context & here) {
    return (!asked.section || asked.section == here.section) && (!asked.act || asked.act == here.act) && (!asked.subject || asked.subject == here.subject);
}

struct searched {
    const program::parts & in;
    std::string_view text;
    std::span<const text::token> tokens;
    marks between;
};

template <class Positions>
class matcher {
public:
    explicit matcher(const searched & s) : s_(s), size_(static_cast<std::uint32_t>(s.tokens.size())) {}

    /// The matches that begin at words [first, last], each the longest, none overlapping another.
    template <class F>
    void each_match(std::uint32_t step, std::uint32_t first, std::uint32_t last, F && found) const {
        auto starts = none();
        for (auto i = first; i <= last && i < size_; ++i) starts.add(i);
        const auto ends = ends_of(step, starts);
        if (!ends.any()) return;
        if (first == last) {
            if (ends.highest() > first) found(first, ends.highest());
            return;
        }
        std::uint32_t next = first;
        starts.each([&](std::uint32_t start) {
            if (start < next) return;
            auto one = none();
            one.add(start);
            const auto own = ends_of(step, one);
            if (!own.any() || own.highest() <= start) return;
            next = own.highest();
            found(start, next);
        });
    }

private:
    Positions none() const { return Positions(size_); }

    Positions ends_of(std::uint32_t number, const Positions & starts) const {
        const auto & s = s_.in.steps[number];
        auto ends = none();
        switch (s.what) {
            case step::op::word:
                starts.each([&](std::uint32_t at) {
                    if (at < size_ && accepts(s, s_.tokens[at])) ends.add(at + 1);
                });
                return ends;
            case step::op::row: {
                ends = starts;
                for (auto c = s.begin; c < s.end && ends.any(); ++c) {
                    const auto & child = s_.in.children[c];
                    if (child.gap) ends.spread(child.gap, size_);
                    ends = ends_of(child.step, ends);
                }
                return ends;
            }
            case step::op::choice:
                for (auto c = s.begin; c < s.end; ++c) ends.add(ends_of(s_.in.children[c].step, starts));
                return ends;
            case step::op::routed_choice:
                starts.each([&](std::uint32_t at) {
                    if (at >= size_) return;
                    auto here = none();
                    here.add(at);
                    for (const auto & r : s_.in.routes_of(s.by_word, s_.tokens[at].word)) ends.add(ends_of(s_.in.children[s.begin + r.to].step, here));
                });
                return ends;
            case step::op::optional:
                ends = ends_of(s_.in.children[s.begin].step, starts);
                ends.add(starts);
                return ends;
        }
        return ends;
    }

    bool accepts(const step & s, const text::token & t) const {
        if (s.strict && t.before == text::gap_before::breaker && s_.between == marks::part) return false;
        return s_.in.is_in(t.word, s.set) && (s.surface < 0 || has_surface(t, s_.text, s_.in.surfaces[static_cast<std::size_t>(s.surface)]));
    }

    const searched & s_;
    std::uint32_t size_;
};

// A long span is cut down to the words that matches can reach.
template <class F>
void each_match(const searched & s, std::uint32_t step, std::uint32_t most_words, std::uint32_t first, std::uint32_t last, F && found) {
    if (s.tokens.size() <= few_positions::most) return matcher<few_positions>(s).each_match(step, first, last, found);
    const auto reach = std::min<std::size_t>(s.tokens.size(), std::size_t{last} + most_words);
    if (reach - first > few_positions::most) return matcher<many_positions>(s).each_match(step, first, last, found);
    const searched near{s.in, s.text, s.tokens.subspan(first, reach - first), s.between};
    matcher<few_positions>(near).each_match(step, 0, last - first, [&](std::uint32_t a, std::uint32_t b) { found(a + first, b + first); });
}

void cover_nearest(match & m, const std::vector<match> & others) {
    const auto distance = [&](const match & o) { return o.first >= m.last ? o.first - m.last : m.first >= o.last ? m.first - o.last : 0; };
    const auto nearest = *std::min_element(others.begin(), others.end(), [&](const match & a, const match & b) { return distance(a) < distance(b); });
    m.first = std::min(m.first, nearest.first);
    m.last = std::max(m.last, nearest.last);
}

std::vector<match> leftmost_longest(std::vector<match> all) {
    std::sort(all.begin(), all.end(), [](const match & a, const match & b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
    std::vector<match> kept;
    for (const auto & m : all)
        if (kept.empty() || m.first >= kept.back().last) kept.push_back(m);
    return kept;
}

std::vector<match> matches_of(const compiled_condition & c, std::uint32_t query, const searched & s, const context & where) {
    std::vector<match> found;
    switch (c.what) {
        case condition::kind::pattern:
            if (!s.tokens.empty())
                each_match(s, c.step, static_cast<std::uint32_t>(s.tokens.size()), 0, static_cast<std::uint32_t>(s.tokens.size() - 1),
                           [&](std::uint32_t first, std::uint32_t last) { found.push_back({query, first, last}); });
            return found;
        case condition::kind::scope:
            if (asked_for(c.asked, where)) found = matches_of(c.children[0], query, s, where);
            return found;
        case condition::kind::any:
            for (const auto & child : c.children) {
                const auto some = matches_of(child, query, s, where);
                found.insert(found.end(), some.begin(), some.end());
            }
            return leftmost_longest(std::move(found));
        case condition::kind::without:
            found = matches_of(c.children[0], query, s, where);
            for (std::size_t i = 1; i < c.children.size() && !found.empty(); ++i)
                if (!matches_of(c.children[i], query, s, where).empty()) found.clear();
            return found;
        case condition::kind::both:
            found = matches_of(c.children[0], query, s, where);
            for (std::size_t i = 1; i < c.children.size() && !found.empty(); ++i) {
                const auto others = matches_of(c.children[i], query, s, where);
                if (others.empty()) return {};
                for (auto & m : found) cover_nearest(m, others);
            }
            return leftmost_longest(std::move(found));
    }
    return found;
}

}  // namespace

void program::verify(const candidate & of, std::string_view text, std::span<const text::token> tokens, const context & where, std::vector<match> & out, marks between) const {
    const auto & query = parts_->queries[of.query];
    const searched s{*parts_, text, tokens, between};
    if (!query.one_pattern) {
        const auto found = matches_of(query.root, of.query, s, where);
        out.insert(out.end(), found.begin(), found.end());
        return;
    }
    const auto * c = &query.root;
    for (; c->what == condition::kind::scope; c = &c->children[0])
        if (!asked_for(c->asked, where)) return;
    each_match(s, c->step, query.most_words, of.first, of.last, [&](std::uint32_t first, std::uint32_t last) { out.push_back({of.query, first, last}); });
}

}  // namespace rolewright::query
