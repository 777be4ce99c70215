// "37.5 hours per week", "Hours: 37.5", "18 hours 45 minutes a week", "0.6 FTE". A stated week speaks loudest, then a label,
// then words like "part time" before; hours of a day, a shift, a notice or a training are no working week.
#include "advert/facts/hours.hpp"

#include "advert/facts/grammar.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

namespace rolewright::adverts {

struct hours_words {
    fact_token least;
    std::optional<fact_token> most;
    fact_token unit;
    std::optional<fact_token> minutes;
};
struct fraction_words {
    fact_token least;
    std::optional<fact_token> most, percent, unit;
};

}  // namespace rolewright::adverts

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::hours_words, least, most, unit, minutes)
BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::fraction_words, least, most, percent, unit)

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

constexpr double fewest_hours = 2, most_hours = 80, full_week = 30;
constexpr int farthest_week = 4, farthest_pattern = 4;

inline constexpr auto is_week = [](const fact_token & t) { return t.value == static_cast<std::uint8_t>(pay_period::week); };
constexpr g::of_kind_where<decltype(is_week)> week{fact_kind::period, is_week};

const auto range_end = x3::omit[(g::to | g::both | g::dash | g::slash) >> -g::up >> -g::to] >> g::number;
const auto minutes_of = x3::rule<struct minutes_tag, fact_token>("minutes") = x3::omit[-g::both >> -g::comma] >> g::number >> x3::omit[g::minutes];
const auto hours_of = x3::rule<struct hours_tag, hours_words>("hours") =
    g::number >> -range_end >> x3::omit[-g::plus >> -g::dash] >> g::hours >> -minutes_of;
// "Hours per week – 37.5", "Hours: 37.5".
const auto hours_first = x3::rule<struct hours_first_tag, fact_token>("hours first") = x3::omit[g::hours >> -(-(g::per | g::slash) >> week) >> *(g::dash | g::of | g::dot | g::up | g::per)] >> g::number;
// "… hours of work are 37.5 per week": the number without its unit.
const auto number_a_week = x3::rule<struct number_a_week_tag, fact_token>("number a week") = g::number >> x3::omit[+(g::per | g::slash) >> week];
inline constexpr auto is_full = [](const fact_token & t) { return t.value == 1; };
constexpr g::of_kind_where<decltype(is_full)> full{fact_kind::full, is_full};
const auto full_time_equivalent = x3::omit[full >> -g::dash >> -g::kind(fact_kind::full) >> g::kind(fact_kind::either)];
const auto fraction_of = x3::rule<struct fraction_tag, fraction_words>("fraction") = g::number >> -range_end >> -g::percent >> (g::fte | (x3::omit[g::of >> -g::per] >> full));
const auto fraction_behind = x3::rule<struct fraction_behind_tag, fraction_words>("fraction behind") = x3::omit[(g::fte | full_time_equivalent) >> *(g::dash | g::of)] >> g::number >> -range_end >> -g::percent >> x3::attr(std::optional<fact_token>());

inline constexpr auto is_day = [](const fact_token & t) { return t.value == static_cast<std::uint8_t>(pay_period::day) && !t.is(fact_kind::periodic); };
constexpr g::of_kind_where<decltype(is_day)> days{fact_kind::period, is_day};
const auto days_of = x3::rule<struct days_tag, fact_token>("days") = g::number >> x3::omit[days >> *(g::per | g::slash) >> week];

struct found_hours {
    double value;
    range where;
    int rank;
    bool a_range;
    bool week_behind;
};

// 19.00 and 8.30 are times of the day, 18.75 is not.
bool reads_like_a_clock(const fact_token & t, std::string_view text) {
    const auto figures = t.text.of(text);
    if (figures.size() == 4 && t.decimals == 0 && t.number >= 0 && t.number < 2400 && (figures[0] == '0' || t.number >= 100)) return true;
    if (t.decimals != 2 || figures.size() < 4) return false;
    const auto minutes = figures.substr(figures.size() - 2);
    return t.number < 24 && (minutes == "00" || minutes == "15" || minutes == "30" || minutes == "45");
}

class hours_reader {
public:
    explicit hours_reader(const fact_words & in) : in_(in) {}

    void read(advert_facts & to) {
        for (index_ = 0; index_ < in_.lines().size(); ++index_) read_statement(to);
        settle_hours(to.hours_per_week);
    }

private:
    void read_statement(advert_facts & to) {
        const auto & s = in_.lines()[index_];
        const bool of_days = s.may_hold(fact_kind::of_day) && s.may_hold(fact_kind::of_week), of_whole = s.may_hold(fact_kind::full) && s.may_hold(bit(fact_kind::of) | bit(fact_kind::either));
        const bool of_time = s.may_hold(bit(fact_kind::hours) | bit(fact_kind::fte)) || of_days || of_whole || s.label_fact == fact_name::hours_per_week;
        if (!s.may_hold(fact_kind::number) || !of_time) return;
        const auto tokens = in_.tokens(index_);
        begin_ = tokens.data();
        end_ = begin_ + tokens.size();
        const auto first_of_statement = found_.size();
        for (auto it = begin_; it != end_;) {
            const auto from = it;
            if (it->is(fact_kind::number) && read_amount(it)) continue;
            if (it->is(fact_kind::hours) && read_behind(it)) continue;
            if (it->is(fact_kind::number) && read_a_week(it)) continue;
            if (s.label_fact == fact_name::hours_per_week && it->is(fact_kind::number) && found_.size() == first_of_statement) read_bare(*it);
            if (it->is(fact_kind::number) || it->is(fact_kind::fte) || it->is(fact_kind::full)) read_fraction(it, to.fte);
            if (from->is(fact_kind::number)) read_days(from, to.days_per_week);
            if (it == from) ++it;
        }
        share_week(first_of_statement);
    }

    bool read_amount(g::iterator & it) {
        hours_words q;
        auto next = it;
        if (!x3::parse(next, end_, hours_of, q)) return false;
        const auto & s = in_.lines()[index_];
        const auto from = it;
        it = next;
        if (refused(from, next)) return true;
        double value = q.least.number;
        if (q.minutes && q.minutes->number < 60) value += q.minutes->number / 60;
        const bool a_range = q.most && q.most->number != q.least.number;
        bool weekly = q.unit.is(fact_kind::period) && is_week(q.unit);
        auto behind = next;
        for (int i = 0; i < farthest_week && behind != end_ && !weekly; ++i, ++behind) {
            if (behind->is(fact_kind::number) || behind->is(fact_kind::comma)) break;
            weekly = behind->is(fact_kind::period) && is_week(*behind) && (behind == next || std::prev(behind)->is_any_of(fact_kind::per, fact_kind::slash, fact_kind::dash));
        }
        if (!weekly && of_fortnight(next)) value /= 2;
        int rank = 0;
        if (weekly) rank = 4 - (from->opened || up_to(from) ? 1 : 0);
        else if (reads_like_a_clock(q.least, in_.text())) return true;
        else if (s.label_fact == fact_name::hours_per_week) rank = 4;
        else if (s.kind == section_kind::pay && s.form != statement_form::sentence) rank = 3;
        else if (pattern_before(from)) rank = 2;
        else if (from == begin_) rank = 2;
        else if (value >= full_week || (s.may_hold(fact_kind::currency) && stands_alone(from, next))) rank = 1;
        if (rank < 2 && value >= full_week && weekday_behind(next)) rank = 2;
        if (s.kind == section_kind::benefits && s.label_fact != fact_name::hours_per_week) rank = of_the_post_among_benefits(value, rank) ? 1 : 0;
        if (someone_elses(from)) rank = std::min(rank, 2) - 1;
        if (value < fewest_hours || value > most_hours) return true;
        found_.push_back({value, {from->text.begin, std::prev(next)->text.end}, rank, a_range, weekly});
        return true;
    }

    bool read_behind(g::iterator & it) {
        fact_token number;
        auto next = it;
        if (!x3::parse(next, end_, hours_first, number) || (next != end_ && (next->is(fact_kind::percent) || next->is(fact_kind::hours) || next->is(fact_kind::noon) || next->is(fact_kind::period)))) return false;
        const bool weekly = std::any_of(it == begin_ ? it : std::prev(it), next, [](const fact_token & t) { return t.is(fact_kind::period) && is_week(t); });
        const bool heads_line = (it == begin_ || it->parted || std::prev(it)->is(fact_kind::dot)) && (std::prev(next)->parted || std::prev(next, 2)->is(fact_kind::dash));
        if ((!weekly && !heads_line) || number.number < fewest_hours || number.number > most_hours || reads_like_a_clock(number, in_.text())) return false;
        if (next != end_ && (next->is(fact_kind::to) || next->is(fact_kind::dash)) && std::next(next) != end_ && std::next(next)->is(fact_kind::number)) return false;
        found_.push_back({number.number, number.text, 4, false, weekly});
        it = next;
        return true;
    }

    bool read_a_week(g::iterator & it) {
        constexpr int farthest = 5;
        fact_token number;
        auto next = it;
        if (!x3::parse(next, end_, number_a_week, number)) return false;
        bool of_hours = in_.lines()[index_].label_fact == fact_name::hours_per_week;
        auto before = it;
        for (int i = 0; i < farthest && before != begin_ && !(--before)->is(fact_kind::number); ++i) of_hours = of_hours || before->is(fact_kind::hours);
        if (!of_hours || number.number < fewest_hours || number.number > most_hours) return false;
        found_.push_back({number.number, number.text, 4, false, true});
        it = next;
        return true;
    }

    // What the pack says of the hours with words that begin within [begin, end).
    bool said(std::string_view what, std::uint32_t begin, std::uint32_t end) const {
        return says(in_.hits(index_), fact_name::hours_per_week, what, [&](range r) { return r.begin >= begin && r.begin < end; });
    }
    bool said_at(const fact_token & t, std::string_view what) const { return said(what, t.text.begin, t.text.begin + 1); }

    // Behind a label a bare number is hours ("30 pw"), unless it is a time of the day, a count of days or weeks, or a fraction.
    void read_bare(const fact_token & t) {
        const auto * next = &t + 1;
        const bool unit = next != end_ && !said_at(*next, "a-week") &&
                          (said_at(*next, "weeks") || next->is_any_of(fact_kind::noon, fact_kind::period, fact_kind::fte, fact_kind::copies, fact_kind::percent, fact_kind::to) || (next->is(fact_kind::dash) && next + 1 != end_ && (next + 1)->is(fact_kind::number)));
        const bool clock = next != end_ && next->parted && !next->opened && next->is(fact_kind::number);
        if (unit || clock || t.digits == 0 || t.number < fewest_hours || t.number > most_hours || reads_like_a_clock(t, in_.text())) return;
        found_.push_back({t.number, t.text, 3, false, false});
    }

    void read_fraction(g::iterator & it, fact<double> & to) {
        fraction_words f;
        auto next = it;
        if (!x3::parse(next, end_, fraction_of, f) && (next = it, !x3::parse(next, end_, fraction_behind, f))) return;
        const range where{it->text.begin, std::prev(next)->text.end};
        it = next;
        const double value = f.percent ? f.least.number / 100 : f.least.number;
        if (f.most || value <= 0 || value > 1) {
            if (f.most && value > 0 && value <= 1) several_fractions_ = true, to.value.reset(), to.ranges.push_back(where);
            return;
        }
        to.ranges.push_back(where);
        several_fractions_ = several_fractions_ || (to.value && *to.value != value);
        to.value = value;
        if (several_fractions_) to.value.reset();
    }

    // "3 days a week"; seven are the service's, and of hybrid work they are the office's.
    void read_days(g::iterator it, fact<double> & to) {
        fact_token number;
        auto next = it;
        const auto & s = in_.lines()[index_];
        if (s.kind == section_kind::employer || s.kind == section_kind::benefits || of_hybrid_work() || !x3::parse(next, end_, days_of, number)) return;
        if (number.number < 0.5 || number.number > 6) return;
        to.ranges.push_back({it->text.begin, std::prev(next)->text.end});
        if (to.ranges.size() == 1) to.value = number.number;
        else if (to.value != number.number) to.value.reset();
    }

    bool of_hybrid_work() const {
        const auto & s = in_.lines()[index_];
        return s.says(fact_name::workplace) || s.says(fact_name::office_days) || s.says(fact_name::home_days);
    }

    // A day's or a shift's hours, notice, training, opening times.
    bool refused(g::iterator from, g::iterator next) const {
        constexpr std::uint32_t farthest = 30;
        for (auto it = next; it != end_ && it - next < 3; ++it) {
            if (it->is(fact_kind::number)) break;
            if (it->is(fact_kind::shift)) return true;
            const bool other_period = it->is(fact_kind::period) && !is_week(*it) && !it->is(fact_kind::hours);
            if (other_period && (it == next || std::prev(it)->is(fact_kind::per) || std::prev(it)->is(fact_kind::slash))) return true;
        }
        for (const auto & h : in_.hits(index_)) {
            if (h.rule->about != fact_name::hours_per_week || h.rule->value != "not") continue;
            const auto begin = from->text.begin, end = std::prev(next)->text.end;
            if (h.where.overlaps({begin, end}) || (h.where.end <= begin && begin - h.where.end < farthest) || (h.where.begin >= end && h.where.begin - end < farthest)) return true;
        }
        return false;
    }

    // "full time is a 35 hour week": everybody's, not this post's.
    bool someone_elses(g::iterator from) const {
        constexpr std::uint32_t farthest = 25;
        const auto * said = nearest_before(in_.hits(index_), fact_name::hours_per_week, from->text.begin);
        return said && said->rule->value == "whole" && from->text.begin - said->where.end < farthest;
    }

    bool pattern_before(g::iterator from) const {
        for (int i = 0; i < farthest_pattern && from != begin_; ++i)
            if ((--from)->is(fact_kind::full)) return true;
        return false;
    }

    // "up to 60 hours": the most, not the rule.
    bool up_to(g::iterator from) const { return from - begin_ > 1 && std::prev(from)->is(fact_kind::to) && std::prev(from, 2)->is(fact_kind::up); }

    // "£18 an hour, 15 hours, which days is up to you"
    bool stands_alone(g::iterator from, g::iterator next) const {
        const bool begins = from != begin_ && !from->opened && (from->parted || std::prev(from)->is_any_of(fact_kind::comma, fact_kind::dot, fact_kind::dash));
        return begins && (next == end_ || next->parted || next->is_any_of(fact_kind::comma, fact_kind::dot, fact_kind::dash));
    }

    // "76 hours a fortnight"
    bool of_fortnight(g::iterator next) const {
        constexpr std::uint32_t nearest = 12;
        const auto end = std::prev(next)->text.end;
        return said("fortnight", end, end + nearest);
    }

    // "42.5 hours, Monday to Friday"
    bool weekday_behind(g::iterator next) const {
        for (int i = 0; i < farthest_week && next != end_ && !next->is(fact_kind::number); ++i, ++next)
            if (next->is(fact_kind::weekday)) return true;
        return false;
    }

    // "Package: £30,000, 37.5 hours, a van", "40 hours Monday to Friday"; but "40 hours of paid leave".
    bool of_the_post_among_benefits(double value, int rank) const {
        const bool pay_too = in_.lines()[index_].may_hold(fact_kind::currency);
        return value >= full_week && (rank >= 2 || pay_too);
    }

    // "one of 20 hours and one of 15 hours a week": the week holds for both.
    void share_week(std::size_t first) {
        constexpr std::uint32_t farthest = 25;
        for (auto i = found_.size(); i > first + 1; --i) {
            auto & a = found_[i - 2];
            const auto & b = found_[i - 1];
            if (b.week_behind && !a.week_behind && b.where.begin - a.where.end < farthest) a.rank = b.rank, a.week_behind = true;
        }
    }

    void settle_hours(fact<double> & to) {
        std::erase_if(found_, [](const auto & f) { return f.rank < 1; });
        std::stable_sort(found_.begin(), found_.end(), [](const auto & a, const auto & b) { return a.rank > b.rank; });
        for (const auto & f : found_) to.ranges.push_back(f.where);
        if (found_.empty()) return;
        const auto & best = found_.front();
        const bool one = std::all_of(found_.begin(), found_.end(), [&](const auto & f) { return f.rank < best.rank || (f.value == best.value && !f.a_range); });
        if (one) to.value = best.value;
    }

    const fact_words & in_;
    std::size_t index_ = 0;
    g::iterator begin_ = nullptr, end_ = nullptr;
    std::vector<found_hours> found_;
    bool several_fractions_ = false;
};

}  // namespace

void read_hours(const fact_words & in, advert_facts & to) { hours_reader(in).read(to); }

}  // namespace rolewright::adverts
