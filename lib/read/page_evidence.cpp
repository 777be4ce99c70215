// A label is a known run of words that a colon follows, or that is all of a block, of a heading or of what is set in bold
// at its start. Anything else is at most a phrase.
#include "read/page_evidence.hpp"

#include "read/page_signs.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

constexpr std::size_t longest_heading = 90, longest_notice = 800, longest_remark = 200;

bool colon_at(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at < text.size() && text[at] == ':';
}

// Nothing but signs stands there.
bool bare(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; });
}

class block_reader {
public:
    block_reader(const web_page & page, page_evidence & to) : page_(page), to_(to) {}

    void read(std::size_t index) {
        const auto & b = page_.doc.blocks[index];
        const auto text = b.text.of(page_.doc.text);
        const auto lead = page_.looks[index].lead;
        block_evidence made;
        page_signs::built_in().find(text, found_);
        made.words = static_cast<std::uint32_t>(found_.words.size());
        const bool heading = heads(page_, index);
        for (const auto & s : found_.signs) {
            const bool first = s.word == 0, last = s.word + s.words == made.words;
            switch (s.kind) {
                case sign_kind::phrase: to_.phrases.push_back({static_cast<std::uint32_t>(index), s.entry}); break;
                case sign_kind::label: {
                    const bool colon = colon_at(text, s.where.end);
                    if (!colon && !(first && (last || (lead && s.where.end <= lead && bare(text.substr(s.where.end, lead - s.where.end)))))) break;
                    made.labels |= 1u << s.number;
                    made.label_count = static_cast<std::uint8_t>(std::min(made.label_count + 1, 255));
                    made.is_label = made.is_label || first;
                    break;
                }
                // "V. Job openings": a number may stand before it.
                case sign_kind::around: made.around = made.around || (heading && first && (last || s.open)); break;
                case sign_kind::notice: made.notice = text.size() <= longest_notice; break;
                case sign_kind::action: made.action = made.action || (first && last); break;
                case sign_kind::remark: made.remark = text.size() <= longest_remark; break;
                case sign_kind::gone: made.gone = text.size() <= longest_remark; break;
                case sign_kind::adverts: made.adverts = made.adverts || (heading && s.word <= 1 && (last || s.open)); break;
            }
        }
        to_.words += made.words;
        to_.blocks[index] = made;
    }

    std::vector<std::uint32_t> common_words() const { return page_signs::built_in().common_words(found_); }

private:
    const web_page & page_;
    page_evidence & to_;
    found_signs found_;
};

}  // namespace

bool heads(const web_page & page, std::size_t block) {
    const auto & b = page.doc.blocks[block];
    return b.kind == block_kind::heading || (b.text.size() <= longest_heading && (b.strong || page.looks[block].linked));
}

int rank_of(const web_page & page, std::size_t block) {
    constexpr int only_bold = 7;
    const auto & b = page.doc.blocks[block];
    return b.kind == block_kind::heading ? b.level : only_bold;
}

bool page_evidence::known_language() const {
    constexpr std::uint32_t enough = 8;
    return std::any_of(common.begin(), common.end(), [&](std::uint32_t n) { return n * enough >= words; });
}

page_evidence evidence_of(const web_page & page) {
    page_evidence made;
    made.blocks.resize(page.doc.blocks.size());
    block_reader reader(page, made);
    for (std::size_t i = 0; i < page.doc.blocks.size(); ++i) reader.read(i);
    made.common = reader.common_words();
    return made;
}

}  // namespace rolewright::readers
