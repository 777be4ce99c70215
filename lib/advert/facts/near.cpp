// Labels and values are queries of the language pack: values were settled with the clause, labels are looked at here.
#include "advert/facts/near.hpp"

#include "advert/words.hpp"

#include <algorithm>

namespace rolewright::adverts {

std::string_view fact_named(const advert & of, range label, const packs::language_set & set, workspace & work) {
    if (label.empty()) return {};
    if (work.label == label) return work.label_fact;
    work.label = label;
    return work.label_fact = fact_named(of.source.text, words_in_line(of, label, set, work), set, work);
}

std::string_view fact_named(std::string_view text, const text_words & label, const packs::language_set & set, workspace & work) {
    const std::string * named = nullptr;
    each_match(label, packs::owner_kind::label, query::marks::ignored, text, set, work, [&](std::uint32_t rule, const query::match & m) {
        if (!named && m.last - m.first == label.size()) named = &set.language.labels[rule].fact;
    });
    return named ? std::string_view(*named) : std::string_view();
}

text_words words_in_line(const advert & of, range line, const packs::language_set & set, workspace & work) {
    const auto & blocks = of.source.blocks;
    const auto behind = std::upper_bound(blocks.begin(), blocks.end(), line.begin, [](std::uint32_t at, const block & b) { return at < b.text.begin; });
    return behind != blocks.begin() && std::prev(behind)->text.contains(line)
               ? part_of(work.block_words[static_cast<std::size_t>(std::prev(behind) - blocks.begin())], of.source.text, line, set, work)
               : read_words(of.source.text, line, set, work);
}

std::vector<value_hit> values_in_line(const advert & of, const text_words & line, const packs::language_set & set, workspace & work) {
    std::vector<value_hit> made;
    each_match(line, packs::owner_kind::value, query::marks::part, of.source.text, set, work, [&](std::uint32_t rule, const query::match & m) {
        const auto tokens = work.tokens_of(line);
        made.push_back({&set.language.values[rule], {tokens[m.first].text.begin, tokens[m.last - 1].text.end}});
    });
    return made;
}

range words_of(const statement & s) {
    if (s.placeholder) return {s.text.end, s.text.end};
    return s.label.empty() ? s.text : range{s.label.end, s.text.end};
}

}  // namespace rolewright::adverts
