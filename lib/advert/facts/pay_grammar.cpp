// The grammar of pay: amounts with currencies before or behind, a period on each if it is stated there, joined to chains.
#include "advert/facts/pay_grammar.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#include <algorithm>

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::pay_amount, before, number, groups, times, plus, behind, period)
BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::pay_step, joint, amount)
BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::pay_chain, limit, first, more)

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

using tokens = std::vector<fact_token>;
const auto currencies = x3::rule<struct currencies_tag, tokens>("currencies") = *g::currency;
// A currency behind a number that stands before another number is that one's: "6 £33,945".
const auto currencies_behind = x3::rule<struct behind_tag, tokens>("currencies behind") = *(g::currency >> !g::number);
const auto groups = x3::rule<struct groups_tag, tokens>("groups") = *g::group;
const auto period = x3::rule<struct period_tag, fact_token>("period") = x3::omit[*(g::per | g::slash)] >> g::period;
const auto amount = x3::rule<struct amount_tag, pay_amount>("amount") = currencies >> g::number >> groups >> -g::times >> -g::glued_plus >> currencies_behind >> -period;
const auto joint = x3::omit[-(g::dot >> &g::dash)] >> (g::to | g::both | g::dash | g::slash | g::up) >> x3::omit[*(g::to | g::dash | g::up | g::of)];
const auto step = x3::rule<struct step_tag, pay_step>("step") = joint >> amount;
const auto limit = x3::rule<struct limit_tag, fact_token>("limit") =
    (g::up >> x3::omit[-g::to]) | g::from | g::to | g::least | (g::starting >> x3::omit[g::at | g::from]);
const auto chain = x3::rule<struct chain_tag, pay_chain>("pay") = -limit >> amount >> *step;

}  // namespace

bool begins_pay(grammar::iterator it, grammar::iterator end) {
    constexpr auto amount = bit(fact_kind::number) | bit(fact_kind::currency);
    constexpr auto limit = bit(fact_kind::up) | bit(fact_kind::from) | bit(fact_kind::least) | bit(fact_kind::starting) | bit(fact_kind::to);
    constexpr std::ptrdiff_t longest_limit = 2;
    if (it->kinds & amount) return true;
    if (!(it->kinds & limit)) return false;
    return std::any_of(it + 1, it + 1 + std::min(longest_limit, end - it - 1), [](const fact_token & t) { return (t.kinds & amount) != 0; });
}

bool parse_pay(grammar::iterator & it, grammar::iterator end, pay_chain & to) { return x3::parse(it, end, chain, to); }

}  // namespace rolewright::adverts
