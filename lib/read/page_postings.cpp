// A posting belongs to the advert whose text has its description, or else its title. How much of a description stands on a
// page is told by a few of its pieces.
#include "read/page_postings.hpp"

#include "read/jobposting.hpp"
#include "read/json_text.hpp"
#include "read/markup.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

constexpr std::size_t most_postings = 1000;

// Letters to compare texts by; of very long ones the beginning will do.
std::string letters(const document & of) {
    constexpr std::size_t enough = 1u << 20;
    return letters_of(std::string_view(of.text).substr(0, enough));
}

std::size_t main_letters(const document & of) {
    std::size_t n = 0;
    for (const auto & b : of.blocks)
        if (b.area == block_area::main) n += b.text.size();
    return n;
}

// The share of a posting's text that stands in `page`, told by at most `most` pieces of it.
double share_on(const document & posting, const std::string & page) {
    constexpr std::size_t most = 40, telling = 12;
    std::size_t all = 0, found = 0;
    const auto step = std::max<std::size_t>(1, posting.blocks.size() / most);
    for (std::size_t i = 0; i < posting.blocks.size(); i += step) {
        const auto words = letters_of(posting.blocks[i].text.of(posting.text));
        if (words.size() < telling) continue;
        all += words.size();
        if (page.find(words) != std::string::npos) found += words.size();
    }
    return all ? static_cast<double>(found) / static_cast<double>(all) : 0;
}

// What was taken for something around the advert, though the posting has it.
void give_back(document & advert, const std::string & posting) {
    constexpr std::size_t telling = 20, most = 2000, longest = 200'000;
    std::size_t looked_at = 0;
    if (posting.size() > longest) return;
    for (auto & b : advert.blocks) {
        if (b.area == block_area::main) continue;
        const auto words = letters_of(b.text.of(advert.text));
        if (words.size() < telling) continue;
        if (++looked_at > most) return;
        if (posting.find(words) != std::string::npos) b.area = block_area::main;
    }
}

// The posting's own text, with the page around it.
document with_page(document posting, document page) {
    for (auto & b : page.blocks) b.area = block_area::chrome;
    append(posting, page);
    return posting;
}

}  // namespace

std::vector<page_posting> postings_of(const web_page & page, const read_limits & limits, std::vector<note> & notes) {
    std::vector<page_posting> made;
    json_reader json(limits);
    const auto add = [&](std::string_view text, bool beside) {
        auto root = json.parse(text);
        if (!root && text.find("&quot;") != std::string_view::npos) root = json.parse(entities_decoded(text));
        if (!root) return;
        const auto found = job_postings_in(*root);
        if (!found.empty() && json.mended() && std::none_of(notes.begin(), notes.end(), [](const note & n) { return n.code == note_code::json_mended; })) notes.push_back({note_code::json_mended});
        for (const auto & p : found)
            if (made.size() < most_postings) made.push_back({posting_document(p, limits), beside});
    };
    for (const auto & s : page.scripts) add(s, false);
    for (std::size_t i = 0; i < page.items.size() && made.size() < most_postings; ++i)
        if (page.items[i].type == "JobPosting") add(json_of_item(page.items, static_cast<std::uint32_t>(i + 1)), true);
    return made;
}

void join_postings(std::vector<page_posting> postings, document page, std::vector<document> & adverts) {
    constexpr double most_of_it = 0.5;
    std::vector<std::string> texts;
    for (const auto & a : adverts) texts.push_back(letters(a));
    std::vector<bool> taken(adverts.size());
    std::vector<document> own;
    for (auto & p : postings) {
        const auto title = letters_of(p.text.given.title.value_or(""));
        std::size_t best = adverts.size();
        double most = 0;
        for (std::size_t i = 0; i < adverts.size(); ++i) {
            if (taken[i]) continue;
            const bool titled = !title.empty() && texts[i].find(title) != std::string::npos;
            const auto share = share_on(p.text, texts[i]) + (titled ? 0.25 : 0) + (p.beside ? 0.25 : 0);
            if (share > most) most = share, best = i;
        }
        const bool on_page = best < adverts.size() && (most >= most_of_it || p.text.blocks.empty());
        const bool more = p.text.text.size() > (adverts.empty() ? 0 : main_letters(adverts[std::min(best, adverts.size() - 1)]));
        if (on_page || (best < adverts.size() && !more)) {
            give_back(adverts[best], letters(p.text));
            adverts[best].given = std::move(p.text.given);
            taken[best] = true;
        } else if (!p.text.blocks.empty() && !p.beside) own.push_back(std::move(p.text));
    }
    if (own.empty()) return;
    // The page had nothing of its own to say, or only a few words around what a script would have shown.
    if (std::none_of(taken.begin(), taken.end(), [](bool t) { return t; })) {
        adverts.clear();
        own.front() = with_page(std::move(own.front()), std::move(page));
        for (auto & d : own) adverts.push_back(std::move(d));
    }
}

}  // namespace rolewright::readers
