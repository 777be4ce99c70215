#pragma once
#include "advert/facts/fact_tokens.hpp"

#include <boost/spirit/home/x3.hpp>

#include <span>

// A Spirit terminal over typed tokens: the fact grammars are written in kinds and know no word of any language.
namespace rolewright::adverts::grammar {

namespace x3 = boost::spirit::x3;
using tokens = std::span<const fact_token>;
using iterator = std::vector<fact_token>::const_iterator;

struct of_kind : x3::parser<of_kind> {
    using attribute_type = fact_token;
    static constexpr bool has_attribute = true;

    constexpr explicit of_kind(fact_kind k) : kind(k) {}

    template <class Iterator, class Context, class Rule, class Attribute>
    bool parse(Iterator & first, const Iterator & last, const Context &, Rule &, Attribute & attribute) const {
        if (first == last || !first->is(kind)) return false;
        x3::traits::move_to(*first, attribute);
        ++first;
        return true;
    }

    fact_kind kind;
};

inline constexpr of_kind number{fact_kind::number}, ordinal_sign{fact_kind::ordinal_sign}, month{fact_kind::month}, weekday{fact_kind::weekday},
    currency{fact_kind::currency}, period{fact_kind::period}, per{fact_kind::per}, to{fact_kind::to}, up{fact_kind::up}, from{fact_kind::from},
    hours{fact_kind::hours}, years{fact_kind::years}, experience{fact_kind::experience}, thousand{fact_kind::thousand}, of{fact_kind::of},
    dash{fact_kind::dash}, slash{fact_kind::slash}, dot{fact_kind::dot}, comma{fact_kind::comma}, plus{fact_kind::plus};

}  // namespace rolewright::adverts::grammar
