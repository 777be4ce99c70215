// A page goes through four hands: what it holds (web_page.hpp), what of it surrounds its matter (page_areas.hpp), how many
// adverts that is (page_adverts.hpp), and what it says of them as data (page_postings.hpp).
#include "read/formats.hpp"
#include "read/page_adverts.hpp"
#include "read/page_areas.hpp"
#include "read/page_postings.hpp"

#include <algorithm>
#include <cctype>

namespace rolewright::readers {
namespace {

// "Careers" above the title of the one advert: the part of the site that it is in.
void leave_out_site_heading(std::vector<block> & blocks, const page_evidence & says) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].area == block_area::chrome) continue;
        if (!says.blocks[i].adverts) return;
        blocks[i].area = block_area::chrome;
    }
}

}  // namespace

document html_document(std::string_view html, const read_limits & limits) {
    auto page = read_web_page(html, limits);
    if (page.whole) mark_areas(page, evidence_of(page));
    else mark_areas(page);
    return std::move(page.doc);
}

std::vector<document> html_documents(std::string_view html, const read_limits & limits, std::vector<note> & notes) {
    auto page = read_web_page(html, limits);
    const auto says = evidence_of(page);
    const bool list = page.whole ? mark_areas(page, says) : (mark_areas(page), false);
    const auto parts = adverts_in(page, says, list);
    if (page.whole && parts.size() == 1) leave_out_site_heading(page.doc.blocks, says);
    auto postings = postings_of(page, limits, notes);
    auto all = postings.empty() ? document{} : page.doc;
    auto made = parts.empty() ? std::vector<document>() : cut(std::move(page.doc), parts);
    if (!postings.empty()) join_postings(std::move(postings), std::move(all), made);
    std::erase_if(made, [](const document & d) { return std::none_of(d.blocks.begin(), d.blocks.end(), [](const auto & b) { return b.area == block_area::main; }); });
    return made;
}

result<bool> read_html(const input & in, reading & to) {
    auto made = html_documents(in.decoded->text, in.limits, to.notes);
    if (made.empty()) to.notes.push_back({note_code::no_advert});
    for (auto & doc : made) {
        if (!doc.sources.empty()) doc.sources = text::compose(in.decoded->sources, doc.sources, static_cast<std::uint32_t>(in.decoded->text.size()), static_cast<std::uint32_t>(doc.text.size()));
        if (!add_document(std::move(doc), in.limits, to)) break;
    }
    return true;
}

int sniff_html(std::string_view text) {
    constexpr std::size_t far = 4096;
    static constexpr std::string_view openers[] = {"<!doctype html", "<html", "<head", "<body"};
    static constexpr std::string_view tags[] = {"<p>", "<p ", "<div", "<ul>", "<ul ", "<li>", "<li ", "<br", "<h1", "<h2", "<h3", "<strong>", "<b>", "<span", "<table", "<tr", "<td", "<dl", "<dt", "</p>", "</li>"};
    std::string head(text.substr(0, far));
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    // "<head" opens a page, "<header_image" does not.
    const auto name_ends = [&](std::size_t at) { return at >= head.size() || !(std::isalnum(static_cast<unsigned char>(head[at])) || head[at] == '_' || head[at] == '-' || head[at] == ':'); };
    for (const auto o : openers)
        for (auto at = head.find(o); at != std::string::npos; at = head.find(o, at + 1))
            if (name_ends(at + o.size())) return 90;
    int kinds = 0;
    for (const auto t : tags) kinds += head.find(t) != std::string::npos;
    return kinds >= 2 ? 80 : 0;
}

std::string declared_charset(std::string_view bytes) {
    constexpr std::size_t far = 2048;
    constexpr std::string_view name = "charset";
    const auto head = bytes.substr(0, far);
    const auto lower = [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); };
    for (auto at = head.find('='); at != std::string_view::npos; at = head.find('=', at + 1)) {
        if (at < name.size() || !std::equal(name.begin(), name.end(), head.begin() + static_cast<std::ptrdiff_t>(at - name.size()), [&](char known, char c) { return known == lower(c); })) continue;
        auto begin = at + 1;
        while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'')) ++begin;
        std::string made;
        for (auto i = begin; i < head.size() && (std::isalnum(static_cast<unsigned char>(head[i])) || head[i] == '-' || head[i] == '_'); ++i) made += lower(head[i]);
        return made;
    }
    return {};
}

}  // namespace rolewright::readers
