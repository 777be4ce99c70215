// Every chain of amounts with a currency (or behind a pay label) is a candidate. A label, the pack's words for pay before
// it, a stated period, a range and a plausible size speak for it; the pack's words for other money (a bonus, a budget)
// next to it against (pay_line). Where no period is stated, the size of the figure makes it certain (pay_size).
#include "advert/facts/pay.hpp"

#include "advert/facts/pay_choice.hpp"
#include "advert/facts/pay_grammar.hpp"
#include "advert/facts/pay_line.hpp"
#include "advert/facts/pay_size.hpp"
#include "text/currency.hpp"

#include <set>

namespace rolewright::adverts {
namespace {

namespace g = grammar;

constexpr double least_uncoded = 8000;  // a figure without a sign: no smaller one is a year's pay

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
        if (s.figures == 0 || !s.may_hold(fact_kind::number) || (in_.country.empty() && !s.may_hold(fact_kind::currency))) return;
        marked_.assign(in_.tokens(index_).begin(), in_.tokens(index_).end());
        if (marked_.empty()) return;
        mark_currencies();
        begin_ = marked_.data();
        end_ = begin_ + marked_.size();
        line_.emplace(in_, index_, begin_, end_);
        line_period_.reset();
        line_candidates_ = candidates_.size();
        std::uint32_t last_chain_end = s.text.begin;
        for (auto it = begin_; it != end_;) {
            if (!begins_pay(it, end_) || (it != begin_ && it->glued && !std::prev(it)->is(fact_kind::dash) && !it->is(fact_kind::currency) && is_word(*std::prev(it)))) {
                ++it;
                continue;
            }
            pay_chain found;
            auto next = it;
            if (!parse_pay(next, end_, found)) {
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

    // "Salary: 18,500 + £2,000 allowance" where no country says which money is meant.
    std::string money_of_line() const {
        const auto coded = std::find_if(begin_, end_, [](const fact_token & t) { return t.is(fact_kind::currency) && !t.code.empty(); });
        return coded == end_ ? std::string() : std::string(coded->code);
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

    // A bare "$" means the country's money where that is written so; where no country is given, that of the one spoken of.
    std::string code_of(const pay_amount & a) {
        const auto & t = a.before.empty() ? a.behind.front() : a.before.front();
        const auto sign = t.text.of(in_.text());
        if (sign != "$") return std::string(t.code);
        constexpr std::uint32_t letters_of_code = 3;
        if (!a.before.empty() && !a.behind.empty() && a.behind.front().text.size() == letters_of_code) return std::string(a.behind.front().code);  // "$60,000 NZD"
        if (home_sign() == "$") return std::string(home());
        if (!money_spoken_of_) money_spoken_of_ = in_.country.empty() ? text::currency_of_country(country_spoken_of()) : std::string();
        return text::sign_of_currency(*money_spoken_of_) == "$" ? *money_spoken_of_ : std::string(t.code);
    }

    // The one country that the advert speaks of; "": none, or several.
    std::string_view country_spoken_of() const {
        std::string_view only;
        for (std::size_t i = 0; i < in_.lines().size(); ++i) {
            if (!in_.lines()[i].says(fact_name::country)) continue;
            for (const auto & h : in_.hits(i)) {
                if (h.rule->about != fact_name::country) continue;
                if (!only.empty() && only != h.rule->value) return {};
                only = h.rule->value;
            }
        }
        return only;
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
            if (base.value.currency.empty()) base.value.currency = money_of_line();
        }
        if (base.value.currency.empty()) return;
        const auto verdict = line_->judge(first, next, after);
        if (verdict.other_money) return;
        base.rank = verdict.rank - (from_word && !line_->spoken_for() ? 3 : 0);
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

    void add_range(pay_candidate made, std::span<const sized_amount> of, const std::optional<fact_token> & limit, g::iterator next, bool last) {
        double low = of.front().value, high = low;
        std::optional<pay_period> stated;
        for (const auto & a : of) {
            low = std::min(low, a.value);
            high = std::max(high, a.value);
            if (a.stated) stated = a.stated;
        }
        const double worth = worth_of_a_pound(made.value.currency);
        if (!stated && last) stated = line_->period_behind(next);
        if (!stated) stated = line_->period_before(made.where.begin);
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
            else if (of.back().open || (last && line_->least_behind(next))) made.value.max.reset();
        }
        made.rank += (stated ? 2 : 0) + (high > low ? 2 : 0) + (made.value.per == pay_period::year && high / worth >= 10000 ? 1 : 0);
        if (made.rank >= 1) candidates_.push_back(std::move(made));
    }

    // Without a sign a figure is pay only where pay is spoken of, or where it is all that the line says, and only if it
    // has the size of a year's pay or a stated period.
    bool looks_like_pay(const pay_chain & c, const std::vector<sized_amount> & sizes, g::iterator first, g::iterator next) const {
        const bool large = std::all_of(sizes.begin(), sizes.end(), [](const auto & a) { return a.value >= least_uncoded; });
        const auto & s = in_.lines()[index_];
        const bool other_label = s.label_fact != fact_name::none && !line_->spoken_for();
        if (other_label || c.first.number.slip) return false;
        const bool alone = first == begin_ && next == end_;
        const auto * before = nearest_before(in_.hits(index_), fact_name::salary, first->text.begin);
        const bool told = line_->spoken_for() || (before && before->rule->value != "not" && before->rule->value != "ote" && first->text.begin - before->where.end < 40);
        if (large) {
            const bool year = sizes.size() == 1 && c.first.number.digits == 4 && sizes[0].value <= 2100;
            constexpr int few_words = 3;
            const bool short_line = next == end_ && end_ - begin_ <= few_words && c.first.times;  // "circa 30k"
            return !year && (told || short_line || (alone && sizes.size() > 1));
        }
        const auto & last = c.more.empty() ? c.first : c.more.back().amount;
        if (alone && last.period && last.number.decimals == 2 && (!last.period->is(fact_kind::hours) || std::prev(next, 2)->is(fact_kind::per))) return true;
        return told && line_->spoken_for() && last.period && !std::prev(next, 1)->is(fact_kind::hours) && sizes.back().value > 3;
    }

    bool slips(const pay_chain & c, std::string_view code) const {
        const auto slip = [&](const fact_token & n) { return n.slip && (n.decimals == 0 || points_with_a_stop(code)); };
        return slip(c.first.number) || std::any_of(c.more.begin(), c.more.end(), [&](const auto & s) { return slip(s.amount.number); });
    }

    const fact_words & in_;
    std::size_t index_ = 0;
    std::optional<pay_line> line_;
    bool odd_period_ = false;  ///< the figure at hand is paid by the session
    std::optional<pay_period> line_period_;  ///< the last period stated in the line
    std::size_t line_candidates_ = 0;        ///< candidates before the line
    std::vector<fact_token> marked_;
    g::iterator begin_ = nullptr, end_ = nullptr;
    std::optional<std::string> home_, home_sign_, money_spoken_of_;
    std::set<std::string> codes_;  ///< tokens point into it
    std::vector<pay_candidate> candidates_;
};

}  // namespace

fact<salary> read_pay(const fact_words & in, std::vector<note> & notes) { return choose_pay(pay_reader(in).read(), notes); }

}  // namespace rolewright::adverts
