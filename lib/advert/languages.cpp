// Adverts in two languages have whole blocks, or columns, of each. A language counts only where it holds a fair part of the
// text: a motto or a list of names is no second language.
#include "advert/languages.hpp"

#include "text/language.hpp"

namespace rolewright::adverts {
namespace {

constexpr double fair_part = 0.1;             // of the text, for a second language
constexpr std::uint32_t fewest_bytes = 25;    // shorter blocks go with the one before

// The main text, one block a line, and where each block begins in it.
struct joined {
    std::string text;
    std::vector<std::pair<std::uint32_t, std::size_t>> blocks;  // offset in text, number of the block
};

joined join(const document & of) {
    joined made;
    for (std::size_t i = 0; i < of.blocks.size(); ++i) {
        if (of.blocks[i].area != block_area::main) continue;
        made.blocks.emplace_back(static_cast<std::uint32_t>(made.text.size()), i);
        made.text += of.blocks[i].text.of(of.text);
        made.text += '\n';
    }
    return made;
}

}  // namespace

languages languages_of(const document & of, std::string_view likely) {
    const auto main = join(of);
    const auto told = text::tell_languages(main.text, likely);
    languages made{told.tag, {}, std::vector<std::string>(of.blocks.size())};
    for (const auto & s : told.stretches) made.share[s.tag] += static_cast<double>(s.where.size()) / static_cast<double>(main.text.size());
    std::size_t next = 0;
    std::string before;
    for (std::size_t b = 0; b < main.blocks.size(); ++b) {
        const auto [begin, block] = main.blocks[b];
        const range here{begin, begin + of.blocks[block].text.size()};
        std::map<std::string_view, std::size_t> share;
        while (next < told.stretches.size() && told.stretches[next].where.end <= here.begin) ++next;
        for (auto s = next; s < told.stretches.size() && told.stretches[s].where.begin < here.end; ++s) {
            const auto & where = told.stretches[s].where;
            share[told.stretches[s].tag] += std::min(where.end, here.end) - std::max(where.begin, here.begin);
        }
        std::string tag;
        std::size_t most = 0;
        for (const auto & [name, size] : share)
            if (size > most) most = size, tag = name;
        if (here.size() >= fewest_bytes || share.empty()) before = made.share[tag] >= fair_part ? tag : std::string();
        made.of_block[block] = before;
    }
    return made;
}

}  // namespace rolewright::adverts
