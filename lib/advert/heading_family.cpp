#include "advert/heading_family.hpp"

#include "text/characters.hpp"
#include "text/tokens.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace rolewright::adverts {
namespace {

constexpr std::size_t most_words = 7, fewest_known = 2, fewest_alike = 3;  // alike: one known among them
constexpr std::size_t fewest_bytes = 4;
constexpr std::uint32_t long_enough = 60;  // bytes of a paragraph that can stand below a heading

// How plain lines that are headings are set: with text right below or an empty line between, with a colon or without.
struct look {
    bool gap_below = false;
    bool colon = false;
    std::size_t number() const { return gap_below * 2u + colon; }
};
constexpr std::size_t looks = 4;

class family {
public:
    family(const document & source, const workspace & work, std::span<heading_decision> decided) : source_(source), work_(work), decided_(decided) {}

    void add() {
        std::array<std::size_t, looks> known{}, alike{};
        for (std::size_t i = 0; i + 1 < decided_.size(); ++i) {
            if (!is_plain(i)) continue;
            if (decided_[i].is_heading) known[look_of(i).number()] += decided_[i].kind.has_value();
            else if (may_be_heading(i)) candidates_.push_back(i), ++alike[look_of(i).number()];
        }
        for (const auto i : candidates_) {
            const auto like = look_of(i).number();
            if (known[like] >= fewest_known || (known[like] > 0 && known[like] + alike[like] >= fewest_alike)) decided_[i].is_heading = true, decided_[i].text = at(i).text;
        }
    }

private:
    const block & at(std::size_t i) const { return source_.blocks[i]; }
    std::string_view line(std::size_t i) const { return at(i).text.of(source_.text); }

    bool is_plain(std::size_t i) const { return at(i).kind == block_kind::paragraph && at(i).area == block_area::main && at(i).spaced && !at(i).strong && !line(i).empty(); }
    look look_of(std::size_t i) const { return {at(i + 1).spaced, line(i).ends_with(':')}; }

    bool may_be_heading(std::size_t i) const { return stands_behind_text(i) && heads_text(i) && reads_like_heading(i); }

    static bool closes(std::string_view line) { return !line.empty() && std::string_view(".!?:)").find(line.back()) != std::string_view::npos; }

    // Right below a heading, or behind a line that closes nothing, it would be what is listed there.
    bool stands_behind_text(std::size_t i) const {
        if (i == 0 || decided_[i - 1].is_heading) return false;
        return work_.title_block == i - 1 || at(i - 1).kind != block_kind::paragraph || closes(line(i - 1));
    }

    bool heads_text(std::size_t i) const {
        const auto & below = at(i + 1);
        if (below.area != block_area::main || decided_[i + 1].is_heading) return false;
        return below.kind == block_kind::list_item || (below.kind == block_kind::paragraph && below.text.size() >= long_enough && closes(line(i + 1)));
    }

    // Of a few words without figures, addresses or the marks of a sentence.
    bool reads_like_heading(std::size_t i) const {
        const auto words = work_.tokens_of(work_.block_words[i]);
        if (words.empty() || words.size() > most_words || line(i).size() < fewest_bytes || !words.front().capital) return false;
        if (std::any_of(words.begin(), words.end(), [](const text::token & t) { return t.digits || t.number; })) return false;
        auto text = line(i);
        if (text.ends_with(':') || text.ends_with('?')) text.remove_suffix(1);
        return text.find_first_of(".,;:!?@/|()\"") == std::string_view::npos;
    }

    const document & source_;
    const workspace & work_;
    std::span<heading_decision> decided_;
    std::vector<std::size_t> candidates_;
};

}  // namespace

void drop_listed_headings(const document & source, std::span<heading_decision> decided) {
    constexpr std::size_t fewest_listed = 3;
    const auto & blocks = source.blocks;
    const auto is_plain = [&](std::size_t i) { return decided[i].is_heading && decided[i].kind && blocks[i].kind == block_kind::paragraph && !blocks[i].strong && blocks[i].area == block_area::main; };
    for (std::size_t first = 1; first < decided.size(); ++first) {
        if (!blocks[first - 1].text.of(source.text).ends_with(':')) continue;
        auto last = first;
        while (last < decided.size() && is_plain(last) && decided[last].kind == decided[first].kind) ++last;
        if (last - first >= fewest_listed) std::fill(decided.begin() + static_cast<std::ptrdiff_t>(first), decided.begin() + static_cast<std::ptrdiff_t>(last), heading_decision{});
    }
}

void drop_contents(const document & source, std::span<heading_decision> decided) {
    constexpr std::uint32_t longest = 80;
    constexpr std::size_t fewest = 3;
    const auto & blocks = source.blocks;
    const auto words = [&](std::size_t i) {
        auto line = text::fold(text::squeezed(blocks[i].text.of(source.text)));
        if (line.ends_with(':')) line.pop_back();
        return line;
    };
    std::unordered_map<std::string, std::size_t> last;  // where a line last heads a part
    for (std::size_t i = 0; i < decided.size(); ++i)
        if (decided[i].is_heading) last[words(i)] = i;
    const auto is_short = [&](std::size_t i) {
        const auto & b = blocks[i];
        return b.area == block_area::main && b.kind == block_kind::paragraph && !b.text.empty() && b.text.size() <= longest && std::string_view(".,;!").find(source.text[b.text.end - 1]) == std::string_view::npos;
    };
    for (std::size_t begin = 0; begin < decided.size(); ++begin) {
        if (!is_short(begin)) continue;
        auto end = begin;
        while (end < decided.size() && is_short(end)) ++end;
        std::vector<std::size_t> repeated;
        for (auto i = begin; i < end; ++i) {
            if (!decided[i].is_heading) continue;
            const auto again = last[words(i)];
            if (again >= end && again + 1 < decided.size() && (!is_short(again + 1) || decided[again + 1].is_heading)) repeated.push_back(i);
        }
        if (repeated.size() >= fewest && repeated.size() * 2 > repeated.back() - repeated.front()) std::fill(decided.begin() + static_cast<std::ptrdiff_t>(repeated.front()), decided.begin() + static_cast<std::ptrdiff_t>(repeated.back()) + 1, heading_decision{});
        begin = end;
    }
}

void add_headings_that_look_alike(const document & source, const workspace & work, std::span<heading_decision> decided) { family(source, work, decided).add(); }

}  // namespace rolewright::adverts
