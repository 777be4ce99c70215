// What a date is for is said by its label, by the pack's words nearest before it in the statement, by the label line just
// above it, or by the heading it stands under. Dates that nothing speaks for are no facts.
#include "advert/facts/dates.hpp"

#include "advert/facts/date_grammar.hpp"

#include <array>
#include <chrono>

namespace rolewright::adverts {
namespace {

constexpr std::array<std::string_view, 5> purposes{"closing", "interview", "start", "posted", "date"};  // "date": something else's
constexpr std::size_t other_purpose = 4;
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
        std::vector<cue_at> cues;
        for (std::size_t p = 0; p < purposes.size(); ++p)
            if (s.label_fact == purposes[p] || asked_above == p) cues.push_back({{s.text.begin, s.text.begin}, p});
        for (const auto & h : in_.hits(i))
            for (std::size_t p = 0; p < purposes.size(); ++p)
                if (h.rule->fact == purposes[p] && h.rule->value != "not") cues.push_back({h.where, p, h.rule->value == "last"});
        if (cues.empty()) {
            const auto & heading = s.heading;
            if (const auto by_heading = heading.empty() ? std::string_view() : fact_named(in_.of, heading, in_.set, in_.work); !by_heading.empty())
                for (std::size_t p = 0; p < other_purpose; ++p)
                    if (by_heading == purposes[p]) cues.push_back({{s.text.begin, s.text.begin}, p});
        }
        if (cues.empty()) return std::nullopt;
        const bool any = read_dates_of(i, cues);
        const bool one_purpose = std::all_of(cues.begin(), cues.end(), [&](const auto & c) { return c.purpose == cues.front().purpose; });
        if (!any && one_purpose && s.text.size() < longest_label_line && !in_.text().substr(0, s.text.end).ends_with('.')) return cues.front().purpose;
        return std::nullopt;
    }

    bool read_dates_of(std::size_t i, const std::vector<cue_at> & cues) {
        const auto tokens = in_.tokens(i);
        const auto * it = tokens.data();
        const auto * end = it + tokens.size();
        bool any = false;
        std::optional<std::pair<const cue_at *, range>> before;
        while (it != end) {
            const auto * from = it;
            const auto found = begins_date(*it) ? parse_date(it, end, in_.country == "US" || in_.country == "PH") : std::nullopt;
            if (!found) {
                ++it;
                continue;
            }
            any = true;
            const range where{from->text.begin, std::prev(it)->text.end};
            const auto * cue = cue_for(cues, where);
            // "extended from 5 March to 19 March": the later one holds.
            // So does the end of "1 May to 21 May", if it is applications that close.
            const bool spans = cue->purpose == 0 && from - tokens.data() > 1 && (std::prev(from)->is(fact_kind::to) || std::prev(from)->is(fact_kind::dash)) && before && before->second.end == std::prev(from, 2)->text.end;
            const bool replaces = before && before->first == cue && (cue->last || spans);
            if (cue->purpose != other_purpose) keep(*into_[cue->purpose], *found, where, replaces);
            before = {{cue, where}};
        }
        return any;
    }

    static bool begins_date(const fact_token & t) { return t.is(fact_kind::number) || t.is(fact_kind::nth) || t.is(fact_kind::month) || t.is(fact_kind::weekday); }

    // The nearest words before the date, else the first ones behind it.
    static const cue_at * cue_for(const std::vector<cue_at> & cues, range date) {
        const cue_at * best = nullptr;
        for (const auto & c : cues)
            if (c.where.begin <= date.begin && (!best || c.where.end > best->where.end || (c.where.end == best->where.end && c.where.size() >= best->where.size()))) best = &c;
        if (best && date.begin - std::min(best->where.end, date.begin) > farthest_from_words)
            for (const auto & c : cues)
                if (c.where.begin >= date.end && c.where.begin - date.end < farthest_from_words / 2) return &c;
        return best ? best : &cues.front();
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
    std::array<fact<calendar_date> *, other_purpose> into_;
};

}  // namespace

void read_dates(const fact_words & in, advert_facts & to, std::vector<note> & notes) { date_reader(in, to, notes).read(); }

}  // namespace rolewright::adverts
