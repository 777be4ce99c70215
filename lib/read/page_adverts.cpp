// Several adverts on a page say the same things again and again: each has its pay, its closing date, its way to apply. Parts
// of one advert do not. So a page is cut at what could part adverts (elements that look alike, headings of one rank, lines,
// paragraphs with a lead), and the first cut whose parts share such labels is the right one. Under a heading that announces
// adverts the parts need not share as much.
#include "read/page_adverts.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace rolewright::readers {
namespace {

constexpr std::uint32_t fewest_words = 20;

class advert_finder {
public:
    advert_finder(const web_page & page, const page_evidence & says) : page_(page), says_(says) {
        words_.push_back(0);
        for (std::size_t i = 0; i < blocks(); ++i) words_.push_back(words_.back() + (main(i) ? says.blocks[i].words : 0));
    }

    bool is_advert(bool list) const {
        constexpr std::uint32_t too_few = 2, enough_to_tell = 40;
        constexpr std::size_t enough_said = 2;
        const bool posting = std::any_of(page_.boxes.begin(), page_.boxes.end(), [](const page_box & b) { return b.posting > 0; });
        std::uint32_t words = 0;
        for (std::size_t i = 0; i < blocks(); ++i)
            if (main(i) && !page_.looks[i].linked) words += says_.blocks[i].words;
        if (!page_.whole) return words > 0;
        if (words < too_few || list) return false;
        if (posting) return true;
        // Few words need not say much, if they do not say that there is nothing.
        if (words < enough_to_tell) return !says_gone() && (said() > 0 || !says_.known_language());
        return said() >= enough_said || !says_.known_language();
    }

    std::vector<page_part> several() const {
        for (const auto & parts : {postings(), announced(), alike(), headed(), ruled(), led()})
            if (parts.size() > 1) return parts;
        return {};
    }

    std::uint32_t count() const { return static_cast<std::uint32_t>(blocks()); }

private:
    std::size_t blocks() const { return page_.doc.blocks.size(); }
    bool main(std::size_t i) const { return page_.doc.blocks[i].area == block_area::main; }
    std::uint32_t words(const page_part & p) const { return words_[p.end] - words_[p.first]; }

    bool says_gone() const {
        for (std::size_t i = 0; i < blocks(); ++i)
            if (main(i) && says_.blocks[i].gone) return true;
        return false;
    }

    // How many different things the page says that adverts say.
    std::size_t said() const {
        std::uint32_t labels = 0;
        for (std::size_t i = 0; i < blocks(); ++i)
            if (main(i)) labels |= says_.blocks[i].labels;
        std::vector<std::uint32_t> phrases;
        for (const auto & p : says_.phrases)
            if (main(p.block)) phrases.push_back(p.entry);
        std::sort(phrases.begin(), phrases.end());
        return static_cast<std::size_t>(std::popcount(labels)) + static_cast<std::size_t>(std::unique(phrases.begin(), phrases.end()) - phrases.begin());
    }

    // Whether the parts say the same things, each for itself, in enough words.
    bool share(const std::vector<page_part> & parts, int needed) const {
        constexpr std::uint32_t usual_words = 30;
        if (parts.size() < 2) return false;
        std::array<std::size_t, 32> having{};
        std::uint32_t all = 0;
        for (const auto & p : parts) {
            if (words(p) < fewest_words) return false;
            all += words(p);
            std::uint32_t labels = 0;
            for (auto i = p.first; i < p.end; ++i)
                if (main(i)) labels |= says_.blocks[i].labels;
            for (std::size_t k = 0; k < having.size(); ++k) having[k] += (labels >> k) & 1;
        }
        const auto common = std::count_if(having.begin(), having.end(), [&](std::size_t n) { return n * 3 >= parts.size() * 2; });
        return common >= needed && all >= usual_words * parts.size();
    }

    // Two parts may have a few labels in common by chance.
    static int needed_by(std::size_t parts) { return parts == 2 ? 3 : 2; }

    std::vector<page_part> if_shared(std::vector<page_part> parts) const {
        return share(parts, needed_by(parts.size())) ? std::move(parts) : std::vector<page_part>();
    }

    std::vector<page_part> postings() const {
        std::vector<page_part> made;
        std::uint32_t done = 0;
        for (const auto & b : page_.boxes)
            if (b.posting && b.first >= done && words({b.first, b.end}) >= fewest_words) made.push_back({b.first, b.end}), done = b.end;
        return made;
    }

    // What stands under "Job openings".
    std::vector<page_part> announced() const {
        std::vector<page_part> made;
        for (std::uint32_t i = 0; i < count(); ++i) {
            if (!main(i) || !says_.blocks[i].adverts) continue;
            const auto end = end_of_part(i);
            auto items = items_in(i + 1, end);
            std::erase_if(items, [&](const page_part & p) { return words(p) < fewest_words; });
            const bool led = std::all_of(items.begin(), items.end(), [&](const page_part & p) { return page_.looks[p.first].lead > 0; });
            if (led || share(items, 1)) made.insert(made.end(), items.begin(), items.end());
            i = std::max(i, end - 1);
        }
        return made;
    }

    std::uint32_t end_of_part(std::uint32_t i) const {
        auto b = page_.looks[i].box;
        while (b && page_.boxes[b].end <= i + 1) b = page_.boxes[b].parent;
        const auto end = b ? page_.boxes[b].end : count();
        const auto rank = rank_of(page_, i);
        for (auto k = i + 1; k < end; ++k)
            if (page_.doc.blocks[k].kind == block_kind::heading && rank_of(page_, k) <= rank) return k;
        return end;
    }

    // A title of its own: a heading that is no label, or the lead of a paragraph.
    bool begins(std::size_t i) const {
        if (!main(i) || says_.blocks[i].is_label || says_.blocks[i].adverts || says_.blocks[i].around) return false;
        return page_.doc.blocks[i].kind == block_kind::heading || page_.looks[i].lead > 0;
    }

    std::vector<page_part> items_in(std::uint32_t first, std::uint32_t end) const {
        std::vector<page_part> made;
        int rank = 0;
        for (auto i = first; i < end; ++i) {
            if (!begins(i)) continue;
            // The first title tells what titles look like: a heading of its rank, or a lead where it is one.
            const int own = page_.doc.blocks[i].kind == block_kind::heading ? rank_of(page_, i) : 8;
            if (made.empty()) rank = own;
            if (own > rank) continue;
            if (!made.empty()) made.back().end = i;
            made.push_back({i, end});
        }
        return made;
    }

    // Elements that follow one another and look alike.
    std::vector<page_part> alike() const {
        const auto & boxes = page_.boxes;
        std::vector<std::vector<page_part>> rows;
        std::vector<std::uint32_t> last(boxes.size()), look(boxes.size());
        for (std::uint32_t b = 1; b < boxes.size(); ++b) {
            const auto parent = boxes[b].parent;
            auto & row = last[parent];
            if (!row || look[parent] != boxes[b].look || rows[row - 1].back().end != boxes[b].first) {
                rows.emplace_back();
                row = static_cast<std::uint32_t>(rows.size());
                look[parent] = boxes[b].look;
            }
            rows[row - 1].push_back({boxes[b].first, boxes[b].end});
        }
        std::vector<page_part> best;
        std::uint32_t most = words_.back() / 2;
        for (auto & row : rows) {
            if (row.size() < 2) continue;
            const auto together = words({row.front().first, row.back().end});
            if (together > most && share(row, needed_by(row.size()))) most = together, best = std::move(row);
        }
        return best;
    }

    std::vector<page_part> headed() const {
        for (int rank = 1; rank <= 6; ++rank) {
            std::vector<page_part> made;
            for (std::uint32_t i = 0; i < count(); ++i) {
                const bool heading = main(i) && page_.doc.blocks[i].kind == block_kind::heading && rank_of(page_, i) == rank;
                if (!heading || says_.blocks[i].is_label) continue;
                if (!made.empty()) made.back().end = i;
                made.push_back({i, count()});
            }
            if (!made.empty() && words({0, made.front().first}) < fewest_words * 2)
                if (auto good = if_shared(std::move(made)); !good.empty()) return good;
        }
        return {};
    }

    std::vector<page_part> ruled() const {
        std::vector<page_part> made{{0, count()}};
        for (std::uint32_t i = 1; i < count(); ++i) {
            if (!page_.looks[i].ruled) continue;
            made.back().end = i;
            made.push_back({i, count()});
        }
        std::erase_if(made, [&](const page_part & p) { return words(p) < fewest_words; });
        return if_shared(std::move(made));
    }

    std::vector<page_part> led() const {
        std::vector<page_part> made;
        for (std::uint32_t i = 0; i < count(); ++i)
            if (main(i) && page_.looks[i].lead && !says_.blocks[i].is_label && says_.blocks[i].words >= fewest_words) made.push_back({i, i + 1});
        return made.size() > 2 ? if_shared(std::move(made)) : std::vector<page_part>();
    }

    const web_page & page_;
    const page_evidence & says_;
    std::vector<std::uint32_t> words_;  ///< of the page's matter, up to each block
};

// The segments of a stretch of the text, counted from its beginning.
std::vector<source_segment> sources_of(const std::vector<source_segment> & all, std::uint32_t begin, std::uint32_t end) {
    std::vector<source_segment> made;
    auto at = std::upper_bound(all.begin(), all.end(), begin, [](std::uint32_t t, const source_segment & s) { return t < s.text; });
    if (at != all.begin()) --at;
    for (; at != all.end() && at->text < end; ++at) {
        auto s = *at;
        // Cuts fall on the line ends that the reader put in; a piece begins with its block.
        if (s.text < begin) {
            if (s.source_size) s.source += begin - s.text, s.source_size -= std::min(s.source_size, begin - s.text);
            s.text = begin;
        }
        s.text -= begin;
        made.push_back(s);
    }
    return made;
}

}  // namespace

std::vector<page_part> adverts_in(const web_page & page, const page_evidence & says, bool list) {
    const advert_finder finder(page, says);
    if (page.whole && !list)
        if (auto parts = finder.several(); !parts.empty()) return parts;
    return finder.is_advert(list) ? std::vector<page_part>{{0, finder.count()}} : std::vector<page_part>();
}

std::vector<document> cut(document page, const std::vector<page_part> & parts) {
    std::vector<document> made;
    std::size_t from = 0;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const auto end = n + 1 == parts.size() ? page.blocks.size() : parts[n].end;
        // List markers stand before their blocks: a piece of text begins where the last one ended.
        const auto begin_text = n ? page.text.find('\n', page.blocks[from - 1].text.end) + 1 : 0;
        const auto end_text = end == page.blocks.size() ? page.text.size() : page.text.find('\n', page.blocks[end - 1].text.end);
        document one;
        one.text = page.text.substr(begin_text, end_text - begin_text);
        const auto offset = static_cast<std::uint32_t>(begin_text);
        for (auto i = from; i < end; ++i) {
            auto b = page.blocks[i];
            b.text = {b.text.begin - offset, b.text.end - offset};
            if (i < parts[n].first || i >= parts[n].end) b.area = block_area::chrome;
            one.blocks.push_back(b);
        }
        one.sources = sources_of(page.sources, offset, static_cast<std::uint32_t>(end_text));
        if (n == 0) one.notes = std::move(page.notes);
        made.push_back(std::move(one));
        from = end;
    }
    return made;
}

}  // namespace rolewright::readers
