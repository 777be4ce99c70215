// One walk over the blocks: a heading opens a section, everything else becomes statements (a key with its value, a list
// item, or sentences) cut into clauses. Then each statement gets its kind: its heading's, or what its own words say
// where there is no heading, where the heading says little, or where the text below a heading has moved on.
#include "advert/sections.hpp"

#include "advert/clauses.hpp"
#include "advert/facts/near.hpp"
#include "advert/flow.hpp"
#include "advert/heading_family.hpp"
#include "advert/heard.hpp"
#include "advert/placeholder.hpp"
#include "advert/title.hpp"
#include "advert/words.hpp"
#include "text/sentences.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace rolewright::adverts {
namespace {

constexpr double enough_to_say = 2.5;       // votes that give a sentence below "The role" its kind
constexpr double enough_to_move_on = 5;     // votes that take a sentence out of its heading's part
constexpr double enough_for_heading = 3;    // votes that name a heading whose words are not known

// What a labelled line is about, whatever part it stands in: "Salary: …", "Deadline: …".
std::optional<section_kind> kind_of_fact(std::string_view fact) {
    static constexpr std::pair<std::string_view, section_kind> kinds[] = {
        {"salary", section_kind::pay}, {"hours_per_week", section_kind::pay}, {"fte", section_kind::pay}, {"contract", section_kind::pay},
        {"closing", section_kind::apply}, {"interview", section_kind::apply}, {"reference", section_kind::apply},
        {"contact_name", section_kind::apply}, {"contact_email", section_kind::apply}, {"contact_phone", section_kind::apply}};
    for (const auto & [name, kind] : kinds)
        if (name == fact) return kind;
    return std::nullopt;
}

class section_reader {
public:
    section_reader(advert & to, const packs::language_set & set, const read_limits & limits, workspace & work)
        : to_(to), set_(set), limits_(limits), work_(work), sentence_marks_{set.language.abbreviations, set.language.openers, set.words} {}

    void read() {
        const auto [title, employer] = find_head(to_.source, set_, work_);
        work_.title_block = title, work_.employer = employer;
        decide_headings(title);
        for (std::size_t i = 0; i < blocks().size(); ++i) {
            const auto & b = blocks()[i];
            if (b.area != block_area::main || b.text.empty()) continue;
            if (i == title) {
                open_section(b.text.begin, {}, std::nullopt, false);
                continue;
            }
            read_block(i);
        }
        settle_kinds();
        tile();
    }

private:
    const std::vector<block> & blocks() const { return to_.source.blocks; }
    std::string_view text() const { return to_.source.text; }

    void decide_headings(std::optional<std::size_t> title) {
        headings_.resize(blocks().size());
        for (std::size_t i = 0; i < blocks().size(); ++i)
            if (i != title && blocks()[i].area == block_area::main) headings_[i] = decide_heading(to_.source, i, work_.block_words[i], set_, work_);
        drop_listed_headings(to_.source, headings_);
        drop_contents(to_.source, headings_);
        add_headings_that_look_alike(to_.source, work_, headings_);
    }

    void open_section(std::uint32_t begin, range heading, std::optional<section_kind> kind, bool is_run_in) {
        if (!to_.sections.empty() && heading.empty() && to_.sections.back().heading.empty()) return;
        // A part opened in the hope of words before the first heading, and there are none.
        if (!to_.sections.empty() && to_.sections.back().text.begin == begin) to_.sections.pop_back();
        to_.sections.push_back({.kind = kind.value_or(section_kind::other), .heading = heading, .text = {begin, begin}, .run_in = is_run_in, .by_content = !kind});
    }

    // Fills sentences_ with those of `where`.
    void find_sentences(range where) {
        sentences_.clear();
        text::sentences(text(), where, sentence_marks_, sentences_);
        cut_long_ones();
    }

    // The value is the first sentence; what follows in the same paragraph speaks for itself.
    void add_key_value(range where, range label, std::size_t block_index) {
        constexpr std::uint32_t longest_value = 300;
        if (where.size() <= longest_value) return add_statement(where, label, statement_form::key_value, block_index);
        find_sentences(where);
        const auto first = sentences_.front();
        add_statement(first, label, statement_form::key_value, block_index);
        if (first.end < where.end) add_sentences({first.end, where.end}, statement_form::sentence, block_index);
    }

    void read_block(std::size_t i) {
        const auto & b = blocks()[i];
        words_ = work_.block_words[i];
        block_ = i;
        if (b.kind == block_kind::table_cell) return read_cell(i);
        if (const auto & h = headings_[i]; h.is_heading) return open_section(h.text.begin, h.text, h.kind, false);
        if (to_.sections.empty()) open_section(b.text.begin, {}, std::nullopt, false);
        auto rest = b.text;
        if (const auto r = match_run_in(text(), b.text, words_, set_, work_)) {
            if (r->names_a_value()) return add_key_value(b.text, r->label, i);
            if (r->heading && b.kind != block_kind::list_item) {
                open_section(b.text.begin, r->label, r->heading->kind, true);
                rest = r->rest;
            }
        }
        add_sentences(rest, b.kind == block_kind::list_item ? statement_form::list_item : statement_form::sentence, i);
    }

    // A row of two cells whose first is a label is a key and its value; a cell below a known column head has its kind.
    void read_cell(std::size_t i) {
        const auto & b = blocks()[i];
        if (to_.sections.empty()) open_section(b.text.begin, {}, std::nullopt, false);
        if (b.row == 0 && b.column == 0) read_column_heads(i);
        const auto rule = match_heading(text(), words_, set_, work_);
        const bool same_row_before = i > 0 && blocks()[i - 1].table == b.table && blocks()[i - 1].row == b.row;
        const bool same_row_after = i + 1 < blocks().size() && blocks()[i + 1].table == b.table && blocks()[i + 1].row == b.row;
        if (b.column == 0 && same_row_after) {
            if (b.row == 0 && rule && rule->whole && heads_a_column(i + 1)) return;
            if (column_kinds_.empty() && reads_like_a_label(b)) {
                pending_label_ = i;
                return;
            }
        }
        if (b.row == 0 && rule && rule->whole) return;
        if (pending_label_ && same_row_before && *pending_label_ == i - 1) {
            const auto label = blocks()[*pending_label_].text;
            pending_label_.reset();
            return add_statement({label.begin, b.text.end}, label, statement_form::key_value, i);
        }
        add_sentences(b.text, statement_form::cell, i);
    }

    bool heads_a_column(std::size_t i) const {
        const auto rule = match_heading(text(), work_.block_words[i], set_, work_);
        return blocks()[i].head_cell || (rule && rule->whole);
    }

    // "Essential | Desirable": a first row whose every cell is a heading names its columns.
    void read_column_heads(std::size_t first) {
        column_kinds_.clear();
        std::map<std::uint32_t, section_kind> found;
        for (auto i = first; i < blocks().size() && blocks()[i].table == blocks()[first].table && blocks()[i].row == 0; ++i) {
            const auto rule = match_heading(text(), work_.block_words[i], set_, work_);
            if (!rule || !rule->whole) return;
            found[blocks()[i].column] = rule->kind;
        }
        if (found.size() > 1) column_kinds_ = std::move(found);
    }

    bool reads_like_a_label(const block & b) const {
        constexpr std::size_t most_bytes = 60;
        const auto line = b.text.of(text());
        return b.head_cell || line.ends_with(':') || (line.size() <= most_bytes && line.find('.') == std::string_view::npos);
    }

    void add_sentences(range where, statement_form form, std::size_t block_index) {
        find_sentences(where);
        for (const auto & s : sentences_) {
            if (form == statement_form::sentence && &s != &sentences_.front())
                if (const auto r = match_run_in(text(), s, words_, set_, work_); r && r->heading && !r->names_a_value()) open_section(s.begin, r->label, r->heading->kind, true);
            add_statement(s, {}, form, block_index);
        }
    }

    // A statement of a table's row goes beyond the cell whose words are at hand.
    text_words words_in(range where) {
        const auto & b = blocks()[block_];
        return b.text.contains(where) ? part_of(words_, text(), where, set_, work_) : read_words(text(), where, set_, work_);
    }

    // No sentence is so long; what is has lost its stops, or means harm.
    void cut_long_ones() {
        if (std::none_of(sentences_.begin(), sentences_.end(), [&](range s) { return s.size() > limits_.sentence_bytes; })) return;
        note_once({note_code::line_too_long});
        std::vector<range> pieces;
        for (auto s : sentences_) {
            while (s.size() > limits_.sentence_bytes) {
                auto at = s.begin + limits_.sentence_bytes;
                const auto space = text().rfind(' ', at);
                if (space != std::string_view::npos && space > s.begin) at = static_cast<std::uint32_t>(space);
                while (at > s.begin && (static_cast<unsigned char>(text()[at]) & 0xC0) == 0x80) --at;
                pieces.push_back({s.begin, at});
                s.begin = at + (text()[at] == ' ');
            }
            if (!s.empty()) pieces.push_back(s);
        }
        sentences_ = std::move(pieces);
    }

    void note_once(note n) {
        if (std::none_of(to_.notes.begin(), to_.notes.end(), [&](const note & o) { return o.code == n.code; })) to_.notes.push_back(std::move(n));
    }

    void add_statement(range where, range label, statement_form form, std::size_t block_index) {
        if (to_.statements.size() >= limits_.statements) return note_once({note_code::too_many_statements, {std::to_string(limits_.statements)}});
        statement s{.text = where, .label = label, .section = static_cast<std::uint32_t>(to_.sections.size() - 1), .block = static_cast<std::uint32_t>(block_index), .form = form};
        const auto words = words_in(where);
        if (!label.empty()) s.label_fact = fact_named(text(), part_of(words, text(), label, set_, work_), set_, work_);
        s.placeholder = is_placeholder(range{label.empty() ? where.begin : label.end, where.end}.of(text()));
        to_.statements.push_back(std::move(s));
        add_clauses(to_, static_cast<std::uint32_t>(to_.statements.size() - 1), words, set_, work_);
        const auto & b = blocks()[block_index];
        const auto column = form == statement_form::cell ? column_kinds_.find(b.column) : column_kinds_.end();
        forced_kind_.push_back(column == column_kinds_.end() ? std::nullopt : std::optional(column->second));
    }

    section_votes votes_of(const statement & s) const {
        section_votes votes;
        for (std::uint32_t c = 0; c < s.clause_count; ++c) add_votes(votes, s.first_clause + c, set_, work_);
        return votes;
    }

    void settle_kinds() {
        std::vector<section_votes> by_section(to_.sections.size());
        std::vector<section_votes> by_statement;
        by_statement.reserve(to_.statements.size());
        std::optional<std::uint32_t> heard_in;
        for (const auto & s : to_.statements) {
            const auto & own = by_statement.emplace_back(votes_of(s));
            const auto & in = to_.sections[s.section];
            if (!in.heading.empty() && in.by_content) {
                if (heard_in != s.section) heard_.forget_all(), heard_in = s.section;
                // What is said twice votes once.
                if (!heard_.is_new(s.text.of(text()))) continue;
            }
            for (std::size_t k = 0; k < std::size(own.weight); ++k) by_section[s.section].weight[k] += own.weight[k];
        }
        for (std::size_t i = 0; i < to_.sections.size(); ++i) name_heading(i, by_section[i]);
        settle_flow(by_statement);
        for (std::size_t i = 0; i < to_.statements.size(); ++i) settle(i, by_statement[i]);
        split_headless();
    }

    // The words of the heading are not known: what stands below it, or else a lead-in goes on with the part before.
    void name_heading(std::size_t i, const section_votes & votes) {
        auto & s = to_.sections[i];
        if (!s.by_content || s.heading.empty()) return;
        if (votes.best_weight() >= enough_for_heading) s.kind = votes.best();
        else if (i > 0 && !to_.sections[i - 1].heading.empty() && s.heading.of(text()).ends_with(':')) s.kind = to_.sections[i - 1].kind;
    }

    // A part without heading, or whose heading shares its line with text, is told by its sentences together.
    bool flows(std::size_t i) const {
        const auto & in = to_.sections[to_.statements[i].section];
        return in.heading.empty() || in.run_in || in.by_content;
    }

    // A list goes on with its lead-in and with the item before.
    bool goes_on(const statement & before) const { return before.form == statement_form::list_item || text()[before.text.end - 1] == ':'; }

    flow_step step_of(std::size_t i, const section_votes & votes) const {
        const auto & s = to_.statements[i];
        const auto & in = to_.sections[s.section];
        const bool first = i == 0 || to_.statements[i - 1].section != s.section;
        return {.votes = votes,
                .heading = first && in.run_in ? std::optional(in.kind) : std::nullopt,
                .opens_paragraph = i == 0 || to_.statements[i - 1].block != s.block,
                .item = s.form == statement_form::list_item && i > 0 && goes_on(to_.statements[i - 1])};
    }

    void settle_flow(const std::vector<section_votes> & votes) {
        std::vector<flow_step> steps;
        std::vector<std::size_t> step_number;
        for (std::size_t i = 0; i < to_.statements.size();) {
            steps.clear();
            step_number.clear();
            heard_.forget_all();
            const auto begin = i;
            for (; i < to_.statements.size() && flows(i); ++i) {
                // What is said again says nothing more: it goes with what stands before it.
                if (heard_.is_new(to_.statements[i].text.of(text()))) steps.push_back(step_of(i, votes[i]));
                step_number.push_back(steps.size() - 1);
            }
            const auto kinds = follow(steps);
            for (std::size_t k = 0; k < step_number.size(); ++k) to_.statements[begin + k].kind = kinds[step_number[k]];
            if (steps.empty()) ++i;
        }
    }

    void settle(std::size_t i, const section_votes & votes) {
        auto & s = to_.statements[i];
        const auto & in = to_.sections[s.section];
        if (forced_kind_[i]) {
            s.kind = *forced_kind_[i];
            return;
        }
        if (const auto named = s.label_fact.empty() ? std::nullopt : kind_of_fact(s.label_fact)) {
            s.kind = *named;
            return;
        }
        if (flows(i)) return;
        const auto best = votes.best();
        const double weight = votes.best_weight();
        s.kind = in.kind;
        if (in.kind == section_kind::role && weight >= enough_to_say) s.kind = best;
        // What has to be done for a benefit is no ask.
        const bool offers = (in.kind == section_kind::benefits || in.kind == section_kind::pay) && votes.weight[static_cast<std::size_t>(section_kind::benefits)] <= 0;
        const bool leaves = best == section_kind::apply || best == section_kind::equality || best == section_kind::employer || best == section_kind::benefits ||
                            (offers && (best == section_kind::requirements || best == section_kind::duties));
        if (leaves && s.form == statement_form::sentence && weight >= enough_to_move_on && weight > votes.weight[static_cast<std::size_t>(in.kind)] + 2) s.kind = best;
    }

    // A part without heading is cut where the kind of its sentences changes.
    void split_headless() {
        std::vector<section> cut;
        cut.reserve(to_.sections.size());
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < to_.sections.size(); ++i) {
            auto part = to_.sections[i];
            const bool headless = part.heading.empty();
            bool begun = false;
            while (next < to_.statements.size() && to_.statements[next].section == i) {
                auto & s = to_.statements[next];
                if (headless && (!begun || s.kind != part.kind)) {
                    if (begun) cut.push_back(part), part.text = {s.text.begin, s.text.begin};
                    part.kind = s.kind;
                }
                begun = true;
                s.section = static_cast<std::uint32_t>(cut.size());
                ++next;
            }
            cut.push_back(part);
        }
        to_.sections = std::move(cut);
    }

    void tile() {
        const auto last = blocks().empty() ? 0 : blocks().back().text.end;
        for (std::size_t i = 0; i < to_.sections.size(); ++i) to_.sections[i].text.end = i + 1 < to_.sections.size() ? to_.sections[i + 1].text.begin : last;
    }

    advert & to_;
    const packs::language_set & set_;
    const read_limits & limits_;
    workspace & work_;
    text::sentence_marks sentence_marks_;
    std::map<std::uint32_t, section_kind> column_kinds_;
    std::optional<std::size_t> pending_label_;
    std::vector<heading_decision> headings_;  ///< by block
    text_words words_;       // of the block at hand …
    std::size_t block_ = 0;  // … this one
    std::vector<range> sentences_;
    std::vector<std::optional<section_kind>> forced_kind_;
    heard heard_;
};

}  // namespace

void read_sections(advert & to, const packs::language_set & set, const review_options & options, workspace & work) { section_reader(to, set, options.limits, work).read(); }

}  // namespace rolewright::adverts
