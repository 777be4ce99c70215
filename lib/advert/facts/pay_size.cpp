// Pay of one size can be for one period only, whatever the currency, once it is counted in pounds. "£32 – £38k": the
// thousand holds for both.
#include "advert/facts/pay_size.hpp"

#include <utility>

namespace rolewright::adverts {

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

bool goes_with(const sized_amount & a, const sized_amount & b) {
    if (a.stated && b.stated && *a.stated != *b.stated) return false;
    return b.value <= 6 * a.value && b.value >= 0.5 * a.value;
}

double worth_of_a_pound(std::string_view code) {
    constexpr std::pair<std::string_view, double> worth[] = {{"PLN", 5}, {"SEK", 13}, {"NOK", 13}, {"DKK", 9}, {"CZK", 30}, {"HUF", 450}, {"RON", 6}, {"ZAR", 23}, {"INR", 50},
                                                             {"JPY", 190}, {"KRW", 1700}, {"MXN", 23}, {"BRL", 7}, {"HKD", 10}, {"PHP", 40}, {"KES", 100}, {"NGN", 1000}, {"ISK", 170}};
    for (const auto & [c, w] : worth)
        if (c == code) return w;
    return 1;
}

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

bool points_with_a_stop(std::string_view code) { return code == "GBP" || code == "USD" || code == "AUD" || code == "NZD" || code == "CAD" || code == "INR" || code == "JPY"; }

}  // namespace rolewright::adverts
