// From the surest to the least sure: where the page says that its matter is; what says that it stands around it; what
// only looks so. At the end, a page that was misread (nearly nothing is left) is given its words back.
#include "read/page_areas.hpp"

#include <algorithm>
#include <bit>
#include <optional>

namespace rolewright::readers {
namespace {

constexpr std::size_t short_block = 60, half = 2;

class area_marker {
public:
    explicit area_marker(web_page & page) : page_(page), boxes_(page.boxes), blocks_(page.doc.blocks), looks_(page.looks) {
        // Letters that are no link and no button, summed up.
        sum_.push_back(0);
        for (std::size_t i = 0; i < blocks_.size(); ++i) sum_.push_back(sum_.back() + (looks_[i].linked || looks_[i].control ? 0 : blocks_[i].text.size()));
        certain_.resize(blocks_.size());
        all_.push_back(0);
        for (const auto & b : blocks_) all_.push_back(all_.back() + b.text.size());
        title_ = only_title();
    }

    void mark_surroundings(const page_evidence * says) {
        find_scope();
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (!in_scope_.empty() && !in_scope_[i]) blocks_[i].area = block_area::chrome;
        std::uint32_t done = 0;
        for (std::size_t b = 1; b < boxes_.size(); ++b) {
            const auto & box = boxes_[b];
            const bool header = box.role == element_role::header && !within(box.parent, [](const page_box & o) { return o.main || o.article || o.posting; });
            if (box.first < done || (box.around == surroundings::none && !header)) continue;
            if (matters(box, says, header)) continue;
            mark(box.first, box.end, box.around == surroundings::kind);
            done = box.end;
        }
        mark_link_lists();
    }

    // "Related jobs" and what follows it.
    void mark_by_headings(const page_evidence & says) {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!says.blocks[i].around || blocks_[i].area == block_area::chrome) continue;
            mark(i, end_of_part(i), true);
        }
    }

    // Buttons, the names of fields, and forms that ask for much; what says that cookies are used, with its buttons.
    void mark_controls(const page_evidence & says) {
        constexpr std::uint32_t many_fields = 3;
        for (std::uint32_t b = 1; b < boxes_.size(); ++b)
            if (boxes_[b].fields >= many_fields && letters(boxes_[b]) * half < sum_.back()) mark_form(b);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!says.blocks[i].notice || blocks_[i].area == block_area::chrome) continue;
            mark(i, i + 1, true);
            for (auto b = looks_[i].box; b && boxes_[b].end - boxes_[b].first <= 8 && letters(boxes_[b]) * 4 < sum_.back(); b = boxes_[b].parent)
                if (std::any_of(looks_.begin() + boxes_[b].first, looks_.begin() + boxes_[b].end, [](const block_look & l) { return l.control || l.linked; })) mark(boxes_[b].first, boxes_[b].end, true);
        }
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if ((looks_[i].control && !says.blocks[i].is_label) || ((looks_[i].control || looks_[i].linked) && says.blocks[i].action) || says.blocks[i].remark) blocks_[i].area = block_area::chrome;
    }

    // Rows of cards, each a link with a few words: other adverts, not this one. Gives whether they are most of the page.
    bool mark_cards() {
        const auto all = letters_left();
        std::size_t carded = 0;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
        for (const auto & row : rows_of_boxes()) {
            if (!cards(row)) continue;
            const auto first = boxes_[row.front()].first, end = boxes_[row.back()].end;
            for (auto i = first; i < end; ++i) carded += left(i);
            found.emplace_back(first, end);
        }
        if (carded * half > all) return true;
        for (const auto & [first, end] : found) mark(first, end, true);
        return false;
    }

    // Links before the first words and behind the last ones, and what follows the sign of copyright on a page without landmarks.
    void trim(const page_evidence & says) {
        constexpr std::string_view copyright = "\xC2\xA9";
        if (in_scope_.empty())
            for (auto i = blocks_.size(); i > blocks_.size() * 3 / 4; --i)
                if (blocks_[i - 1].text.size() <= 4 * short_block && blocks_[i - 1].text.of(page_.doc.text).find(copyright) != std::string_view::npos) {
                    mark(i - 1, blocks_.size(), true);
                    break;
                }
        const auto furniture = [&](std::size_t i) { return blocks_[i].area == block_area::chrome || (looks_[i].linked && blocks_[i].text.size() <= 2 * short_block && !says.blocks[i].is_label && !(blocks_[i].kind == block_kind::heading && blocks_[i].level == 1)); };
        std::size_t begin = 0, end = blocks_.size();
        while (begin < end && furniture(begin)) ++begin;
        while (end > begin && furniture(end - 1)) --end;
        if (begin == end) return;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (i < begin || i >= end) blocks_[i].area = block_area::chrome;
    }

    // A page that looked like furniture but for a few words has misled us.
    void keep_something() {
        constexpr std::size_t small_part = 10;
        std::size_t kept = 0, unlinked = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].area == block_area::main) kept += blocks_[i].text.size();
            if (!looks_[i].linked && !certain_[i]) unlinked += blocks_[i].text.size();
        }
        if (!in_scope_.empty() ? kept > 0 : kept * small_part > unlinked) return;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (!looks_[i].linked && !certain_[i]) blocks_[i].area = block_area::main;
    }

private:
    void mark(std::size_t first, std::size_t end, bool certain) {
        for (auto i = first; i < end; ++i) {
            blocks_[i].area = block_area::chrome;
            if (certain) certain_[i] = true;
        }
    }

    // A form, with what holds nothing but it and a few words: its heading.
    void mark_form(std::uint32_t form) {
        constexpr std::size_t few = 2 * short_block;
        const auto all = [&](std::uint32_t b) { return all_[boxes_[b].end] - all_[boxes_[b].first]; };
        auto widest = form;
        for (auto b = boxes_[form].parent; b && all(b) - all(form) <= few && letters(boxes_[b]) * half < sum_.back(); b = boxes_[b].parent) widest = b;
        mark(boxes_[widest].first, boxes_[widest].end, false);
    }

    std::size_t letters(std::size_t first, std::size_t end) const { return sum_[end] - sum_[first]; }
    std::size_t letters(const page_box & b) const { return letters(b.first, b.end); }
    std::size_t left(std::size_t i) const { return blocks_[i].area == block_area::main ? blocks_[i].text.size() : 0; }
    std::size_t letters_left() const {
        std::size_t n = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) n += left(i);
        return n;
    }

    template <class F>
    bool within(std::uint32_t box, const F & is) const {
        for (; box; box = boxes_[box].parent)
            if (is(boxes_[box])) return true;
        return false;
    }

    // Where the page says that its matter is: <main>, or the one article or JobPosting that is most of it.
    void find_scope() {
        const auto outermost = [&](auto is) {
            std::vector<std::uint32_t> made;
            std::uint32_t done = 0;
            for (std::uint32_t b = 1; b < boxes_.size(); ++b)
                if (is(boxes_[b]) && boxes_[b].first >= done) made.push_back(b), done = boxes_[b].end;
            return made;
        };
        auto chosen = outermost([](const page_box & b) { return b.main; });
        std::erase_if(chosen, [&](auto b) { return !letters(boxes_[b]); });
        const auto settle = [&](std::vector<std::uint32_t> all, std::size_t share) {
            if (!chosen.empty() || all.empty()) return;
            std::size_t together = 0;
            for (const auto b : all) together += letters(boxes_[b]);
            if (together * share > sum_.back()) chosen = std::move(all);
        };
        settle(outermost([](const page_box & b) { return b.posting > 0; }), 3);
        settle(outermost([](const page_box & b) { return b.article; }), half);
        if (chosen.empty()) return;
        in_scope_.assign(blocks_.size(), false);
        for (const auto b : chosen)
            for (auto i = boxes_[b].first; i < boxes_[b].end; ++i) in_scope_[i] = true;
        if (title_ && !looks_[*title_].linked) in_scope_[*title_] = true;
    }

    // The heading of the first rank, where there is only one.
    std::optional<std::size_t> only_title() const {
        std::optional<std::size_t> found;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].kind != block_kind::heading || blocks_[i].level != 1) continue;
            if (found) return std::nullopt;
            found = i;
        }
        return found;
    }

    // What says that it stands around: unless it holds the facts of this one advert, the page's title or most of its words.
    bool matters(const page_box & box, const page_evidence * says, bool header) const {
        const bool has_title = title_ && *title_ >= box.first && *title_ < box.end && !looks_[*title_].linked;
        if (header) return has_title || letters(box) * half > sum_.back();
        if (box.around == surroundings::named && (has_title || letters(box) * half > sum_.back())) return true;
        if (!says) return false;
        if (heads(page_, box.first) && says->blocks[box.first].around) return false;
        std::uint32_t labels = 0;
        int count = 0;
        for (auto i = box.first; i < box.end && count <= 32; ++i) {
            labels |= says->blocks[i].labels;
            count += says->blocks[i].label_count;
        }
        const int distinct = std::popcount(labels), enough = within(box.parent, [](const page_box & o) { return o.main || o.article || o.posting; }) ? 2 : 3;
        return distinct >= enough && count <= distinct + 1 && letters(box) * half > all_[box.end] - all_[box.first];
    }

    // Where the part that block `i` heads ends: at a heading of its rank, or with the element that it heads.
    std::size_t end_of_part(std::size_t i) const {
        constexpr std::size_t small_part = 3, prose = 400;
        auto b = looks_[i].box;
        while (b && boxes_[b].end <= i + 1) b = boxes_[b].parent;
        const auto end = b ? boxes_[b].end : blocks_.size();
        if (b && boxes_[b].first == i && letters(boxes_[b]) * small_part < sum_.back()) return end;
        const auto rank = rank_of(page_, i);
        for (auto k = i + 1; k < end; ++k) {
            if (heads(page_, k) && !looks_[k].linked && rank_of(page_, k) <= rank) return k;
            if (blocks_[k].text.size() > prose && !looks_[k].lead_linked) return k;
        }
        return end;
    }

    // Elements that follow one another, look alike and are in the same one: three or more.
    std::vector<std::vector<std::uint32_t>> rows_of_boxes() const {
        std::vector<std::vector<std::uint32_t>> rows;
        std::vector<std::uint32_t> last(boxes_.size());  // by parent: the row that its last child is in, from 1
        for (std::uint32_t b = 1; b < boxes_.size(); ++b) {
            auto & row = last[boxes_[b].parent];
            const bool goes_on = row && boxes_[rows[row - 1].back()].end == boxes_[b].first && boxes_[rows[row - 1].back()].look == boxes_[b].look;
            if (!goes_on) rows.emplace_back(), row = static_cast<std::uint32_t>(rows.size());
            rows[row - 1].push_back(b);
        }
        std::erase_if(rows, [](const auto & r) { return r.size() < 3; });
        return rows;
    }

    bool cards(const std::vector<std::uint32_t> & row) const {
        constexpr std::size_t longest = 800, most = 5;
        std::size_t good = 0;
        for (const auto b : row) {
            const auto & box = boxes_[b];
            const auto near = std::min<std::uint32_t>(box.end, box.first + 3);
            bool titled = false;
            for (auto i = box.first; i < near; ++i) titled = titled || looks_[i].linked;
            good += titled && box.end - box.first >= 2;
        }
        return good * most >= row.size() * (most - 1) && all_[boxes_[row.back()].end] - all_[boxes_[row.front()].first] <= longest * row.size();
    }

    // Four short blocks or more in a row that are nothing but links: a menu without a name.
    void mark_link_lists() {
        constexpr std::size_t enough = 4;
        for (std::size_t i = 0; i < blocks_.size();) {
            auto end = i;
            while (end < blocks_.size() && looks_[end].linked && blocks_[end].text.size() <= short_block) ++end;
            if (end - i >= enough) mark(i, end, false);
            i = std::max(end, i + 1);
        }
    }

    web_page & page_;
    const std::vector<page_box> & boxes_;
    std::vector<block> & blocks_;
    const std::vector<block_look> & looks_;
    std::vector<std::size_t> sum_, all_;  ///< up to each block: letters outside links and buttons; all
    std::optional<std::size_t> title_;
    std::vector<bool> in_scope_, certain_;
};

}  // namespace

bool mark_areas(web_page & page, const page_evidence & says) {
    area_marker marker(page);
    marker.mark_surroundings(&says);
    marker.mark_by_headings(says);
    marker.mark_controls(says);
    const bool list = marker.mark_cards();
    marker.trim(says);
    marker.keep_something();
    return list;
}

void mark_areas(web_page & page) {
    area_marker marker(page);
    marker.mark_surroundings(nullptr);
    marker.keep_something();
}

}  // namespace rolewright::readers
