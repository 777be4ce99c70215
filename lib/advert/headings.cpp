// A block is a heading for one of three reasons: the page says so (<h2>, "## "), its words are a heading that the
// language pack knows, or it looks like one (short, bold or in capitals, or a lead-in with a colon that opens a list).
// The kind comes from the words; where only the look speaks, the content below decides later.
#include "advert/headings.hpp"

#include "advert/facts/near.hpp"
#include "advert/stated_fact.hpp"
#include "advert/words.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

constexpr std::size_t most_words_by_rule = 14;    // a rule in the middle of a line: the line must be short
constexpr std::size_t most_words_by_look = 9;
constexpr std::size_t most_words_lead_in = 32;    // "The successful candidate will …:" before a list
constexpr std::size_t most_bytes = 400;

bool ends_with_any(std::string_view line, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view e) { return line.ends_with(e); });
}

std::string_view without_closing_marks(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '-' || line.back() == '*')) line.remove_suffix(1);
    return line;
}

bool opens_list(const document & source, std::size_t index) {
    return index + 1 < source.blocks.size() && source.blocks[index + 1].kind == block_kind::list_item &&
           source.blocks[index + 1].area == source.blocks[index].area;
}

// Without list markers a list shows as three short lines or more, none of which closes like a sentence.
bool opens_bare_list(const document & source, std::size_t index) {
    int lines = 0;
    for (std::size_t i = index + 1; i < source.blocks.size() && lines < 3; ++i, ++lines) {
        const auto & b = source.blocks[i];
        if (b.kind != block_kind::paragraph || b.text.size() > 160) return false;
        if (i > index + 1 && b.spaced) return false;
    }
    return lines == 3;
}

// "2. Main duties": where the number of a list item begins, which is not in its block; without one, where the block begins.
std::uint32_t number_before(const document & source, std::size_t index) {
    const auto & b = source.blocks[index];
    const auto marker_end = b.text.begin == 0 ? std::string::npos : source.text.find_last_not_of(" \t", b.text.begin - 1);
    if (b.kind != block_kind::list_item || marker_end == std::string::npos || (source.text[marker_end] != '.' && source.text[marker_end] != ')')) return b.text.begin;
    const auto before = source.text.find_last_not_of("0123456789", marker_end - 1);
    const auto begin = static_cast<std::uint32_t>(before == std::string::npos ? 0 : before + 1);
    if (begin >= marker_end) return b.text.begin;
    return begin - (begin > 0 && source.text[begin - 1] == '(');
}

bool is_numbered(const document & source, std::size_t index) { return index < source.blocks.size() && number_before(source, index) < source.blocks[index].text.begin; }

struct look {
    std::size_t words = 0;
    std::size_t capitalised = 0;
    bool all_capitals = false;
};

look look_of(std::span<const text::token> tokens) {
    look l{.words = tokens.size()};
    std::size_t letters = 0, upper = 0;
    for (const auto & t : tokens) {
        l.capitalised += t.capital;
        if (t.number) continue;
        ++letters;
        upper += t.capitals || (t.capital && t.text.size() == 1);
    }
    l.all_capitals = letters > 0 && upper == letters && std::any_of(tokens.begin(), tokens.end(), [](const auto & t) { return t.capitals && t.text.size() > 3; });
    return l;
}

}  // namespace

// Commas and slashes part no words of a heading: "Knowledge, skills and abilities".
std::optional<heading_match> match_heading(std::string_view text, const text_words & line, const packs::language_set & set, workspace & work) {
    if (line.size() == 0 || line.size() > most_words_lead_in) return std::nullopt;
    const auto tokens = work.tokens_of(line);
    if (tokens.back().text.end - tokens.front().text.begin > most_bytes) return std::nullopt;
    std::optional<heading_match> best;
    std::size_t best_words = 0;
    each_match(line, packs::owner_kind::heading, query::marks::ignored, text, set, work, [&](std::uint32_t index, const query::match & m) {
        const auto & rule = set.language.headings[index];
        const std::size_t words = m.last - m.first;
        const bool whole = words == line.size();
        if (rule.whole && !whole) return;
        const bool better = !best || (whole && !best->whole) || (whole == best->whole && words > best_words);
        if (!better) return;
        best = heading_match{rule.kind, whole};
        best_words = words;
    });
    return best;
}

namespace {

// Whether nothing but the title and facts stands above: the lines of a letterhead are set like headings, and head nothing.
bool opens_advert(const document & source, std::size_t index, const packs::language_set & set, workspace & work) {
    constexpr std::size_t farthest = 20;
    if (index > farthest) return false;
    for (std::size_t i = 0; i < index; ++i) {
        const auto & b = source.blocks[i];
        const bool title = (b.kind == block_kind::heading && b.level == 1) || (!work.employer.empty() && b.text.contains(work.employer));
        if (b.area == block_area::main && !title && b.kind != block_kind::table_cell && !match_run_in(source.text, b.text, work.block_words[i], set, work)) return false;
    }
    return true;
}

heading_decision decide(const document & source, std::size_t index, const text_words & in, const packs::language_set & set, workspace & work) {
    const auto & b = source.blocks[index];
    if (b.text.size() > most_bytes || b.text.empty()) return {};
    const bool marked = b.kind == block_kind::heading;
    if (!marked && (b.kind == block_kind::table_cell || in.size() == 0)) return {};

    const auto line = without_closing_marks(b.text.of(source.text));
    const bool colon = ends_with_any(line, {":", ":-", "…", "...", ":–"});
    const bool closes = ends_with_any(line, {".", "!", ",", ";"}) && !colon;
    const bool question = line.ends_with("?");
    // What closes like a sentence is a heading only where the page says so; of list items, only one that opens a list of its
    // own, or is bold.
    if (!marked && closes) return {};
    const bool item = b.kind == block_kind::list_item;
    const bool numbered = item && is_numbered(source, index) && !is_numbered(source, index + 1) && !(index > 0 && is_numbered(source, index - 1));
    if (item && !b.strong && !numbered && !(colon && opens_list(source, index) && source.blocks[index + 1].level > b.level)) return {};

    const auto rule = match_heading(source.text, in, set, work);
    const auto kind = rule ? std::optional(rule->kind) : std::nullopt;
    if (marked) return {true, kind};
    if (item) return {rule && rule->whole, kind};
    if (rule && rule->whole) return {true, kind};
    const auto tokens = work.tokens_of(in);
    const auto l = look_of(tokens);
    if (colon && l.words <= most_words_lead_in && (opens_list(source, index) || opens_bare_list(source, index))) return {true, kind};
    if (l.words > most_words_by_rule || ((b.strong || rule || l.all_capitals) && states_a_fact(source.text, b.text, in, set, work))) return {};
    if (rule && (colon || question)) return {true, kind};
    if (rule && (b.strong || l.all_capitals)) return {true, kind};
    if (l.words > most_words_by_look) return {};
    const bool looks = b.strong || (l.all_capitals && l.words >= 1 && b.text.size() > 4);
    if (looks && !opens_advert(source, index, set, work)) return {true, kind};
    const bool titled = l.capitalised * 2 > l.words;
    return {rule && titled && b.spaced && l.words <= 6 && tokens.front().capital, kind};
}

}  // namespace

heading_decision decide_heading(const document & source, std::size_t index, const text_words & in, const packs::language_set & set, workspace & work) {
    auto made = decide(source, index, in, set, work);
    if (made.is_heading) made.text = {number_before(source, index), source.blocks[index].text.end};
    return made;
}

namespace {

// Facts whose label may be parted from its value by a dash alone that touches one of them: "Location -Ludlow". With others
// such a dash stands in a broken word: "Post- registration".
bool may_touch_its_dash(std::string_view fact) {
    static constexpr std::string_view facts[] = {"salary", "hours_per_week", "contract", "closing", "location"};
    return std::find(std::begin(facts), std::end(facts), fact) != std::end(facts);
}

// "Location - Penzance", "Salary – £24,000": where the dash stands, if the words before it name a fact and nothing else.
std::size_t label_dash(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work) {
    constexpr std::size_t farthest = 30, most_words_of_label = 5;
    constexpr auto nowhere = std::string_view::npos;
    const auto words = line.of(text).substr(0, farthest);
    constexpr char first_of_dash = '\xE2';
    if (words.find('-') == nowhere && words.find(first_of_dash) == nowhere) return nowhere;
    auto at = nowhere;
    for (const std::string_view dash : {" - ", " – ", " — "}) at = std::min(at, words.find(dash));
    const auto touching = std::min(words.find("- "), words.find(" -"));
    const bool touches = touching < at && !words.substr(touching).starts_with(" - ");
    if (touches) at = touching;
    if (at == nowhere || at < 2) return nowhere;
    const auto label = part_of(in, text, {line.begin, static_cast<std::uint32_t>(line.begin + at)}, set, work);
    if (label.size() == 0 || label.size() > most_words_of_label) return nowhere;
    const auto fact = fact_named(text, label, set, work);
    if (fact.empty()) return nowhere;
    if (!touches) return at;
    const auto value = words.find_first_not_of(" -", at);
    const bool opens_value = value != nowhere && !(words[value] >= 'a' && words[value] <= 'z');
    return may_touch_its_dash(fact) && opens_value ? at : nowhere;
}

}  // namespace

bool run_in::names_a_value() const {
    constexpr std::uint32_t longest_value = 160;
    return fact && (!heading || rest.size() <= longest_value);
}

std::optional<run_in> match_run_in(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work) {
    constexpr std::size_t farthest_colon = 60;
    const auto words = line.of(text);
    auto colon = words.substr(0, farthest_colon).find(':');
    if (const auto dash = label_dash(text, line, in, set, work); dash < colon) colon = dash;
    if (colon == std::string_view::npos || colon < 2) return std::nullopt;
    run_in found;
    found.label = {line.begin, static_cast<std::uint32_t>(line.begin + colon)};
    while (!found.label.empty() && text[found.label.end - 1] == ' ') --found.label.end;
    auto rest = line.begin + static_cast<std::uint32_t>(colon) + 1;
    while (rest < line.end && (text[rest] == ' ' || text[rest] == '-' || text[rest] == '\t')) ++rest;
    for (const std::string_view dash : {"– ", "— "})
        if (text.substr(rest).starts_with(dash)) rest += static_cast<std::uint32_t>(dash.size());
    found.rest = {rest, line.end};
    if (found.rest.empty() || text.substr(rest, 2) == "//") return std::nullopt;
    const auto label = part_of(in, text, found.label, set, work);
    if (label.size() == 0 || label.size() > 7) return std::nullopt;
    found.heading = match_heading(text, label, set, work);
    if (found.heading && !found.heading->whole) found.heading.reset();
    found.fact = !fact_named(text, label, set, work).empty();
    if (!found.heading && !found.fact) return std::nullopt;
    return found;
}

}  // namespace rolewright::adverts
