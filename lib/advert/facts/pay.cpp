// Every amount with a currency sign (or behind a pay label) is a candidate. A label, the pack's words for pay near it, a
// stated period, a range and a plausible size speak for it; the pack's words for other money (a bonus, a budget) against.
// Where no period is stated, the size of the figure makes it certain.
#include "advert/facts/pay.hpp"

#include "advert/facts/grammar.hpp"
#include "advert/facts/near.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include <algorithm>

namespace rolewright::adverts {

struct pay_amount {
    std::optional<fact_token> before;
    fact_token number;
    std::optional<fact_token> thousand;
    std::optional<fact_token> after;
};

struct pay_range {
    std::optional<fact_token> limit;  // "up to", "from"
    pay_amount low;
    std::optional<pay_amount> high;
};

}  // namespace rolewright::adverts

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::pay_amount, before, number, thousand, after)
BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::pay_range, limit, low, high)

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

const auto amount = x3::rule<struct amount_tag, pay_amount>("amount") = -g::currency >> g::number >> -g::thousand >> -g::currency;
const auto until = x3::omit[(g::to | g::dash) >> -g::up];
const auto limit = x3::rule<struct limit_tag, fact_token>("limit") = (g::up >> x3::omit[-g::to]) | g::from;
const auto whole = x3::rule<struct whole_tag, pay_range>("pay") = -limit >> amount >> -(until >> amount);

struct candidate {
    salary value;
    range where;
    int rank = 0;
};

double value_of(const pay_amount & a) { return a.number.number * (a.thousand || a.number.thousand ? 1000 : 1); }

const std::string * currency_of(const pay_amount & a) {
    if (a.before) return &a.before->code;
    if (a.after) return &a.after->code;
    return nullptr;
}

// Sizes that only one period can have, for pay in the currencies of the countries we know.
pay_period period_of_size(double figure) {
    if (figure < 150) return pay_period::hour;
    if (figure < 700) return pay_period::day;
    if (figure < 1500) return pay_period::week;
    if (figure < 7000) return pay_period::month;
    return pay_period::year;
}

bool plausible(double figure, pay_period per) {
    switch (per) {
        case pay_period::hour: return figure >= 3 && figure <= 500;
        case pay_period::day: return figure >= 25 && figure <= 3000;
        case pay_period::week: return figure >= 60 && figure <= 10000;
        case pay_period::month: return figure >= 200 && figure <= 60000;
        case pay_period::year: return figure >= 2000 && figure <= 2000000;
    }
    return false;
}

// A bare "$" means the country's dollar.
std::string currency_in(const std::string & code, std::string_view country) {
    if (code != "USD") return code;
    if (country == "CA") return "CAD";
    if (country == "AU") return "AUD";
    if (country == "NZ") return "NZD";
    return code;
}

std::string currency_of_country(std::string_view country) {
    if (country == "GB" || country == "UK" || country == "IM") return "GBP";
    if (country == "CA") return "CAD";
    if (country == "AU") return "AUD";
    if (country == "NZ") return "NZD";
    if (country == "US") return "USD";
    return {};
}

// The period stands close behind the figures: "a year", "per annum", "/hour", "pro rata, per annum".
std::optional<pay_period> period_behind(g::iterator it, g::iterator end) {
    constexpr int farthest = 7;
    bool opened = false;
    for (int i = 0; i < farthest && it != end; ++i, ++it) {
        if (it->is(fact_kind::number) || it->is(fact_kind::currency)) return std::nullopt;
        if (it->is(fact_kind::period) && (opened || it->is(fact_kind::per) || i <= 1)) return static_cast<pay_period>(it->value);
        opened = it->is(fact_kind::per) || it->is(fact_kind::slash);
    }
    return std::nullopt;
}

class pay_reader {
public:
    pay_reader(const advert & of, const packs::language_set & set, std::string_view country, workspace & work)
        : of_(of), set_(set), country_(country), work_(work) {}

    fact<salary> read() {
        for (std::uint32_t i = 0; i < of_.statements.size(); ++i) read_statement(i);
        return best();
    }

private:
    void read_statement(std::uint32_t index) {
        const auto & s = of_.statements[index];
        const auto tokens_here = work_.tokens_of(s);
        if (std::none_of(tokens_here.begin(), tokens_here.end(), [](const text::token & t) { return t.digits; })) return;
        const bool labelled = s.label_fact == "salary";
        int rank = labelled ? 6 : s.kind == section_kind::pay ? 2 : 0;
        for (const auto & v : values_in(of_, index, "salary", set_, work_)) rank += v.rule->value == "near" ? 2 : -6;
        const auto tokens = fact_tokens(of_.source.text, words_of(s), set_);
        for (auto it = tokens.begin(); it != tokens.end();) {
            pay_range found;
            auto next = it;
            if (!x3::parse(next, tokens.end(), whole, found)) {
                ++it;
                continue;
            }
            add(found, it, next, tokens.end(), rank, rank >= 2);
            it = next;
        }
    }

    void add(const pay_range & p, g::iterator first, g::iterator next, g::iterator end, int rank, bool spoken_of) {
        const auto * code = currency_of(p.low);
        if (!code && p.high) code = currency_of(*p.high);
        if (next != end && next->is(fact_kind::percent)) return;
        const auto stated = period_behind(next, end);
        double low = value_of(p.low), high = p.high ? value_of(*p.high) : low;
        // "£32 – £38k": the thousand holds for both; "£25–30k" too.
        if (p.high && low < 1000 && high >= 1000 && low * 1000 <= high * 1.0001) low *= 1000;
        if (!code) {
            const bool looks_like_pay = p.low.number.digits >= 4 || p.low.thousand || p.low.number.thousand || stated;
            if (!spoken_of || !looks_like_pay) return;
            if (!p.high && !stated && p.low.number.digits == 4 && low >= 1900 && low <= 2100) return;  // a year
        }
        candidate c;
        c.where = {first->text.begin, std::prev(next)->text.end};
        c.value.per = stated.value_or(period_of_size(high));
        c.value.currency = code ? currency_in(*code, country_) : currency_of_country(country_);
        if (c.value.currency.empty()) return;
        if (p.high && high < low) high = low;
        c.value.min = low;
        c.value.max = high;
        if (p.limit && !p.high) p.limit->is(fact_kind::up) ? c.value.min.reset() : c.value.max.reset();
        if (!plausible(high, c.value.per)) return;
        c.rank = rank + (stated ? 2 : 0) + (p.high ? 2 : 0) + (c.value.per == pay_period::year && high >= 10000 ? 1 : 0);
        if (c.rank < 1) return;
        candidates_.push_back(std::move(c));
    }

    fact<salary> best() {
        fact<salary> made;
        if (candidates_.empty()) return made;
        std::stable_sort(candidates_.begin(), candidates_.end(), [](const auto & a, const auto & b) { return a.rank > b.rank; });
        auto whole_range = candidates_.front().value;
        for (const auto & c : candidates_) {
            made.ranges.push_back(c.where);
            const bool same_kind = c.value.per == whole_range.per && c.value.currency == whole_range.currency && c.rank + 1 >= candidates_.front().rank;
            if (!same_kind) continue;
            if (whole_range.min && c.value.min) whole_range.min = std::min(*whole_range.min, *c.value.min);
            if (whole_range.max && c.value.max) whole_range.max = std::max(*whole_range.max, *c.value.max);
        }
        made.value = whole_range;
        return made;
    }

    const advert & of_;
    const packs::language_set & set_;
    std::string_view country_;
    workspace & work_;
    std::vector<candidate> candidates_;
};

}  // namespace

fact<salary> read_pay(const advert & of, const packs::language_set & set, const review_options & options, workspace & work) {
    const std::string & country = of.source.given.country ? *of.source.given.country : options.country;
    return pay_reader(of, set, country, work).read();
}

}  // namespace rolewright::adverts
