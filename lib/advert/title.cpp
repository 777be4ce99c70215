// An advert that names its job does so first: in its first heading, or in a short first line without a closing stop. Where
// that is the employer's name, a line just below may name a trade; and right below the job the employer's name may stand.
#include "advert/title.hpp"

#include "advert/headings.hpp"
#include "advert/placeholder.hpp"
#include "advert/words.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

constexpr std::size_t most_bytes = 120;
constexpr std::size_t most_words = 14;
constexpr std::size_t longest_label = 20;  // "Job advert link:"

// "URL: https://…": where the advert was found is no part of it.
bool is_only_an_address(std::string_view line) {
    const auto mark = line.find("://");
    if (mark == std::string_view::npos || line.find(' ', mark) != std::string_view::npos) return false;
    return std::min(line.rfind(' ', mark) + 1, mark) <= longest_label;
}

bool reads_like_a_title(const document & source, const block & b, std::span<const text::token> words) {
    if (b.text.size() > most_bytes || b.kind == block_kind::list_item || b.kind == block_kind::table_cell) return false;
    const auto line = b.text.of(source.text);
    if (line.ends_with('.') || line.ends_with(':') || line.ends_with('!') || line.ends_with('?') || line.ends_with(',')) return false;
    if (line.find("://") != std::string_view::npos) return false;
    // Of fields between bars the first is the title.
    const auto bar = b.text.begin + std::min(line.find('|'), line.size());
    const auto counted = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const text::token & t) { return t.text.begin < bar; }));
    return counted > 0 && counted <= most_words;
}

bool has_word_of(const std::unordered_set<text::word_id> & some, std::span<const text::token> words) {
    return std::any_of(words.begin(), words.end(), [&](const text::token & t) { return some.contains(t.word); });
}

bool names(packs::owner_kind what, std::string_view text, const text_words & line, const packs::language_set & set, workspace & work) {
    bool any = false;
    each_match(line, what, query::marks::part, text, set, work, [&](std::uint32_t, const query::match &) { any = true; });
    return any;
}

// Up to the first comma, bar or dash between spaces; brackets belong to a name ("Kites (UK) Ltd").
range first_piece(std::string_view text, range line) {
    const auto words = line.of(text);
    auto end = words.size();
    for (const std::string_view mark : {",", "|", " - ", " – ", " — "}) end = std::min(end, words.find(mark));
    while (end > 0 && words[end - 1] == ' ') --end;
    return {line.begin, line.begin + static_cast<std::uint32_t>(end)};
}

// "Withercombe Parish Council", "County of Withercombe", "School District No. 3"; but not "School Bursar" or "Clerk to the Council".
bool names_employer(std::string_view text, range where, const text_words & line, const packs::language_set & set, workspace & work) {
    const auto piece = first_piece(text, where);
    auto words = work.tokens_of(line);
    while (!words.empty() && words.back().text.begin >= piece.end) words = words.first(words.size() - 1);
    if (words.empty() || has_word_of(set.occupations, words)) return false;
    bool named = false;
    for (std::size_t i = 0; i < words.size() && !named; ++i) {
        if (!set.organisations.contains(words[i].word)) continue;
        const bool last = i + 1 == words.size() || words.back().digits;
        named = last || (set.kinds_by_word[words[i + 1].word] & bit(packs::fact_kind::of));
    }
    return named && !names(packs::owner_kind::role_title, text, line, set, work);
}

// Capitals throughout, small words aside, and no article; or a word or two.
bool is_set_as_title(std::span<const text::token> words, const packs::language_set & set) {
    constexpr std::size_t few = 2;
    return std::all_of(words.begin(), words.end(), [&](const text::token & t) {
        const bool article = set.kinds_by_word[t.word] & bit(packs::fact_kind::per);
        return !article && (t.capital || t.before == text::gap_before::joiner || t.digits || words.size() <= few || set.never_first.contains(t.word));
    });
}

// The line near below an employer's name that names a trade.
std::optional<std::size_t> find_title_below(std::size_t employer, const document & source, const packs::language_set & set, workspace & work) {
    constexpr int farthest = 4;
    int looked_at = 0;
    for (auto i = employer + 1; i < source.blocks.size() && looked_at < farthest; ++i) {
        const auto & b = source.blocks[i];
        if (b.area != block_area::main) continue;
        ++looked_at;
        const auto line = work.block_words[i];
        const auto rule = match_heading(source.text, line, set, work);
        if ((rule && rule->whole) || (b.kind != block_kind::heading && !reads_like_a_title(source, b, work.tokens_of(line)))) return std::nullopt;
        if (match_run_in(source.text, b.text, line, set, work)) return std::nullopt;
        const bool labelled = b.text.of(source.text).find(':') != std::string_view::npos;  // "Principal: Ms Tully"
        if (labelled || names_employer(source.text, b.text, line, set, work) || !is_set_as_title(work.tokens_of(line), set)) continue;
        if (has_word_of(set.occupations, work.tokens_of(line)) || names(packs::owner_kind::role_title, source.text, line, set, work) || names(packs::owner_kind::family_title, source.text, line, set, work)) return i;
    }
    return std::nullopt;
}

// "Bee keeper" and below it "Withercombe Parish Council"; between them a table of facts may stand, or lines of them.
range employer_below(std::size_t title, const document & source, const packs::language_set & set, workspace & work) {
    constexpr std::size_t farthest = 20;
    auto i = title + 1;
    const auto states_a_fact = [&](const block & b) { return b.kind == block_kind::table_cell || b.area != block_area::main || match_run_in(source.text, b.text, work.block_words[i], set, work); };
    while (i < source.blocks.size() && i < title + farthest && states_a_fact(source.blocks[i])) ++i;
    if (i >= source.blocks.size() || source.blocks[i].kind != block_kind::paragraph) return {};
    const auto & b = source.blocks[i];
    const auto line = work.block_words[i];
    const auto words = work.tokens_of(line);
    // Words that everybody knows make no name: "Primary School", "Full Time Council".
    if (std::all_of(words.begin(), words.end(), [](const text::token & t) { return text::is_known(t.word) || t.digits; }) || (!words.empty() && words.back().digits)) return {};
    if (!reads_like_a_title(source, b, work.tokens_of(line)) || b.text.of(source.text).find(':') != std::string_view::npos || match_heading(source.text, line, set, work)) return {};
    return is_set_as_title(work.tokens_of(line), set) && names_employer(source.text, b.text, line, set, work) ? first_piece(source.text, b.text) : range{};
}

}  // namespace

head_of_advert find_head(const document & source, const packs::language_set & set, workspace & work) {
    for (std::size_t i = 0; i < source.blocks.size(); ++i) {
        const auto & b = source.blocks[i];
        if (b.area != block_area::main) continue;
        // A gap that a template left ("[Department logo]") does not hide the title either, unless it is the title's own.
        const auto line = b.text.of(source.text);
        const bool heads_all = b.kind == block_kind::heading && b.level == 1;
        if (is_only_an_address(line) || (is_placeholder(line) && !heads_all)) continue;
        const auto in = work.block_words[i];
        const auto rule = match_heading(source.text, in, set, work);
        const bool is_part = rule && rule->whole;
        const bool is_heading = b.kind == block_kind::heading && b.level <= 2 && !is_part;
        if (!is_heading && (is_part || match_run_in(source.text, b.text, in, set, work) || !reads_like_a_title(source, b, work.tokens_of(in)))) return {};
        if (names_employer(source.text, b.text, in, set, work))
            if (const auto below = find_title_below(i, source, set, work)) return {below, first_piece(source.text, b.text)};
        return {i, employer_below(i, source, set, work)};
    }
    return {};
}

}  // namespace rolewright::adverts
