#pragma once
#include "advert/facts/fact_words.hpp"
#include "advert/facts/grammar.hpp"

#include <optional>

namespace rolewright::adverts {

/// What the words beside a figure say of it.
struct pay_verdict {
    int rank = 0;
    bool other_money = false, full_time = false, actual = false;
    bool odd_period = false;  ///< paid by the session, every two weeks, …
};

/// A line with its tokens, and what its words say of the figures in it.
class pay_line {
public:
    pay_line(const fact_words & in, std::size_t index, grammar::iterator begin, grammar::iterator end);

    /// Behind a label that names pay.
    bool spoken_for() const { return spoken_for_; }

    /// Of the figures from `first` to `next`; what belongs to the figure before them ends at `after`.
    pay_verdict judge(grammar::iterator first, grammar::iterator next, std::uint32_t after) const;

    /// The period stated close behind the figures: "a year", "per annum", "pro rata, per annum".
    std::optional<pay_period> period_behind(grammar::iterator it) const;

    /// "Hourly rate: £12", "an annual salary of £30,000": the label's or an adjective's, close before the figures.
    std::optional<pay_period> period_before(std::uint32_t at) const;

    /// "(KV-Mindestgehalt)", "per month minimum": the word stands soon behind.
    bool least_behind(grammar::iterator it) const;

private:
    bool parted_before(grammar::iterator it, std::uint32_t until) const;
    bool heads_next_figure(const value_hit & h) const;
    bool full_time_rate(grammar::iterator first, grammar::iterator next) const;
    std::optional<pay_period> period_of_label(range label) const;

    const fact_words & in_;
    std::size_t index_;
    grammar::iterator begin_, end_;
    bool spoken_for_;
};

}  // namespace rolewright::adverts
