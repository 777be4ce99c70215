// How an advert is taken apart, on every advert there is: nothing is lost and nothing told twice. Sections tile the text,
// statements stand in their section and block, clauses tile their statement.
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/engine.hpp"
#include "support/postings.hpp"

#include <rolewright/rolewright.hpp>

#include <cctype>

using namespace rolewright;

namespace {

// The marks between a label and its value, a number and its item.
bool holds_no_word(std::string_view text, range where) {
    const auto marks = where.of(text);
    return std::none_of(marks.begin(), marks.end(), [](unsigned char c) { return std::isalnum(c); });
}

// The sections, in order and without gap, from the first main block to the end of the last block.
std::string problem_with_sections(const advert & a) {
    if (a.sections.empty()) return a.statements.empty() ? "" : "statements without a section";
    const auto & blocks = a.source.blocks;
    const auto first = std::find_if(blocks.begin(), blocks.end(), [](const block & b) { return b.area == block_area::main && !b.text.empty(); });
    if (first == blocks.end() || a.sections.front().text.begin != first->text.begin) return "the first section does not begin with the first block";
    if (a.sections.back().text.end != blocks.back().text.end) return "the last section does not end with the last block";
    for (std::size_t i = 0; i < a.sections.size(); ++i) {
        const auto & s = a.sections[i];
        if (i > 0 && s.text.begin != a.sections[i - 1].text.end) return "a gap or an overlap before section " + std::to_string(i);
        if (s.text.empty()) return "section " + std::to_string(i) + " is empty";
        if (!s.heading.empty() && (!s.text.contains(s.heading) || s.heading.begin != s.text.begin)) return "the heading of section " + std::to_string(i) + " does not open it";
    }
    return {};
}

std::string problem_with_statements(const advert & a) {
    std::uint32_t next_clause = 0, at = 0;
    for (std::size_t i = 0; i < a.statements.size(); ++i) {
        const auto & s = a.statements[i];
        const auto name = "statement " + std::to_string(i);
        if (s.text.empty() || s.text.begin < at) return name + " is empty or overlaps the one before";
        at = s.text.end;
        if (s.section >= a.sections.size() || !a.sections[s.section].text.contains(s.text)) return name + " stands outside its section";
        if (s.block >= a.source.blocks.size() || a.source.blocks[s.block].area != block_area::main) return name + " has no block of its own";
        if (!s.label.empty() && !s.text.contains(s.label)) return name + " does not hold its label";
        if (s.first_clause != next_clause || s.clause_count == 0) return name + " has the wrong clauses";
        auto end = s.text.begin;
        for (std::uint32_t c = 0; c < s.clause_count; ++c, ++next_clause) {
            const auto & clause = a.clauses[next_clause];
            if (clause.statement != i || clause.text.begin != end || clause.text.empty()) return name + ": its clauses leave a gap";
            end = clause.text.end;
        }
        if (end != s.text.end) return name + ": its clauses end too early";
    }
    return next_clause == a.clauses.size() ? "" : "clauses without a statement";
}

// Every word of the main text stands in a statement, a heading, a label or the title.
std::string problem_with_words(const advert & a) {
    const std::string_view text = a.source.text;
    std::vector<range> covered;
    for (const auto & s : a.statements) covered.push_back(s.text);
    for (const auto & s : a.sections) covered.push_back(s.heading);
    for (const auto & r : a.facts.title.ranges) covered.push_back(r);
    std::sort(covered.begin(), covered.end());
    for (const auto & b : a.source.blocks) {
        if (b.area != block_area::main || b.kind == block_kind::table_cell) continue;  // a table's first row may name its columns
        auto at = b.text.begin;
        for (const auto & c : covered) {
            if (c.end <= at) continue;
            if (c.begin >= b.text.end) break;
            if (c.begin > at && !holds_no_word(text, {at, c.begin})) return "not read: " + std::string(range{at, c.begin}.of(text));
            at = c.end;
        }
        if (at < b.text.end && !holds_no_word(text, {at, b.text.end})) return "not read: " + std::string(range{at, b.text.end}.of(text));
    }
    return {};
}

void check_structure(const std::string & name, std::string_view bytes) {
    INFO(name);
    const auto read = support::the_engine().review(bytes, {.language = "en", .date = "2026-06-01"});
    if (!read) return;
    for (const auto & r : read->adverts) {
        CHECK(problem_with_sections(r.advert) == "");
        CHECK(problem_with_statements(r.advert) == "");
        CHECK(problem_with_words(r.advert) == "");
    }
}

}  // namespace

TEST_CASE("sections tile the document, clauses their statement, and no word is lost") {
    for (const auto & file : support::adverts()) check_structure(file.path, file.bytes);
    constexpr std::size_t every = 20;
    for (const auto & p : support::postings(every)) check_structure(p.id, p.html);
}
