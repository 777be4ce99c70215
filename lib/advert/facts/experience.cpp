// "At least two years' experience", "3-5 yrs in a similar post", "12 months experience". Experience must be spoken of near
// the figure; wishes, upper limits, ages, contracts and the employer's own years are told by the pack's words.
#include "advert/facts/experience.hpp"

#include "advert/facts/grammar.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

namespace rolewright::adverts {

struct years_words {
    fact_token least;
    std::optional<fact_token> plus, most, plus_behind;
    fact_token unit;
};

}  // namespace rolewright::adverts

BOOST_FUSION_ADAPT_STRUCT(rolewright::adverts::years_words, least, plus, most, plus_behind, unit)

namespace rolewright::adverts {
namespace {

namespace x3 = boost::spirit::x3;
namespace g = grammar;

constexpr double most_years = 25, months_of_year = 12;
constexpr int farthest_behind = 12, farthest_before = 5, farthest_of_one = 5;
constexpr std::uint32_t near_bytes = 20, wish_bytes = 60;

inline constexpr auto is_months = [](const fact_token & t) { return t.is(fact_kind::of_month) && !t.is(fact_kind::noon); };
constexpr g::of_kind_where<decltype(is_months)> months{fact_kind::period, is_months};

const auto years_of = x3::rule<struct years_tag, years_words>("years") =
    g::number >> -(x3::omit[-(g::both >> &g::plus)] >> g::plus) >> -(x3::omit[g::to | g::both | g::dash] >> g::number) >> -g::plus >> x3::omit[-g::dash] >> (g::years | months);

class experience_reader {
public:
    explicit experience_reader(const fact_words & in) : in_(in) {}

    void read(fact<double> & to) {
        for (index_ = 0; index_ < in_.lines().size(); ++index_) {
            const auto & line = in_.lines()[index_];
            if (!line.may_hold(bit(fact_kind::years) | bit(fact_kind::of_month)) || !line.may_hold(bit(fact_kind::number) | bit(fact_kind::article)) || line.kind == section_kind::benefits || line.kind == section_kind::desirable) continue;
            const auto tokens = in_.tokens(index_);
            begin_ = tokens.data();
            end_ = begin_ + tokens.size();
            for (auto it = begin_; it != end_;) {
                if (const auto next = one_year(it); next != it) {
                    keep({it->text.begin, std::prev(next)->text.end}, is_months(*std::prev(next)) ? 1 / months_of_year : 1, to);
                    it = next;
                    continue;
                }
                years_words q;
                auto next = it;
                if (!it->is(fact_kind::number) || !x3::parse(next, end_, years_of, q)) {
                    ++it;
                    continue;
                }
                const double value = is_months(q.unit) && !q.unit.is(fact_kind::years) ? q.least.number / months_of_year : q.least.number;
                if (value > 0 && value <= most_years && asked(it, next, q) && !refused(it, next)) keep({it->text.begin, std::prev(next)->text.end}, value, to);
                it = next;
            }
        }
    }

private:
    static void keep(range where, double value, fact<double> & to) {
        to.ranges.push_back(where);
        to.value = std::min(to.value.value_or(value), value);
    }

    template <class There>
    bool said(std::string_view what, There && there) const { return says(in_.hits(index_), fact_name::experience_years, what, there); }

    bool demanded() const { return in_.lines()[index_].kind == section_kind::requirements || in_.lines()[index_].kind == section_kind::essential; }

    // "A year's experience", "at least a year of work experience"; but not "£30,000 a year": behind the words it takes, or `it`.
    g::iterator one_year(g::iterator it) const {
        if (!it->is(fact_kind::article) || std::next(it) == end_ || !(std::next(it)->is(fact_kind::years) || is_months(*std::next(it)))) return it;
        if (it != begin_ && (std::prev(it)->is(fact_kind::number) || std::prev(it)->is(fact_kind::period) || std::prev(it)->is(fact_kind::times))) return it;
        const auto next = it + 2;
        bool asked = demanded() && !of_something_else(it, next) && opens_part(it) && spent_at_something(next);
        for (auto behind = next; behind != end_ && behind - next < farthest_of_one && !behind->parted && !behind->is(fact_kind::comma) && !behind->is(fact_kind::dot); ++behind) asked = asked || behind->is(fact_kind::experience);
        return asked && !refused(it, next) ? next : it;
    }

    bool asked(g::iterator from, g::iterator next, const years_words & q) const {
        const auto & s = in_.lines()[index_];
        if (s.label_fact == fact_name::experience_years) return true;
        auto it = next;
        for (int i = 0; i < farthest_behind && it != end_; ++i, ++it)
            if (it->is(fact_kind::experience)) return true;
        it = from;
        for (int i = 0; i < farthest_before && it != begin_; ++i)
            if ((--it)->is(fact_kind::experience)) return true;
        if (said("near", [&](range r) { return r.begin >= from->text.begin && r.begin < std::prev(next)->text.end + near_bytes; })) return true;
        constexpr std::uint32_t sentence_before = 60;
        const auto * before = nearest_before(in_.hits(index_), fact_name::experience_years, from->text.begin);
        if (before && (before->rule->value == "before" || before->rule->value == "near") && from->text.begin - before->where.end < sentence_before && q.unit.is(fact_kind::years)) return true;
        if (from == begin_ && (q.plus || q.plus_behind) && s.kind == section_kind::other && q.unit.is(fact_kind::years)) return true;
        // "Minimum 1 year", "5 yrs min", "3–5 years with a contractor"; a figure in mid-sentence with none of these may be anything's.
        const bool least = (from != begin_ && std::prev(from)->is(fact_kind::least)) || (next != end_ && next->is(fact_kind::least));
        const bool opens_item = least && from == begin_ && s.form == statement_form::list_item && s.kind != section_kind::pay;
        if (!demanded() && !opens_item) return false;
        if (q.unit.is(fact_kind::years) && (q.plus || q.plus_behind)) return true;
        if (of_something_else(from, next)) return false;
        return least || ((q.most || opens_part(from)) && spent_at_something(next));
    }

    bool opens_part(g::iterator from) const {
        return from == begin_ || from->parted || std::prev(from)->is_any_of(fact_kind::comma, fact_kind::dot, fact_kind::dash, fact_kind::both);
    }

    // "A licence held for 2 years", "lived here for 3 years": what is no work, though it is required.
    bool of_something_else(g::iterator from, g::iterator next) const {
        constexpr std::uint32_t nearest = 26;
        const auto begin = from->text.begin, end = std::prev(next)->text.end;
        return said("other", [&](range r) { return r.end + nearest > begin && r.begin < end + nearest; });
    }

    // "… years in a shop", up to `next`.
    bool spent_at_something(g::iterator next) const {
        const range unit = std::prev(next)->text;
        return said("spent", [&](range r) { return r.begin <= unit.begin && r.end > unit.end; });
    }

    bool refused(g::iterator from, g::iterator next) const {
        const auto hits = in_.hits(index_);
        const auto begin = from->text.begin, end = std::prev(next)->text.end;
        if (from != begin_ && std::prev(from)->is(fact_kind::up)) return true;
        if (from - begin_ > 1 && std::prev(from)->is(fact_kind::to) && std::prev(from, 2)->is(fact_kind::up)) return true;
        for (const auto & h : hits) {
            if (h.rule->about != fact_name::experience_years) continue;
            const bool before = h.where.end <= begin, behind = h.where.begin >= end;
            if (h.rule->value == "not" && (h.where.overlaps({begin, end}) || (before && begin - h.where.end < near_bytes))) return true;
            if (h.rule->value == "ideally" && before && begin - h.where.end < (opens(h) ? wish_bytes : wish_bytes / 2)) return true;
            if (h.rule->value == "wish" && behind && h.where.begin - end < 2 * wish_bytes && !comma_before(next, h.where.begin)) return true;
            if (h.rule->value == "employer" && (before || h.where.overlaps({begin, end}))) return true;
        }
        return false;
    }

    bool opens(const value_hit & h) const { return begin_ != end_ && begin_->text.begin >= h.where.begin; }

    bool comma_before(g::iterator it, std::uint32_t until) const {
        for (; it != end_ && it->text.begin < until; ++it)
            if (it->is(fact_kind::comma) || it->is(fact_kind::number) || (it->parted && !it->opened)) return true;
        return false;
    }

    const fact_words & in_;
    std::size_t index_ = 0;
    g::iterator begin_ = nullptr, end_ = nullptr;
};

}  // namespace

void read_experience(const fact_words & in, fact<double> & to) { experience_reader(in).read(to); }

}  // namespace rolewright::adverts
