// Words close to a figure decide what it is: those right behind it first, then those before it, then the label's.
#include "advert/facts/pay_line.hpp"

namespace rolewright::adverts {
namespace {

namespace g = grammar;

}  // namespace

pay_line::pay_line(const fact_words & in, std::size_t index, g::iterator begin, g::iterator end)
    : in_(in), index_(index), begin_(begin), end_(end), spoken_for_(in.lines()[index].label_fact == fact_name::salary) {}

bool pay_line::least_behind(g::iterator it) const {
    constexpr int farthest = 5;
    for (int i = 0; i < farthest && it != end_ && !it->is(fact_kind::number) && !it->is(fact_kind::comma); ++i, ++it)
        if (it->is(fact_kind::least)) return true;
    return false;
}

// The nearest words of the pack decide: those right behind the figure first, then those before it.
pay_verdict pay_line::judge(g::iterator first, g::iterator next, std::uint32_t after) const {
    constexpr std::uint32_t farthest_before = 90, farthest_behind = 40;
    const auto & s = in_.lines()[index_];
    const auto hits = in_.hits(index_);
    pay_verdict v;
    v.rank = spoken_for_ ? 6 : s.kind == section_kind::pay ? 2 : s.kind == section_kind::benefits || s.kind == section_kind::employer ? -2 : 0;
    if (s.label_fact != fact_name::none && !spoken_for_) v.rank -= 2;
    const auto end = std::prev(next)->text.end;
    const auto * behind = nearest_behind(hits, fact_name::salary, end);
    const auto * before = nearest_before(hits, fact_name::salary, first->text.begin);
    const auto is = [](const value_hit * h, std::string_view what) { return h && h->rule->value == what; };
    if (behind && (behind->where.begin - end > farthest_behind || parted_before(next, behind->where.begin) || heads_next_figure(*behind))) behind = nullptr;
    if (before && (first->text.begin - before->where.end > farthest_before || before->where.end < after)) before = nullptr;
    if (is(behind, "not") || is(behind, "ote") || is(before, "ote")) v.other_money = true;
    // "$1,000 sign-on bonus; $28/hr": the words belong to the figure before them.
    const bool of_the_last = after > s.text.begin && ((first->parted && !first->opened) || (first != begin_ && std::prev(first)->is(fact_kind::comma)));
    if (is(before, "not") && !of_the_last && !is(behind, "near") && !is(behind, "base")) v.other_money = true;
    const bool extra = first != begin_ && std::prev(first)->is(fact_kind::plus) && after > s.text.begin && std::prev(first)->text.begin >= after;
    if (extra) v.other_money = true;
    if (is(before, "near") || is(behind, "near")) v.rank += 2;
    if (is(before, "base") || is(behind, "base")) v.rank += 4;
    if (is(before, "actual") || is(behind, "actual") || (is(before, "pro-rata") && first->text.begin - before->where.end <= 2) || (first->equals && after > s.text.begin)) v.actual = true;
    v.odd_period = is(behind, "odd-period");
    if (full_time_rate(first, next)) v.full_time = true;
    return v;
}

// A comma, a plus, an "and" or a stop parts what stands behind a figure from it.
bool pay_line::parted_before(g::iterator it, std::uint32_t until) const {
    for (; it != end_ && it->text.begin < until; ++it)
        if (it->is(fact_kind::comma) || it->is(fact_kind::plus) || it->is(fact_kind::both) || it->is(fact_kind::dot) || it->is(fact_kind::number) || it->is(fact_kind::currency)) return true;
    return false;
}

// "£30k OTE £45k": the word heads the figure right behind it.
bool pay_line::heads_next_figure(const value_hit & h) const {
    for (auto it = begin_; it != end_; ++it)
        if (it->text.begin >= h.where.end) return it->is(fact_kind::currency) && !it->parted;
    return false;
}

// "£26,000 FTE", "FTE £26,000", but not "0.6 FTE".
bool pay_line::full_time_rate(g::iterator first, g::iterator next) const {
    constexpr int farthest = 3;
    auto it = next;
    for (int i = 0; i < farthest && it != end_ && !it->is(fact_kind::number); ++i, ++it)
        if (it->is(fact_kind::fte) && !it->equals) return true;
    if (first == begin_) return false;
    auto before = std::prev(first);
    if (before->is(fact_kind::of) && before != begin_ && std::prev(before)->is(fact_kind::fte)) return true;
    return before->is(fact_kind::fte) && !first->equals && (before == begin_ || !std::prev(before)->is(fact_kind::number));
}

std::optional<pay_period> pay_line::period_behind(g::iterator it) const {
    constexpr int farthest = 7;
    bool opened = false;
    for (int i = 0; i < farthest && it != end_; ++i, ++it) {
        if (it->is(fact_kind::number) || it->is(fact_kind::currency)) return std::nullopt;
        if ((it->is(fact_kind::period) && (opened || i <= 1 || it->is(fact_kind::periodic))) || (i <= 2 && it->is(fact_kind::periodic))) return static_cast<pay_period>(it->value);
        opened = it->is(fact_kind::per) || it->is(fact_kind::slash);
    }
    return std::nullopt;
}

std::optional<pay_period> pay_line::period_before(std::uint32_t at) const {
    constexpr int farthest = 6;
    const auto & s = in_.lines()[index_];
    if (spoken_for_)
        if (const auto period = period_of_label(s.label)) return period;
    auto it = begin_;
    while (it != end_ && it->text.end <= at) ++it;
    for (int i = 0; i < farthest && it != begin_; ++i) {
        --it;
        if (it->is(fact_kind::number)) return std::nullopt;
        if (it->is(fact_kind::periodic)) return static_cast<pay_period>(it->value);
    }
    return std::nullopt;
}

std::optional<pay_period> pay_line::period_of_label(range label) const {
    std::vector<fact_token> words;
    fact_tokens(in_.text(), label, {}, in_.set, words);
    for (const auto & t : words)
        if (t.is(fact_kind::period) || t.is(fact_kind::periodic)) return static_cast<pay_period>(t.value);
    return std::nullopt;
}

}  // namespace rolewright::adverts
