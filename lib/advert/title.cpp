// An advert that names its job does so first: in its first heading, or in a short first line without a closing stop.
#include "advert/title.hpp"

#include "advert/headings.hpp"
#include "advert/placeholder.hpp"

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

bool reads_like_a_title(const document & source, const block & b, const text_words & in) {
    if (b.text.size() > most_bytes || b.kind == block_kind::list_item || b.kind == block_kind::table_cell) return false;
    const auto line = b.text.of(source.text);
    if (line.ends_with('.') || line.ends_with(':') || line.ends_with('!') || line.ends_with('?') || line.ends_with(',')) return false;
    if (line.find("://") != std::string_view::npos) return false;
    return in.size() > 0 && in.size() <= most_words;
}

}  // namespace

std::optional<std::size_t> find_title_block(const document & source, const packs::language_set & set, workspace & work) {
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
        if (b.kind == block_kind::heading && b.level <= 2 && !is_part) return i;
        if (is_part || match_run_in(source.text, b.text, in, set, work) || !reads_like_a_title(source, b, in)) return std::nullopt;
        return i;
    }
    return std::nullopt;
}

}  // namespace rolewright::adverts
