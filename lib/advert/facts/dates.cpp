// What a date is for is said by its label, by the pack's words nearest before it in the statement, by the label line just
// above it, or by the heading it stands under. Dates that nothing speaks for are no facts.
#include "advert/facts/dates.hpp"

#include "advert/facts/date_grammar.hpp"

#include <array>
#include <chrono>

namespace rolewright::adverts {
namespace {

constexpr std::array purposes{fact_name::closing, fact_name::interview, fact_name::start, fact_name::posted, fact_name::date};  // date: something else's
constexpr std::size_t other_purpose = 4;
constexpr fact_names any_purpose = bit(fact_name::closing) | bit(fact_name::interview) | bit(fact_name::start) | bit(fact_name::posted) | bit(fact_name::date);
constexpr fact_kinds begins_date = bit(fact_kind::number) | bit(fact_kind::nth) | bit(fact_kind::month) | bit(fact_kind::weekday);
constexpr std::uint32_t longest_label_line = 60, farthest_from_words = 120;

// Monday is 1.
unsigned weekday_of(const calendar_date & d) {
    using namespace std::chrono;
    return weekday(sys_days(year(d.year) / d.month / d.day)).iso_encoding();
}

struct cue_at {
    range where;
    std::size_t purpose;
    bool last = false;  ///< of several dates the last one holds ("extended")
};

class date_reader {
public:
    date_reader(const fact_words & in, advert_facts & to, std::vector<note> & notes) : in_(in), notes_(notes), into_{&to.closing, &to.interview, &to.start, &to.posted} {}

    void read() {
        std::optional<std::size_t> asked_above;  // a label line without a date of its own speaks for the line below
        for (std::size_t i = 0; i < in_.lines().size(); ++i) asked_above = read_statement(i, asked_above);
    }

private:
    std::optional<std::size_t> read_statement(std::size_t i, std::optional<std::size_t> asked_above) {
        const auto & s = in_.lines()[i];
        const bool may_be_label = s.text.size() < longest_label_line && !in_.text().substr(0, s.text.end).ends_with('.');
        const bool may_hold_date = s.may_hold(begins_date);
        if (!may_hold_date && !may_be_label) return std::nullopt;
        find_cues(i, asked_above);
        if (cues_.empty()) return std::nullopt;
        const bool any = may_hold_date && read_dates_of(i);
        const bool one_purpose = std::all_of(cues_.begin(), cues_.end(), [&](const auto & c) { return c.purpose == cues_.front().purpose; });
        if (!any && one_purpose && may_be_label) return cues_.front().purpose;
        return std::nullopt;
    }

    void find_cues(std::size_t i, std::optional<std::size_t> asked_above) {
        const auto & s = in_.lines()[i];
        cues_.clear();
        for (std::size_t p = 0; p < purposes.size(); ++p)
            if (s.label_fact == purposes[p] || asked_above == p) cues_.push_back({{s.text.begin, s.text.begin}, p});
        if (s.said & any_purpose)
            for (const auto & h : in_.hits(i))
                for (std::size_t p = 0; p < purposes.size(); ++p)
                    if (h.rule->about == purposes[p] && h.rule->value != "not" && h.rule->value != "by") cues_.push_back({h.where, p, h.rule->value == "last"});
        if (cues_.empty() && s.kind == section_kind::apply && s.says(fact_name::closing))
            for (const auto & h : in_.hits(i))
                if (h.rule->about == fact_name::closing && h.rule->value == "by") cues_.push_back({h.where, 0});
        if (!cues_.empty() || s.heading.empty()) return;
        const auto by_heading = packs::fact_name_of(fact_named(in_.of, s.heading, in_.set, in_.work));
        for (std::size_t p = 0; p < other_purpose; ++p)
            if (by_heading == purposes[p]) cues_.push_back({{s.text.begin, s.text.begin}, p});
    }

    bool read_dates_of(std::size_t i) {
        const auto tokens = in_.tokens(i);
        const auto * it = tokens.data();
        const auto * end = it + tokens.size();
        bool any = false;
        std::optional<std::pair<const cue_at *, range>> before;
        while (it != end) {
            const auto * from = it;
            const auto found = (it->kinds & begins_date) ? parse_date(it, end, in_.country == "US" || in_.country == "PH") : std::nullopt;
            if (!found) {
                ++it;
                continue;
            }
            any = true;
            const range where{from->text.begin, std::prev(it)->text.end};
            const auto * cue = cue_for(where);
            // "extended from 5 March to 19 March": the later one holds.
            // So does the end of "1 May to 21 May", if it is applications that close.
            const bool spans = cue->purpose == 0 && from - tokens.data() > 1 && (std::prev(from)->is(fact_kind::to) || std::prev(from)->is(fact_kind::dash)) && before && before->second.end == std::prev(from, 2)->text.end;
            const bool replaces = before && before->first == cue && (cue->last || spans);
            if (cue->purpose != other_purpose) keep(*into_[cue->purpose], *found, where, replaces);
            before = {{cue, where}};
        }
        return any;
    }

    // The nearest words before the date, else the first ones behind it.
    const cue_at * cue_for(range date) const {
        const cue_at * best = nullptr;
        for (const auto & c : cues_)
            if (c.where.begin <= date.begin && (!best || c.where.end > best->where.end || (c.where.end == best->where.end && c.where.size() >= best->where.size()))) best = &c;
        if (best && date.begin - std::min(best->where.end, date.begin) > farthest_from_words)
            for (const auto & c : cues_)
                if (c.where.begin >= date.end && c.where.begin - date.end < farthest_from_words / 2) return &c;
        return best ? best : &cues_.front();
    }

    void keep(fact<calendar_date> & to, const date_words & d, range where, bool replaces) {
        std::optional<calendar_date> value;
        if (d.day && d.month && d.year) {
            value = date_from_string(to_string(calendar_date{static_cast<std::int16_t>(*d.year), static_cast<std::uint8_t>(*d.month), static_cast<std::uint8_t>(*d.day)}));
            if (!value) notes_.push_back({note_code::no_such_day, {std::string(where.of(in_.text()))}, where});
            else if (d.weekday && *d.weekday != weekday_of(*value)) notes_.push_back({note_code::weekday_differs, {std::string(where.of(in_.text()))}, where});
            else if (d.ambiguous && in_.country.empty()) notes_.push_back({note_code::day_and_month_unclear, {std::string(where.of(in_.text()))}, where});
        }
        if (value && (!to.value || replaces)) {
            to.value = value;
            to.ranges.insert(to.ranges.begin(), where);
        } else to.ranges.push_back(where);
    }

    const fact_words & in_;
    std::vector<note> & notes_;
    std::vector<cue_at> cues_;  ///< of the line at hand
    std::array<fact<calendar_date> *, other_purpose> into_;
};

}  // namespace

void read_dates(const fact_words & in, advert_facts & to, std::vector<note> & notes) { date_reader(in, to, notes).read(); }

}  // namespace rolewright::adverts
