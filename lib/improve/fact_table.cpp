// A row for each fact: the lines that state it, or what is known of it from elsewhere, or a question.
#include "improve/fact_table.hpp"

#include "advert/facts/fact_words.hpp"
#include "advert/placeholder.hpp"
#include "score/arithmetic.hpp"
#include "text/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rolewright::improving {
namespace {

class table_maker {
public:
    table_maker(const review & of, std::span<const std::uint32_t> asks, const packs::language_set & set, const packs::messages & say) : of_(of), asks_(asks), set_(set), say_(say), text_(of.advert.source.text) {}

    fact_table make() {
        const auto & f = of_.advert.facts;
        read_fact("salary", f.salary);
        read_fact("hours_per_week", f.hours_per_week);
        read_fact("contract", f.contract);
        read_fact("location", f.location);
        read_fact("workplace", f.workplace);
        read_fact("closing", f.closing);
        std::sort(made_.moved.begin(), made_.moved.end());
        return std::move(made_);
    }

private:
    template <class T>
    void read_fact(const char * name, const fact<T> & f) {
        fact_row row{name, {}, false};
        auto ranges = f.ranges;
        std::sort(ranges.begin(), ranges.end());
        const auto states = [&](range line) {
            const auto next = std::lower_bound(ranges.begin(), ranges.end(), line.begin, [](const range & r, std::uint32_t at) { return r.end <= at; });
            return next != ranges.end() && next->begin < line.end;
        };
        std::vector<const statement *> moved;
        std::set<std::string> seen;
        for (const auto & s : of_.advert.statements) {
            if (s.form != statement_form::key_value || s.label_fact != row.fact) continue;
            const auto number = static_cast<std::uint32_t>(&s - of_.advert.statements.data());
            const auto value = value_of(s, text_);
            // "Closing date: TBC" stays where it is if the day is known, and so does "Band: 5" beside a salary.
            const bool says_less = !adverts::is_placeholder(value) && (f.value ? !states(s.text) : is_scrap(row.fact, value));
            if (value.empty() || asks_[number] > 0 || says_less) continue;
            made_.moved.push_back(number);
            if (!adverts::is_placeholder(value)) made_.changes.push_back({change_kind::move, row.fact, say_("change.move"), s.text, value});
            if (!seen.insert(value).second) continue;
            row.values.push_back(value);
            moved.push_back(&s);
        }
        // "Day rate: £11, night rate: £14": of several sums the labels tell which is which.
        if (row.fact == "salary" && moved.size() > 1 && !all_alike(moved))
            for (std::size_t i = 0; i < moved.size(); ++i) row.values[i] = text::squeezed(moved[i]->text.of(text_));
        if (row.values.empty()) say_too(row, f);
        made_.rows.push_back(std::move(row));
    }

    bool all_alike(const std::vector<const statement *> & of) const {
        return std::all_of(of.begin(), of.end(), [&](const statement * s) { return s->label.of(text_) == of.front()->label.of(text_); });
    }

    static bool is_scrap(std::string_view fact, std::string_view value) {
        constexpr std::size_t fewest_bytes = 3;
        return fact == "salary" && value.size() < fewest_bytes;
    }

    template <class T>
    void say_too(fact_row & row, const fact<T> & f) {
        const bool place = row.fact == "location";
        if (f.value && (!place || f.given)) row.values.push_back(said(f));
        else if (row.fact == "closing" && f.ranges.size() == 1) row.values.push_back(quoted(f));
        else row.no_question = place || !f.ranges.empty() || (row.fact == "workplace" && !may_be_at_home());
    }

    // As it is written, if it is written once.
    std::string said(const fact<salary> & f) const { return f.ranges.size() == 1 ? quoted(f) : packs::said(*f.value, say_); }
    std::string said(const fact<calendar_date> & f) const { return f.ranges.empty() ? day(*f.value) : quoted(f); }
    std::string said(const fact<double> & f) const { return say_("facts.hours-a-week", {{"hours", fmt::format("{}", *f.value)}}); }
    std::string said(const fact<std::string> & f) const { return text::squeezed(*f.value); }
    // "12 month fixed-term contract" says more than "fixed-term".
    template <class E>
        requires std::is_enum_v<E>
    std::string said(const fact<E> & f) const {
        const auto words = f.ranges.size() == 1 ? quoted(f) : std::string();
        const bool figures = std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (figures && !f.given && std::is_same_v<E, contract_kind>) return words;
        auto name = std::string(to_string(*f.value));
        if (name.front() >= 'a' && name.front() <= 'z') name.front() -= 'a' - 'A';
        return name;
    }
    std::string day(const calendar_date & d) const { return say_("facts.day", {{"day", std::to_string(d.day)}, {"month", std::to_string(d.month)}, {"year", std::to_string(d.year)}}); }
    template <class T>
    std::string quoted(const fact<T> & f) const {
        return text::squeezed(f.ranges.front().of(text_));
    }

    // Whether anybody in such a role works from home: nobody asks that of a nurse on a ward.
    bool may_be_at_home() const {
        const auto & all = set_.criteria.criteria;
        const auto found = std::find_if(all.begin(), all.end(), [](const auto & c) { return c.id == "remote-working"; });
        return found == all.end() || scoring::arithmetic(of_.judgement.role, set_).of(static_cast<std::uint16_t>(found - all.begin())) != relevance::ask;
    }

    const review & of_;
    std::span<const std::uint32_t> asks_;
    const packs::language_set & set_;
    const packs::messages & say_;
    const std::string & text_;
    fact_table made_;
};

}  // namespace

fact_table make_fact_table(const review & of, std::span<const std::uint32_t> asks, const packs::language_set & set, const packs::messages & say) { return table_maker(of, asks, set, say).make(); }

std::string value_of(const statement & s, std::string_view text) { return text::squeezed(adverts::trimmed(text, {s.label.end, s.text.end}).of(text)); }

}  // namespace rolewright::improving
