// Every chain of amounts with a currency (or behind a pay label) is a candidate. A label, the pack's words for pay before
// it, a stated period, a range and a plausible size speak for it; the pack's words for other money (a bonus, a budget)
// next to it against. Where no period is stated, the size of the figure makes it certain.
#include "advert/facts/pay.hpp"

#include "advert/facts/pay_choice.hpp"
#include "advert/facts/pay_grammar.hpp"
#include "text/currency.hpp"

#include <set>

namespace rolewright::adverts {
namespace {

namespace g = grammar;

// What one pound's worth of pay is in a currency, roughly: sizes are judged in it.
double worth_of_a_pound(std::string_view code) {
    constexpr std::pair<std::string_view, double> worth[] = {{"PLN", 5}, {"SEK", 13}, {"NOK", 13}, {"DKK", 9}, {"CZK", 30}, {"HUF", 450}, {"RON", 6}, {"ZAR", 23}, {"INR", 50},
                                                             {"JPY", 190}, {"KRW", 1700}, {"MXN", 23}, {"BRL", 7}, {"HKD", 10}, {"PHP", 40}, {"KES", 100}, {"NGN", 1000}, {"ISK", 170}};
    for (const auto & [c, w] : worth)
        if (c == code) return w;
    return 1;
}

// Sizes that only one period can have.
pay_period period_of_size(double pounds) {
    if (pounds < 150) return pay_period::hour;
    if (pounds < 700) return pay_period::day;
    if (pounds < 1500) return pay_period::week;
    if (pounds < 7000) return pay_period::month;
    return pay_period::year;
}

bool plausible(double pounds, pay_period per) {
    switch (per) {
        case pay_period::hour: return pounds >= 3 && pounds <= 500;
        case pay_period::day: return pounds >= 25 && pounds <= 3000;
        case pay_period::week: return pounds >= 60 && pounds <= 10000;
        case pay_period::month: return pounds >= 200 && pounds <= 60000;
        case pay_period::year: return pounds >= 2000 && pounds <= 2000000;
    }
    return false;
}

// Where people write a comma for the point, "22,64" is no slip.
bool points_with_a_stop(std::string_view code) { return code == "GBP" || code == "USD" || code == "AUD" || code == "NZD" || code == "CAD" || code == "INR" || code == "JPY"; }

constexpr double least_uncoded = 8000;  // a figure without a sign: no smaller one is a year's pay

struct sized_amount {
    double value = 0;
    bool has_code = false;  ///< a currency stands on it
    bool open = false;      ///< "$60k+"
    std::optional<pay_period> stated;
};

class pay_reader {
public:
    explicit pay_reader(const fact_words & in) : in_(in) {}

    std::vector<pay_candidate> read() {
        for (index_ = 0; index_ < in_.lines().size(); ++index_) read_statement();
        return std::move(candidates_);
    }

private:
    void read_statement() {
        const auto & s = in_.lines()[index_];
        if (s.placeholder || !s.figures || s.text.of(in_.text()).find_first_of("0123456789") == std::string_view::npos) return;
        marked_.assign(in_.tokens(index_).begin(), in_.tokens(index_).end());
        if (marked_.empty()) return;
        mark_currencies();
        begin_ = marked_.data();
        end_ = begin_ + marked_.size();
        spoken_for_ = s.label_fact == "salary";
        line_period_.reset();
        line_candidates_ = candidates_.size();
        std::uint32_t last_chain_end = s.text.begin;
        for (auto it = begin_; it != end_;) {
            pay_chain found;
            auto next = it;
            if (!begins_pay(*it) || (it != begin_ && it->glued && !std::prev(it)->is(fact_kind::dash) && !it->is(fact_kind::currency) && is_word(*std::prev(it))) || !parse_pay(next, end_, found)) {
                ++it;
                continue;
            }
            add(found, it, next, last_chain_end);
            last_chain_end = std::prev(next)->text.end;
            it = next;
        }
    }

    static bool is_word(const fact_token & t) { return t.is(fact_kind::other); }

    // Letters that are money only here: "kr" and "R" in their countries, and any code of ISO 4217 beside a number.
    void mark_currencies() {
        for (std::size_t i = 0; i < marked_.size(); ++i) {
            auto & t = marked_[i];
            if (!t.is(fact_kind::other) || t.text.size() > 4) continue;
            const bool beside = (i + 1 < marked_.size() && marked_[i + 1].is(fact_kind::number)) || (i > 0 && (marked_[i - 1].is(fact_kind::number) || marked_[i - 1].is(fact_kind::times)));
            if (!beside) continue;
            const auto word = t.text.of(in_.text());
            if (word.size() == 3 && text::is_currency(word) && in_.set.words.find(text::fold(word)) == text::no_word) t.code = intern(word);
            else if (word == home_sign()) t.code = home();
            if (!t.code.empty()) t.kinds = std::uint64_t{1} << static_cast<unsigned>(fact_kind::currency);
        }
    }

    std::string_view intern(std::string_view code) { return *codes_.emplace(code).first; }

    std::string_view home() {
        if (!home_) home_ = text::currency_of_country(in_.country);
        return *home_;
    }
    std::string_view home_sign() {
        if (!home_sign_) home_sign_ = in_.country.empty() ? std::string() : text::sign_of_currency(home());
        return *home_sign_;
    }

    // A bare "$" means the country's money where that is written so.
    std::string code_of(const pay_amount & a) {
        const auto & t = a.before.empty() ? a.behind.front() : a.before.front();
        const auto sign = t.text.of(in_.text());
        if (sign == "$" && home_sign() == "$") return std::string(home());
        return std::string(t.code);
    }

    std::vector<sized_amount> sizes_of(const pay_chain & c) {
        std::vector<const pay_amount *> all{&c.first};
        for (const auto & s : c.more) all.push_back(&s.amount);
        std::vector<sized_amount> made;
        for (const auto * a : all) {
            sized_amount m{a->number.number, !a->before.empty() || !a->behind.empty(), a->plus.has_value(), std::nullopt};
            for (const auto & group : a->groups) m.value = m.value * 1000 + group.number;
            if (a->times) m.value *= a->times->number;
            if (a->period) m.stated = static_cast<pay_period>(a->period->value);
            else if (a->times && a->times->is(fact_kind::period)) m.stated = static_cast<pay_period>(a->times->value);
            made.push_back(m);
        }
        // "£32 – £38k", "£25k-30", "6-8 LPA": the thousand holds for both; "£25 - 30,000" means it too.
        for (std::size_t i = 0; i + 1 < made.size(); ++i) {
            const auto & a = *all[i];
            const auto & b = *all[i + 1];
            if (b.times && !a.times && made[i].value < b.number.number * 3 && made[i].value < 1000) made[i].value *= b.times->number;
            else if (a.times && !b.times && made[i + 1].value < 1000 && made[i + 1].value >= a.number.number) made[i + 1].value *= a.times->number;
            else if (b.number.slip && b.number.decimals == 2 && made[i].value >= 1000 && made[i + 1].value * 100 < made[i].value) made[i + 1].value *= 1000;  // "£25,000 - £30,00"
            else if (made[i].value < 1000 && made[i + 1].value >= 10000 && made[i].value * 1000 <= made[i + 1].value && (made[i].has_code || b.before.empty()) && made[i].value * 1000 * 6 > made[i + 1].value) made[i].value *= 1000;
        }
        return made;
    }

    void add(const pay_chain & c, g::iterator first, g::iterator next, std::uint32_t after) {
        if (next != end_ && next->is(fact_kind::percent)) return;
        auto sizes = sizes_of(c);
        const bool any_code = std::any_of(sizes.begin(), sizes.end(), [](const auto & a) { return a.has_code; });
        const bool grouped = !c.first.groups.empty() || std::any_of(c.more.begin(), c.more.end(), [](const auto & s) { return !s.amount.groups.empty(); });
        if (!any_code && grouped) return;
        pay_candidate base;
            base.where = {first->text.begin, std::prev(next)->text.end};
        bool from_word = false;
        const pay_amount * coded = !c.first.before.empty() || !c.first.behind.empty() ? &c.first : nullptr;
        for (const auto & s : c.more)
            if (!coded && (!s.amount.before.empty() || !s.amount.behind.empty())) coded = &s.amount;
        if (coded) {
            base.value.currency = code_of(*coded);
            const auto & t = coded->before.empty() ? coded->behind.front() : coded->before.front();
            from_word = t.text.size() > 3;
        } else {
            if (!looks_like_pay(c, sizes, first, next)) return;
            base.value.currency = home();
        }
        if (base.value.currency.empty()) return;
        const auto verdict = judge(first, next, after);
        if (verdict.other_money) return;
        base.rank = verdict.rank - (from_word && !spoken_for_ ? 3 : 0);
        base.full_time = verdict.full_time;
        base.actual = verdict.actual;
        odd_period_ = verdict.odd_period;
        base.slip = slips(c, base.value.currency);
        if (coded == nullptr && verdict.rank < 0) return;
        if (coded && (first == begin_ || line_candidates_ < candidates_.size())) ++base.rank;

        // One chain may hold several: "£12 an hour / £24,000 a year", "Band 3 - £19,737 – £21,142".
        for (std::size_t i = 0; i < sizes.size();) {
            auto end = i + 1;
            while (end < sizes.size() && goes_with(sizes[end - 1], sizes[end])) ++end;
            const bool whole = i == 0 && end == sizes.size();
            const bool uncoded_remnant = any_code && !whole && std::none_of(sizes.begin() + static_cast<std::ptrdiff_t>(i), sizes.begin() + static_cast<std::ptrdiff_t>(end), [](const auto & a) { return a.has_code; });
            if (!uncoded_remnant) add_range(base, std::span(sizes).subspan(i, end - i), i == 0 ? c.limit : std::nullopt, next, end == sizes.size());
            i = end;
        }
    }

    static bool goes_with(const sized_amount & a, const sized_amount & b) {
        if (a.stated && b.stated && *a.stated != *b.stated) return false;
        return b.value <= 6 * a.value && b.value >= 0.5 * a.value;
    }

    void add_range(pay_candidate made, std::span<const sized_amount> of, const std::optional<fact_token> & limit, g::iterator next, bool last) {
        double low = of.front().value, high = low;
        std::optional<pay_period> stated;
        for (const auto & a : of) {
            low = std::min(low, a.value);
            high = std::max(high, a.value);
            if (a.stated) stated = a.stated;
        }
        const double worth = worth_of_a_pound(made.value.currency);
        if (!stated && last) stated = period_behind(next);
        if (!stated) stated = period_before(made.where.begin);
        // "£8.20 per hour under 21, £11.44 over 21": what was said of the figure before holds.
        if (!stated && line_period_ && period_of_size(high / worth) == *line_period_) stated = line_period_;
        if (!stated && odd_period_ && high / worth < least_uncoded) return;
        if (stated) line_period_ = stated;
        if (stated && !plausible(high / worth, *stated) && plausible(high / worth, period_of_size(high / worth))) stated.reset();  // "£23,300 per hour"
        made.value.per = stated.value_or(period_of_size(high / worth));
        if (!plausible(high / worth, made.value.per) || !plausible(low / worth, made.value.per)) return;
        made.value.min = low;
        made.value.max = high;
        if (of.size() == 1 || low == high) {
            const bool goes_on = limit && limit->is(fact_kind::to) && line_candidates_ < candidates_.size();  // "£37,338 … rising to £44,962"
            if (limit && !goes_on) limit->is(fact_kind::up) || limit->is(fact_kind::to) ? made.value.min.reset() : made.value.max.reset();
            else if (of.back().open || (last && least_behind(next))) made.value.max.reset();
        }
        made.rank += (stated ? 2 : 0) + (high > low ? 2 : 0) + (made.value.per == pay_period::year && high / worth >= 10000 ? 1 : 0);
        if (made.rank >= 1) candidates_.push_back(std::move(made));
    }

    // "(KV-Mindestgehalt)", "per month minimum": the word stands soon behind.
    bool least_behind(g::iterator it) const {
        constexpr int farthest = 5;
        for (int i = 0; i < farthest && it != end_ && !it->is(fact_kind::number) && !it->is(fact_kind::comma); ++i, ++it)
            if (it->is(fact_kind::least)) return true;
        return false;
    }

    // Without a sign a figure is pay only where pay is spoken of, or where it is all that the line says, and only if it
    // has the size of a year's pay or a stated period.
    bool looks_like_pay(const pay_chain & c, const std::vector<sized_amount> & sizes, g::iterator first, g::iterator next) const {
        const bool large = std::all_of(sizes.begin(), sizes.end(), [](const auto & a) { return a.value >= least_uncoded; });
        const auto & s = in_.lines()[index_];
        const bool other_label = !s.label_fact.empty() && !spoken_for_;
        if (other_label || c.first.number.slip) return false;
        const bool alone = first == begin_ && next == end_;
        const auto * before = nearest_before(in_.hits(index_), "salary", first->text.begin);
        const bool told = spoken_for_ || (before && before->rule->value != "not" && before->rule->value != "ote" && first->text.begin - before->where.end < 40);
        if (large) {
            const bool year = sizes.size() == 1 && c.first.number.digits == 4 && sizes[0].value <= 2100;
            constexpr int few_words = 3;
            const bool short_line = next == end_ && end_ - begin_ <= few_words && c.first.times;  // "circa 30k"
            return !year && (told || short_line || (alone && sizes.size() > 1));
        }
        const auto & last = c.more.empty() ? c.first : c.more.back().amount;
        if (alone && last.period && last.number.decimals == 2 && (!last.period->is(fact_kind::hours) || std::prev(next, 2)->is(fact_kind::per))) return true;
        return told && spoken_for_ && last.period && !std::prev(next, 1)->is(fact_kind::hours) && sizes.back().value > 3;
    }

    bool slips(const pay_chain & c, std::string_view code) const {
        const auto slip = [&](const fact_token & n) { return n.slip && (n.decimals == 0 || points_with_a_stop(code)); };
        return slip(c.first.number) || std::any_of(c.more.begin(), c.more.end(), [&](const auto & s) { return slip(s.amount.number); });
    }

    struct verdict {
        int rank = 0;
        bool other_money = false, full_time = false, actual = false;
        bool odd_period = false;  ///< paid by the session, every two weeks, …
    };

    // The nearest words of the pack decide: those right behind the figure first, then those before it.
    verdict judge(g::iterator first, g::iterator next, std::uint32_t after) const {
        constexpr std::uint32_t farthest_before = 90, farthest_behind = 40;
        const auto & s = in_.lines()[index_];
        const auto hits = in_.hits(index_);
        verdict v;
        v.rank = spoken_for_ ? 6 : s.kind == section_kind::pay ? 2 : s.kind == section_kind::benefits || s.kind == section_kind::employer ? -2 : 0;
        if (!s.label_fact.empty() && !spoken_for_) v.rank -= 2;
        const auto end = std::prev(next)->text.end;
        const auto * behind = nearest_behind(hits, "salary", end);
        const auto * before = nearest_before(hits, "salary", first->text.begin);
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
    bool parted_before(g::iterator it, std::uint32_t until) const {
        for (; it != end_ && it->text.begin < until; ++it)
            if (it->is(fact_kind::comma) || it->is(fact_kind::plus) || it->is(fact_kind::both) || it->is(fact_kind::dot) || it->is(fact_kind::number) || it->is(fact_kind::currency)) return true;
        return false;
    }

    // "£30k OTE £45k": the word heads the figure right behind it.
    bool heads_next_figure(const value_hit & h) const {
        for (auto it = begin_; it != end_; ++it)
            if (it->text.begin >= h.where.end) return it->is(fact_kind::currency) && !it->parted;
        return false;
    }

    // "£26,000 FTE", "FTE £26,000", but not "0.6 FTE".
    bool full_time_rate(g::iterator first, g::iterator next) const {
        constexpr int farthest = 3;
        auto it = next;
        for (int i = 0; i < farthest && it != end_ && !it->is(fact_kind::number); ++i, ++it)
            if (it->is(fact_kind::fte) && !it->equals) return true;
        if (first == begin_) return false;
        auto before = std::prev(first);
        if (before->is(fact_kind::of) && before != begin_ && std::prev(before)->is(fact_kind::fte)) return true;
        return before->is(fact_kind::fte) && !first->equals && (before == begin_ || !std::prev(before)->is(fact_kind::number));
    }

    // The period stands close behind the figures: "a year", "per annum", "pro rata, per annum".
    std::optional<pay_period> period_behind(g::iterator it) const {
        constexpr int farthest = 7;
        bool opened = false;
        for (int i = 0; i < farthest && it != end_; ++i, ++it) {
            if (it->is(fact_kind::number) || it->is(fact_kind::currency)) return std::nullopt;
            if ((it->is(fact_kind::period) && (opened || i <= 1 || it->is(fact_kind::periodic))) || (i <= 2 && it->is(fact_kind::periodic))) return static_cast<pay_period>(it->value);
            opened = it->is(fact_kind::per) || it->is(fact_kind::slash);
        }
        return std::nullopt;
    }

    // "Hourly rate: £12", "an annual salary of £30,000": the label's or an adjective's, close before the figures.
    std::optional<pay_period> period_before(std::uint32_t at) const {
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

    std::optional<pay_period> period_of_label(range label) const {
        std::vector<fact_token> words;
        fact_tokens(in_.text(), label, {}, in_.set, words);
        for (const auto & t : words)
            if (t.is(fact_kind::period) || t.is(fact_kind::periodic)) return static_cast<pay_period>(t.value);
        return std::nullopt;
    }

    const fact_words & in_;
    std::size_t index_ = 0;
    bool spoken_for_ = false;  ///< behind a label that names pay
    bool odd_period_ = false;  ///< the figure at hand is paid by the session
    std::optional<pay_period> line_period_;  ///< the last period stated in the line
    std::size_t line_candidates_ = 0;        ///< candidates before the line
    std::vector<fact_token> marked_;
    g::iterator begin_ = nullptr, end_ = nullptr;
    std::optional<std::string> home_, home_sign_;
    std::set<std::string> codes_;  ///< tokens point into it
    std::vector<pay_candidate> candidates_;
};

}  // namespace

fact<salary> read_pay(const fact_words & in, std::vector<note> & notes) { return choose_pay(pay_reader(in).read(), notes); }

}  // namespace rolewright::adverts
