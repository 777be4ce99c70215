// The advert's own blocks, in their order and word for word, are the draft's body. Out of it go the key-value lines of
// the facts that people look for first, and their table says too what running text states of them; a vague ask gives way to wording that says what is meant; and the gaps that
// make the advert strong are added where they belong: duties with the duties, security in a part of its own.
#include "improve/plan.hpp"

#include "advert/placeholder.hpp"
#include "improve/fact_table.hpp"
#include "score/arithmetic.hpp"
#include "text/characters.hpp"
#include "text/same_words.hpp"
#include "text/tokens.hpp"


#include <algorithm>
#include <span>

namespace rolewright::improving {
namespace {

constexpr std::size_t longest_heading = 90;
constexpr std::size_t most_gaps = 12, shown_gaps = 3;
constexpr std::uint32_t most_vague_words = 9;

class planner {
public:
    planner(const review & of, const packs::language_set & set, const packs::messages & say) : of_(of), set_(set), say_(say), text_(of.advert.source.text) {}

    plan make() {
        count_asks();
        read_title();
        read_facts();
        choose_replacements();
        read_body();
        add_gaps();
        ask_for_facts();
        return std::move(made_);
    }

private:
    const std::vector<block> & blocks() const { return of_.advert.source.blocks; }

    const std::vector<statement> & statements() const { return of_.advert.statements; }

    // Statements stand in the order of their blocks, and of their sections.
    std::span<const statement> statements_of(std::size_t block) const {
        const auto [first, last] = std::equal_range(statements().begin(), statements().end(), statement{.block = static_cast<std::uint32_t>(block)}, [](const statement & a, const statement & b) { return a.block < b.block; });
        return {first, last};
    }
    std::span<const statement> statements_in(std::size_t section) const {
        const auto [first, last] = std::equal_range(statements().begin(), statements().end(), statement{.section = static_cast<std::uint32_t>(section)}, [](const statement & a, const statement & b) { return a.section < b.section; });
        return {first, last};
    }
    std::uint32_t number_of(const statement & s) const { return static_cast<std::uint32_t>(&s - statements().data()); }

    void count_asks() {
        asks_.resize(statements().size());
        for (const auto & e : of_.judgement.evidence) ++asks_[of_.advert.clauses[e.clause].statement];
    }

    bool is_moved(const statement & s) const { return std::binary_search(moved_.begin(), moved_.end(), number_of(s)); }

    // The line that names the job, unless a field or a label says more exactly what the job is: then the line stays in the text.
    void read_title() {
        const auto & title = of_.advert.facts.title;
        for (std::size_t i = 0; i < blocks().size() && !title_block_; ++i)
            if (blocks()[i].area == block_area::main && std::find(title.ranges.begin(), title.ranges.end(), blocks()[i].text) != title.ranges.end()) title_block_ = i;
        const auto stated = title.value ? text::squeezed(*title.value) : std::string();
        const auto line = title_block_ ? text::squeezed(blocks()[*title_block_].text.of(text_)) : std::string();
        if (title_block_ && !says_title(line, stated)) title_block_.reset();
        made_.title = title_block_ ? line : stated;
        std::string::size_type at;
        while ((at = made_.title.find("**")) != std::string::npos) made_.title.erase(at, 2);  // left over from a page's own emphasis
    }

    // A label is exact; a field's title may be the line's without its trimmings ("Staff Nurse - Ward 4").
    bool says_title(std::string_view line, const std::string & stated) const {
        const auto & title = of_.advert.facts.title;
        if (stated.empty() || stated.size() > longest_heading) return true;
        constexpr std::ptrdiff_t most_trimmings = 4;  // words
        const auto spaces = [](std::string_view of) { return std::count(of.begin(), of.end(), ' '); };
        const bool by_label = !title.given && title.ranges.front() != blocks()[*title_block_].text;
        return text::holds_words(line, stated) && (by_label ? text::holds_words(stated, line) : spaces(line) <= spaces(stated) + most_trimmings);
    }

    void read_facts() {
        auto table = make_fact_table(of_, asks_, set_, say_);
        made_.facts = std::move(table.rows);
        made_.changes = std::move(table.changes);
        moved_ = std::move(table.moved);
    }

    // A short statement that holds a vague ask and nothing else gives way to wording that people can picture.
    void choose_replacements() {
        const auto * wording = scoring::clearer_wording(of_.judgement, scoring::arithmetic(of_.judgement.role, set_));
        if (!wording) return;
        bool done = false;
        for (const auto & e : of_.judgement.evidence) {
            const auto index = of_.advert.clauses[e.clause].statement;
            const auto & s = statements()[index];
            const bool only = asks_[index] == 1;
            const auto words = std::count(text_.begin() + s.text.begin, text_.begin() + s.text.end, ' ') + 1;
            const bool mostly_vague = e.level == level::vague && (e.match.size() + 12) * 2 >= s.text.size() && words <= most_vague_words;
            const bool states_fact = facts_in(s.text);
            if (done || !only || !mostly_vague || joins_more(s.text) || s.text != blocks()[s.block].text || s.clause_count != 1 || e.strength == strength::desirable || states_fact) continue;
            if (set_.criteria.criteria[e.criterion].id != "digital-basics" || s.form == statement_form::key_value || s.form == statement_form::cell) continue;
            replaced_.emplace_back(index, wording->sentence);
            made_.changes.push_back({change_kind::replace, wording->id, say_("change.replace", {{"quote", text::squeezed(s.text.of(text_))}}), s.text, wording->sentence});
            done = true;
        }
    }

    // "Good customer service and IT skills": an "and" or a comma joins what must not be lost.
    bool joins_more(range statement) const {
        if (statement.of(text_).find_first_of(",;/&") != std::string_view::npos) return true;
        std::vector<text::token> words;
        text::tokenize(text_, statement, set_.words, words);
        return std::any_of(words.begin(), words.end(), [&](const text::token & w) { return w.plain && (set_.kinds_by_word[w.word] & packs::bit(packs::fact_kind::both)); });
    }

    bool facts_in(range where) const {
        const auto & f = of_.advert.facts;
        for (const auto * ranges : {&f.salary.ranges, &f.closing.ranges, &f.hours_per_week.ranges, &f.contract.ranges, &f.workplace.ranges, &f.experience_years.ranges, &f.contact_email.ranges})
            for (const auto & r : *ranges)
                if (where.overlaps(r)) return true;
        return false;
    }

    void read_body() {
        // Whom it is from may have stood beside the text only.
        const auto & employer = of_.advert.facts.employer;
        if (employer.given && employer.value && !text::holds_phrase(text_, *employer.value)) made_.body.push_back({.what = piece::kind::line, .text = text::squeezed(*employer.value), .spaced = true});
        opening_ = made_.body.size();
        for (std::size_t i = 0; i < blocks().size(); ++i) {
            const auto & b = blocks()[i];
            if (b.area != block_area::main || i == title_block_ || b.text.empty()) continue;
            if (const auto cells = table_with_heads(i)) {
                add_columns(i, *cells);
                i += *cells - 1;
                continue;
            }
            if (const auto section = headed_by(b)) {
                if (moved_away(*section)) continue;
                const auto heading = of_.advert.sections[*section].heading;
                const auto words = text::squeezed(heading.of(text_));
                const bool numbered = heading.begin < b.text.begin;
                const bool as_heading = words.size() <= longest_heading && (b.kind != block_kind::list_item || numbered);
                section_ends_.emplace_back(*section, made_.body.size());
                if (as_heading) made_.body.push_back({.what = piece::kind::heading, .text = words});
                else if (b.kind == block_kind::list_item) made_.body.push_back({.what = piece::kind::item, .text = words, .level = b.level});
                else made_.body.push_back({.what = piece::kind::line, .text = words, .spaced = true});
                continue;
            }
            add_block(i);
        }
    }

    // A part of which every line went to the facts needs no heading any more, if its words are known to be no more than that.
    bool moved_away(std::size_t section) const {
        if (of_.advert.sections[section].by_content) return false;
        const auto all = statements_in(section);
        return !all.empty() && std::all_of(all.begin(), all.end(), [&](const statement & s) { return is_moved(s); });
    }

    std::optional<std::size_t> headed_by(const block & b) const {
        const auto & all = of_.advert.sections;
        const auto behind = std::partition_point(all.begin(), all.end(), [&](const section & s) { return s.text.begin < b.text.end; });
        if (behind == all.begin()) return std::nullopt;
        const auto & s = *std::prev(behind);
        if (s.run_in || s.heading.empty() || s.heading.end != b.text.end || s.heading.begin > b.text.begin) return std::nullopt;
        return static_cast<std::size_t>(&s - all.data());
    }

    // The block word for word, less what moved, with what was replaced.
    void add_block(std::size_t index) {
        const auto & b = blocks()[index];
        std::string words;
        auto at = b.text.begin;
        for (const auto & s : statements_of(index)) {
            const auto replaced = std::find_if(replaced_.begin(), replaced_.end(), [&](const auto & r) { return r.first == number_of(s); });
            if (!is_moved(s) && replaced == replaced_.end()) continue;
            const auto begin = std::max(s.text.begin, b.text.begin);
            words += std::string_view(text_).substr(at, begin - at);
            if (replaced != replaced_.end()) words += replaced->second;
            at = s.text.end;
        }
        words += std::string_view(text_).substr(at, b.text.end - at);
        words = text::squeezed(words);
        if (b.kind == block_kind::table_cell) return add_cell(index, words);
        if (words.empty()) return;
        if (b.kind == block_kind::list_item) made_.body.push_back({.what = piece::kind::item, .text = words, .level = b.level});
        else made_.body.push_back({.what = piece::kind::line, .text = words, .spaced = b.spaced || index == 0 || blocks()[index - 1].kind != b.kind || made_.body.size() == opening_, .closing = closes_advert(index)});
    }

    // How many cells a table has, if block `first` begins one whose first row only names its columns.
    std::optional<std::size_t> table_with_heads(std::size_t first) const {
        const auto & b = blocks()[first];
        if (b.kind != block_kind::table_cell || b.row != 0 || b.column != 0) return std::nullopt;
        std::size_t cells = 0, heads = 0;
        for (auto i = first; i < blocks().size() && blocks()[i].table == b.table; ++i, ++cells) {
            if (blocks()[i].row != 0) continue;
            if (!statements_of(i).empty() || is_label(i)) return std::nullopt;
            ++heads;
        }
        return heads > 1 ? std::optional(cells) : std::nullopt;
    }

    // Column by column: its head, then its cells as a list.
    void add_columns(std::size_t first, std::size_t cells) {
        std::uint32_t columns = 0;
        for (auto i = first; i < first + cells; ++i) columns = std::max(columns, blocks()[i].column + 1);
        for (std::uint32_t column = 0; column < columns; ++column)
            for (auto i = first; i < first + cells; ++i) {
                if (blocks()[i].column != column) continue;
                const auto words = text::squeezed(blocks()[i].text.of(text_));
                made_.body.push_back({.what = blocks()[i].row == 0 ? piece::kind::heading : piece::kind::item, .text = words});
            }
    }

    // Whether the next cell holds the value to what stands in this one.
    bool is_label(std::size_t cell) const {
        const auto next = statements_of(cell + 1);
        return std::any_of(next.begin(), next.end(), [&](const statement & s) { return s.label == blocks()[cell].text; });
    }

    // A label and its value stay one line; the label's own cell is part of it.
    void add_cell(std::size_t index, const std::string & words) {
        if (is_label(index)) return;
        for (const auto & s : statements_of(index)) {
            if (s.form != statement_form::key_value) continue;
            if (is_moved(s)) return;
            auto label = text::squeezed(s.label.of(text_));
            while (!label.empty() && label.back() == ':') label.pop_back();
            made_.body.push_back({.what = piece::kind::line, .text = label + ": " + value_of(s, text_), .spaced = false});
            return;
        }
        if (!words.empty()) made_.body.push_back({.what = piece::kind::item, .text = words});
    }

    void add_gaps() {
        for (const auto & g : gaps_to_strong()) {
            const bool security = set_.criteria.criteria[g.criterion].part == score_part::security;
            (security ? security_ : duties_).push_back(g.sentence);
            made_.changes.push_back({change_kind::add, set_.criteria.criteria[g.criterion].id, say_("change.add", {{"criterion", set_.criteria.criteria[g.criterion].title}}), {}, g.sentence});
        }
        std::vector<piece> extra;
        const auto duties_end = end_of_duties();
        if (!duties_.empty() && !duties_end) {
            extra.push_back({.what = piece::kind::heading, .duties = true});
            for (const auto & s : duties_) extra.push_back({.what = piece::kind::item, .text = s});
        }
        if (!security_.empty()) {
            extra.push_back({.what = piece::kind::heading, .safety = true});
            for (const auto & s : security_) extra.push_back({.what = piece::kind::item, .text = s});
        }
        const auto closing = before_closing_parts();
        std::vector<piece> items;
        if (duties_end) {
            const bool in_list = *duties_end > 0 && made_.body[*duties_end - 1].what == piece::kind::item;
            for (const auto & s : duties_) items.push_back({.what = in_list ? piece::kind::item : piece::kind::line, .text = s, .spaced = true});
        }
        // What follows now under no heading of its own gets one.
        if (!extra.empty() && closing < made_.body.size() && made_.body[closing].what != piece::kind::heading) extra.push_back({.what = piece::kind::heading, .apply = true});
        // The later place first, so that the earlier one does not move.
        const auto put = [&](std::size_t at, const std::vector<piece> & pieces) { made_.body.insert(made_.body.begin() + static_cast<std::ptrdiff_t>(at), pieces.begin(), pieces.end()); };
        if (duties_end && *duties_end > closing) put(*duties_end, items), put(closing, extra);
        else put(closing, extra), put(duties_end.value_or(0), items);
    }

    // The lines that the review shows, and as many more as make the advert strong.
    std::vector<gap> gaps_to_strong() const {
        if (of_.card.band == band::strong || !of_.card.score) return {};
        const scoring::arithmetic role(of_.judgement.role, set_);
        const auto card = card_after_replacing();
        auto all = scoring::gaps(of_.judgement, card, role, most_gaps).gaps;
        for (std::size_t n = std::min(shown_gaps, all.size()); n <= all.size(); ++n)
            if (scoring::gaps(of_.judgement, card, role, n).band_with == band::strong) {
                all.resize(n);
                break;
            }
        return all;
    }

    score_card card_after_replacing() const {
        auto card = of_.card;
        if (replaced_.empty()) return card;
        for (auto & c : card.criteria)
            if (set_.criteria.criteria[c.criterion].id == "digital-basics" && c.relevance != relevance::ask) c.value = set_.criteria.scoring.level[static_cast<std::size_t>(level::practical)];
        return card;
    }

    // Where the last part that is headed as duties ends in the body.
    std::optional<std::size_t> end_of_duties() const {
        for (auto s = section_ends_.rbegin(); s != section_ends_.rend(); ++s) {
            if (of_.advert.sections[s->first].kind != section_kind::duties) continue;
            return s == section_ends_.rbegin() ? made_.body.size() : std::prev(s)->second;
        }
        return std::nullopt;
    }

    // New parts stand before what closes an advert: the headed parts at its end, or else its last lines.
    std::size_t before_closing_parts() const {
        std::size_t at = made_.body.size();
        bool any_before = false;
        for (auto s = section_ends_.rbegin(); s != section_ends_.rend() && !any_before; ++s) {
            any_before = !closes(of_.advert.sections[s->first].kind);
            if (!any_before) at = s->second;
        }
        // Where every headed part would close the advert, it is its own text that the new parts stand behind.
        if (!any_before && !says_enough_before(at)) at = made_.body.size();
        if (at < made_.body.size()) return at;
        while (at > 0 && made_.body[at - 1].what == piece::kind::line && made_.body[at - 1].closing) --at;
        return says_enough_before(at) ? at : made_.body.size();
    }

    bool says_enough_before(std::size_t end) const {
        constexpr std::size_t long_line = 80;
        return std::any_of(made_.body.begin(), made_.body.begin() + static_cast<std::ptrdiff_t>(end), [](const piece & p) { return p.what != piece::kind::heading && p.text.size() >= long_line; });
    }

    static bool closes(section_kind kind) {
        return kind == section_kind::apply || kind == section_kind::equality || kind == section_kind::benefits || kind == section_kind::pay || kind == section_kind::employer || kind == section_kind::other;
    }

    // A paragraph of which every sentence is about applying or the small print.
    bool closes_advert(std::size_t block) const {
        const auto all = statements_of(block);
        return !all.empty() && std::all_of(all.begin(), all.end(), [](const statement & s) { return s.kind == section_kind::apply || s.kind == section_kind::equality; });
    }

    void ask_for_facts() {
        for (const auto & row : made_.facts)
            if (row.values.empty() && !row.no_question) made_.changes.push_back({change_kind::ask, row.fact, say_("change.ask"), {}, {}});
    }

    const review & of_;
    const packs::language_set & set_;
    const packs::messages & say_;
    const std::string & text_;
    plan made_;
    std::optional<std::size_t> title_block_;
    std::size_t opening_ = 0;           ///< where the advert's own text begins in the body
    std::vector<std::uint32_t> asks_;   ///< of each statement
    std::vector<std::uint32_t> moved_;  ///< statements, ascending
    std::vector<std::pair<std::uint32_t, std::string>> replaced_;
    std::vector<std::pair<std::size_t, std::size_t>> section_ends_;  ///< section, and where its heading stands in the body
    std::vector<std::string> duties_, security_;
};

}  // namespace

plan make_plan(const review & of, const packs::language_set & set, const packs::messages & say) { return planner(of, set, say).make(); }

}  // namespace rolewright::improving
