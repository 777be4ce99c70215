// A pattern is tried where its anchor lets a match begin and its first word stands. From there a piece of code takes the
// set of places where it may begin and gives the set of places where it can end, so no way through a pattern is gone twice.
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

bool asked_for(std::uint32_t asked, const context & here) {
    const auto is = [](std::uint32_t wanted, const auto & found) { return wanted == 0 || (found && static_cast<std::uint32_t>(*found) + 1 == wanted); };
    return is(asked & 255, here.section) && is(asked >> 8 & 255, here.act) && is(asked >> 16 & 255, here.subject);
}

using code_at = const std::uint32_t *;

struct searched : searched_words {
    const program::parts & in;
    bool all_starts = false;  ///< matches may overlap: they are sorted out later
};

template <class Positions>
class matcher {
public:
    explicit matcher(const searched & s) : s_(s), size_(static_cast<std::uint32_t>(s.tokens.size())) {}

    /// The matches of the pattern at `at` that begin at words [first, last], each the longest.
    template <class F>
    void each_match(code_at at, std::uint32_t first, std::uint32_t last, F && found) const {
        const auto first_word = at + at[3];
        for (auto start = first; start <= last && start < size_; ++start) {
            // A look at the first word, before the whole is tried; where there is one place only, that is not worth it.
            if (first != last && !s_.in.is_one_of(s_.tokens[start].word, first_word)) continue;
            auto here = none();
            here.add(start);
            const auto ends = ends_of(at + 4, here);
            if (!ends.any() || ends.highest() <= start) continue;
            found(start, ends.highest());
            if (!s_.all_starts) start = ends.highest() - 1;
        }
    }

private:
    Positions none() const { return Positions(size_); }

    Positions ends_of(code_at at, Positions starts) const {
        const code::head head(*at);
        switch (head.what()) {
            case code::op::word: return after_word(at, starts);
            case code::op::row: {
                // Where its first piece may be missing, each start is asked for itself: no match begins in a gap.
                if (!code::head(at[code::header]).may_be_empty()) return behind_row(at, starts, none());
                auto ends = none();
                starts.each([&](std::uint32_t place) {
                    auto here = none();
                    here.add(place);
                    ends.add(behind_row(at, here, here));
                });
                return ends;
            }
            case code::op::choice: {
                auto ends = none();
                auto child = at + code::header;
                for (auto left = at[2]; left > 0; --left, child = code::behind(child)) ends.add(any_ends_of(child, starts));
                return ends;
            }
            case code::op::routed: {
                auto ends = none();
                starts.each([&](std::uint32_t place) {
                    if (place >= size_) return;
                    auto here = none();
                    here.add(place);
                    for (const auto to : s_.in.choices.of(at[2], s_.tokens[place].word)) ends.add(any_ends_of(at + at[code::header + to], here));
                });
                return ends;
            }
            case code::op::optional: {
                auto ends = any_ends_of(at + 2, starts);
                ends.add(starts);
                return ends;
            }
            case code::op::call: return ends_of(s_.in.code.data() + at[2], starts);
            default: return none();
        }
    }

    // `bare`: the start, while all pieces so far may be missing.
    Positions behind_row(code_at at, const Positions & starts, Positions bare) const {
        auto ends = starts;
        auto child = at + code::header;
        for (auto left = at[2]; left > 0 && ends.any(); --left, child = code::behind(child)) {
            const code::head piece(*child);
            if (piece.gap() > 0) {
                ends.remove(bare);
                ends.spread(piece.gap(), size_);
                ends.add(bare);
            }
            ends = any_ends_of(child, ends);
            if (!piece.may_be_empty()) bare = none();
        }
        return ends;
    }

    // Most pieces are words: no call for those.
    Positions any_ends_of(code_at at, const Positions & starts) const { return code::head(*at).what() == code::op::word ? after_word(at, starts) : ends_of(at, starts); }

    Positions after_word(code_at at, const Positions & starts) const {
        auto ends = none();
        starts.each([&](std::uint32_t place) {
            if (place < size_ && accepts(at, s_.tokens[place])) ends.add(place + 1);
        });
        return ends;
    }

    bool accepts(code_at at, const text::token & t) const {
        const code::head head(*at);
        if (head.strict() && t.before == text::gap_before::breaker && s_.between == marks::part) return false;
        return s_.in.is_one_of(t.word, at) && (!head.exact() || has_surface(t, s_.text, s_.in.surfaces[at[1 + head.operands()]]));
    }

    const searched & s_;
    std::uint32_t size_;
};

// A long span is cut down to the words that matches can reach.
template <class F>
void each_match(const searched & s, code_at at, std::uint32_t first, std::uint32_t last, F && found) {
    if (s.tokens.size() <= few_positions::most) return matcher<few_positions>(s).each_match(at, first, last, found);
    const auto reach = std::min<std::size_t>(s.tokens.size(), std::size_t{last} + at[2]);
    if (reach - first > few_positions::most) return matcher<many_positions>(s).each_match(at, first, last, found);
    const searched near{{s.text, s.tokens.subspan(first, reach - first), s.between}, s.in, s.all_starts};
    matcher<few_positions>(near).each_match(at, 0, last - first, [&](std::uint32_t a, std::uint32_t b) { found(a + first, b + first); });
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

    /// Appends the matches of the condition at `at` that begin at words [first, last].
    void add_matches(code_at at, std::uint32_t first, std::uint32_t last) {
        const auto begin = out_.size();
        switch (code::head(*at).what()) {
            case code::op::scope:
                if (asked_for(at[2], where_)) add_matches(at + code::header, first, last);
                return;
            case code::op::any:
                each_child(at, [&](code_at child, std::uint32_t) { add_matches(child, first, last); });
                return keep_leftmost_longest(out_, begin);
            case code::op::without:
                each_child(at, [&](code_at child, std::uint32_t number) {
                    if (number == 0) add_matches(child, first, last);
                    else if (out_.size() > begin && matches_anywhere(child)) out_.resize(begin);
                });
                return;
            case code::op::both: return add_joint_matches(at);
            default: return each_match(s_, at, first, last, [&](std::uint32_t a, std::uint32_t b) { out_.push_back({query_, a, b}); });
        }
    }

private:
    template <class F>
    static void each_child(code_at at, F && f) {
        auto child = at + code::header;
        for (std::uint32_t n = 0; n < at[2]; ++n, child = code::behind(child)) f(child, n);
    }

    // With AND the anchors tell where one side begins, and nothing of the others.
    void add_joint_matches(code_at at) {
        const auto begin = out_.size();
        each_child(at, [&](code_at side, std::uint32_t number) {
            if (number == 0) return add_anywhere(side);
            if (out_.size() == begin) return;
            const auto end = out_.size();
            add_anywhere(side);
            const std::vector<match> others(out_.begin() + static_cast<std::ptrdiff_t>(end), out_.end());
            out_.resize(others.empty() ? begin : end);
            for (auto m = begin; m < out_.size(); ++m) cover_nearest(out_[m], others);
        });
        keep_leftmost_longest(out_, begin);
    }

    void add_anywhere(code_at at) {
        if (!s_.tokens.empty()) add_matches(at, 0, static_cast<std::uint32_t>(s_.tokens.size() - 1));
    }

    bool matches_anywhere(code_at at) {
        const auto before = out_.size();
        add_anywhere(at);
        const bool any = out_.size() > before;
        out_.resize(before);
        return any;
    }

    const searched & s_;
    std::uint32_t query_;
    const context & where_;
    std::vector<match> & out_;
};

// All words are known to be right; what stands between them may part them.
void add_whole(const candidate & c, const searched_words & in, std::vector<match> & out) {
    if (in.between == marks::part)
        for (std::uint32_t i = 1; i < c.words; ++i)
            if (in.tokens[c.first + i].before == text::gap_before::breaker) return;
    out.push_back({c.query, c.first, c.first + c.words});
}

}  // namespace

std::vector<std::pair<std::uint32_t, text::word_id>> program::lone_anchors() const {
    std::vector<std::pair<std::uint32_t, text::word_id>> made;
    for (text::word_id w = 1; w < parts_->words; ++w)
        for (const auto & in : parts_->anchors) {
            const auto * role = &in.roles[in.role_of[w]];
            for (auto p = role->lone_begin; p < role->lone_end; ++p) made.emplace_back(in.lone.all[p].query, w);
        }
    return made;
}

void program::verify(std::span<const candidate> of, const searched_words & in, const context & where, std::vector<match> & out) const {
    const auto begin = out.size();
    const searched s{in, *parts_, of.size() > 1};
    for (const auto & c : of) {
        if (c.words) add_whole(c, in, out);
        else judge_of_conditions(s, c.query, where, out).add_matches(parts_->code.data() + c.branch, c.first, c.last);
    }
    if (s.all_starts) keep_leftmost_longest(out, begin);
}

}  // namespace rolewright::query
