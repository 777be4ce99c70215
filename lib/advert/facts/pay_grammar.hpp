#pragma once
#include "advert/facts/grammar.hpp"

#include <optional>
#include <vector>

namespace rolewright::adverts {

/// A figure with what stands on it: "£24,000", "12 000 zł", "$20k+", "£8.80 per hour".
struct pay_amount {
    std::vector<fact_token> before;  ///< currencies
    fact_token number;
    std::vector<fact_token> groups;  ///< thousands set apart by spaces
    std::optional<fact_token> times;
    std::optional<fact_token> plus;
    std::vector<fact_token> behind;  ///< currencies
    std::optional<fact_token> period;
};

struct pay_step {
    fact_token joint;  ///< what joins it to the amount before: "to", "-", "/", "and"
    pay_amount amount;
};

/// "from £24,000", "£24,000 - £30,000 - £36,000", "£13.79 / £16.97 per hour".
struct pay_chain {
    std::optional<fact_token> limit;  ///< "up to", "from", "at least"
    pay_amount first;
    std::vector<pay_step> more;
};

/// Whether a chain can begin at `it`: with an amount, or with a limit of one or two words before an amount.
bool begins_pay(grammar::iterator it, grammar::iterator end);

/// Parses one chain at `it` and moves it behind.
bool parse_pay(grammar::iterator & it, grammar::iterator end, pay_chain & to);

}  // namespace rolewright::adverts
