// A pattern is tried where its anchor lets a match begin and its first word stands. From there a step takes the set of
// places where it may begin and gives the set of places where it can end, so no way through a pattern is gone twice.
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

bool asked_for(const scope & asked, const context & here) {
    const auto is = [](std::uint8_t wanted, const auto & found) { return wanted == 0 || (found && static_cast<std::uint8_t>(*found) + 1 == wanted); };
    return is(asked.section, here.section) && is(asked.act, here.act) && is(asked.subject, here.subject);
}

struct searched : searched_words {
    const program::parts & in;
    bool all_starts = false;  ///< matches may overlap: they are sorted out later
};

template <class Positions>
class matcher {
public:
    explicit matcher(const searched & s) : s_(s), size_(static_cast<std::uint32_t>(s.tokens.size())) {}

    /// The matches that begin at words [first, last], each the longest.
    template <class F>
    void each_match(const compiled_condition & c, std::uint32_t first, std::uint32_t last, F && found) const {
        for (auto start = first; start <= last && start < size_; ++start) {
            // A look at the first word, before the whole is tried; where there is one place only, that is not worth it.
            if (first != last && !s_.in.is_in(s_.tokens[start].word, c.first_words)) continue;
            auto here = none();
            here.add(start);
            const auto ends = ends_of(c.step, here);
            if (!ends.any() || ends.highest() <= start) continue;
            found(start, ends.highest());
            if (!s_.all_starts) start = ends.highest() - 1;
        }
    }

private:
    Positions none() const { return Positions(size_); }

    Positions ends_of(std::uint32_t number, Positions starts) const {
        const auto & s = s_.in.steps[number];
        auto ends = none();
        switch (s.what) {
            case step::op::word: return after_word(s, starts);
            case step::op::row: {
                ends = starts;
                for (auto c = s.first; c < s.more && ends.any(); ++c) {
                    const auto & child = s_.in.children[c];
                    if (child.gap) ends.spread(child.gap, size_);
                    ends = any_ends_of(child.step, ends);
                }
                return ends;
            }
            case step::op::choice:
                for (auto c = s.first; c < s.more; ++c) ends.add(any_ends_of(s_.in.children[c].step, starts));
                return ends;
            case step::op::routed_choice:
                starts.each([&](std::uint32_t at) {
                    if (at >= size_) return;
                    auto here = none();
                    here.add(at);
                    for (const auto to : s_.in.choices.of(s.more, s_.tokens[at].word)) ends.add(any_ends_of(s_.in.children[s.first + to].step, here));
                });
                return ends;
            case step::op::optional:
                ends = ends_of(s_.in.children[s.first].step, starts);
                ends.add(starts);
                return ends;
        }
        return ends;
    }

    // Most steps are words: no call for those.
    Positions any_ends_of(std::uint32_t number, Positions starts) const {
        const auto & s = s_.in.steps[number];
        return s.what == step::op::word ? after_word(s, starts) : ends_of(number, starts);
    }

    Positions after_word(const step & s, const Positions & starts) const {
        auto ends = none();
        starts.each([&](std::uint32_t at) {
            if (at < size_ && accepts(s, s_.tokens[at])) ends.add(at + 1);
        });
        return ends;
    }

    bool accepts(const step & s, const text::token & t) const {
        if (s.strict && t.before == text::gap_before::breaker && s_.between == marks::part) return false;
        return s_.in.is_in(t.word, s.first) && (s.more == 0 || has_surface(t, s_.text, s_.in.surfaces[s.more - 1]));
    }

    const searched & s_;
    std::uint32_t size_;
};

// A long span is cut down to the words that matches can reach.
template <class F>
void each_match(const searched & s, const compiled_condition & c, std::uint32_t first, std::uint32_t last, F && found) {
    if (s.tokens.size() <= few_positions::most) return matcher<few_positions>(s).each_match(c, first, last, found);
    const auto reach = std::min<std::size_t>(s.tokens.size(), std::size_t{last} + c.most_words);
    if (reach - first > few_positions::most) return matcher<many_positions>(s).each_match(c, first, last, found);
    const searched near{{s.text, s.tokens.subspan(first, reach - first), s.between}, s.in, s.all_starts};
    matcher<few_positions>(near).each_match(c, 0, last - first, [&](std::uint32_t a, std::uint32_t b) { found(a + first, b + first); });
}

void cover_nearest(match & m, std::span<const match> others) {
    const auto distance = [&](const match & o) { return o.first >= m.last ? o.first - m.last : m.first >= o.last ? m.first - o.last : 0; };
    const auto nearest = *std::min_element(others.begin(), others.end(), [&](const match & a, const match & b) { return distance(a) < distance(b); });
    m.first = std::min(m.first, nearest.first);
    m.last = std::max(m.last, nearest.last);
}

// Of the matches from `begin` on.
void keep_leftmost_longest(std::vector<match> & all, std::size_t begin) {
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, all.end(), [](const match & a, const match & b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
    auto kept = first;
    for (auto m = first; m != all.end(); ++m)
        if (kept == first || m->first >= std::prev(kept)->last) *kept++ = *m;
    all.erase(kept, all.end());
}

class judge_of_conditions {
public:
    judge_of_conditions(const searched & s, std::uint32_t query, const context & where, std::vector<match> & out) : s_(s), query_(query), where_(where), out_(out) {}

    /// Appends the matches of `c` that begin at words [first, last].
    void add_matches(const compiled_condition & c, std::uint32_t first, std::uint32_t last) {
        const auto begin = out_.size();
        switch (c.what) {
            case condition::kind::pattern:
                return each_match(s_, c, first, last, [&](std::uint32_t a, std::uint32_t b) { out_.push_back({query_, a, b}); });
            case condition::kind::scope:
                if (asked_for(c.asked, where_)) add_matches(children_of(c)[0], first, last);
                return;
            case condition::kind::any:
                for (const auto & child : children_of(c)) add_matches(child, first, last);
                return keep_leftmost_longest(out_, begin);
            case condition::kind::without:
                add_matches(children_of(c)[0], first, last);
                for (const auto & other : children_of(c).subspan(1))
                    if (out_.size() > begin && matches_anywhere(other)) out_.resize(begin);
                return;
            case condition::kind::both: return add_joint_matches(c);
        }
    }

private:
    std::span<const compiled_condition> children_of(const compiled_condition & c) const { return std::span(s_.in.conditions).subspan(c.begin, c.end - c.begin); }

    // With AND the anchors tell where one side begins, and nothing of the others.
    void add_joint_matches(const compiled_condition & c) {
        const auto begin = out_.size();
        add_anywhere(children_of(c)[0]);
        for (const auto & side : children_of(c).subspan(1)) {
            if (out_.size() == begin) return;
            const auto end = out_.size();
            add_anywhere(side);
            const std::vector<match> others(out_.begin() + static_cast<std::ptrdiff_t>(end), out_.end());
            out_.resize(others.empty() ? begin : end);
            for (auto m = begin; m < out_.size(); ++m) cover_nearest(out_[m], others);
        }
        keep_leftmost_longest(out_, begin);
    }

    void add_anywhere(const compiled_condition & c) {
        if (!s_.tokens.empty()) add_matches(c, 0, static_cast<std::uint32_t>(s_.tokens.size() - 1));
    }

    bool matches_anywhere(const compiled_condition & c) {
        const auto before = out_.size();
        add_anywhere(c);
        const bool any = out_.size() > before;
        out_.resize(before);
        return any;
    }

    const searched & s_;
    std::uint32_t query_;
    const context & where_;
    std::vector<match> & out_;
};

}  // namespace

std::vector<std::pair<std::uint32_t, text::word_id>> program::lone_anchors() const {
    std::vector<std::pair<std::uint32_t, text::word_id>> made;
    for (text::word_id w = 1; w < parts_->words; ++w)
        for (const auto & in : parts_->anchors)
            for (auto p = in.starts[w].lone; p < in.starts[w + 1].lone; ++p) made.emplace_back(in.lone[p].query, w);
    return made;
}

void program::verify(std::span<const candidate> of, const searched_words & in, const context & where, std::vector<match> & out) const {
    const auto begin = out.size();
    const searched s{in, *parts_, of.size() > 1};
    for (const auto & c : of) judge_of_conditions(s, c.query, where, out).add_matches(parts_->conditions[c.branch], c.first, c.last);
    if (s.all_starts) keep_leftmost_longest(out, begin);
}

}  // namespace rolewright::query
