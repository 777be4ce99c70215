#pragma once
#include "advert/facts/pay_grammar.hpp"

#include <rolewright/vocabulary.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace rolewright::adverts {

struct sized_amount {
    double value = 0;
    bool has_code = false;  ///< a currency stands on it
    bool open = false;      ///< "$60k+"
    std::optional<pay_period> stated;
};

/// How much each amount of a chain is, the thousands that stand on its neighbour counted in.
std::vector<sized_amount> sizes_of(const pay_chain & c);

/// Whether two neighbours are the ends of one range, not two rates.
bool goes_with(const sized_amount & a, const sized_amount & b);

/// What one pound's worth of pay is in a currency, roughly: sizes are judged in it.
double worth_of_a_pound(std::string_view code);

/// The period that pay of this size can only be for.
pay_period period_of_size(double pounds);

/// Whether somebody may be paid so much.
bool plausible(double pounds, pay_period per);

/// Where people write a comma for the point, "22,64" is no slip.
bool points_with_a_stop(std::string_view code);

}  // namespace rolewright::adverts
