#pragma once
#include "advert/facts/fact_tokens.hpp"

#include <boost/spirit/home/x3.hpp>

#include <span>

// Spirit terminals over typed tokens: the fact grammars are written in kinds and know no word of any language.
namespace rolewright::adverts::grammar {

namespace x3 = boost::spirit::x3;
using tokens = std::span<const fact_token>;
using iterator = const fact_token *;

/// A token of a kind for which `holds` is true too.
template <class Holds>
struct of_kind_where : x3::parser<of_kind_where<Holds>> {
    using attribute_type = fact_token;
    static constexpr bool has_attribute = true;

    constexpr of_kind_where(fact_kind k, Holds h) : kind(k), holds(h) {}

    template <class Iterator, class Context, class Rule, class Attribute>
    bool parse(Iterator & first, const Iterator & last, const Context &, Rule &, Attribute & attribute) const {
        if (first == last || !first->is(kind) || !holds(*first)) return false;
        x3::traits::move_to(*first, attribute);
        ++first;
        return true;
    }

    fact_kind kind;
    Holds holds;
};

inline constexpr auto always = [](const fact_token &) { return true; };
inline constexpr auto if_glued = [](const fact_token & t) { return t.glued; };
// "12 000": three figures behind one space go with the figures before.
inline constexpr auto if_group = [](const fact_token & t) { return t.spaced && t.digits == 3 && t.decimals == 0; };

using of_kind = of_kind_where<decltype(always)>;
inline constexpr of_kind kind(fact_kind k) { return {k, always}; }

inline constexpr auto number = kind(fact_kind::number), nth = kind(fact_kind::nth), ordinal_sign = kind(fact_kind::ordinal_sign), month = kind(fact_kind::month),
    weekday = kind(fact_kind::weekday), currency = kind(fact_kind::currency), period = kind(fact_kind::period), per = kind(fact_kind::per), to = kind(fact_kind::to),
    up = kind(fact_kind::up), from = kind(fact_kind::from), least = kind(fact_kind::least), starting = kind(fact_kind::starting), at = kind(fact_kind::at),
    hours = kind(fact_kind::hours), minutes = kind(fact_kind::minutes), years = kind(fact_kind::years), times = kind(fact_kind::times), of = kind(fact_kind::of),
    both = kind(fact_kind::both), fte = kind(fact_kind::fte), posts = kind(fact_kind::posts), copies = kind(fact_kind::copies), dash = kind(fact_kind::dash),
    slash = kind(fact_kind::slash), dot = kind(fact_kind::dot), comma = kind(fact_kind::comma), plus = kind(fact_kind::plus), percent = kind(fact_kind::percent);
inline constexpr of_kind_where<decltype(if_glued)> glued_plus{fact_kind::plus, if_glued};
inline constexpr of_kind_where<decltype(if_group)> group{fact_kind::number, if_group};

}  // namespace rolewright::adverts::grammar
