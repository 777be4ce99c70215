// The advert stage: sections with their statements and clauses first, then the facts that stand in them.
#include "advert/understand.hpp"

#include "advert/facts/facts.hpp"
#include "advert/normal_title.hpp"
#include "advert/sections.hpp"
#include "advert/words.hpp"

#include <algorithm>
#include <set>

namespace rolewright::adverts {

void workspace::clear() {
    tokens.clear();
    block_words.clear();
    clause_words.clear();
    candidates.clear();
    rule_clauses.clear();
    cues.clear();
    values.clear();
    clause_candidates.assign(1, 0);
    clause_cues.assign(1, 0);
    statement_values.assign(1, 0);
    title_block.reset();
    employer = {};
    label = {};
    label_fact = {};
}

std::span<const query::candidate> workspace::candidates_of(std::uint32_t clause, packs::query_span of) const {
    const auto all = candidates_of(clause);
    const auto from = [&](std::uint32_t query) { return std::partition_point(all.begin(), all.end(), [&](const query::candidate & c) { return c.query < query; }); };
    return {from(of.begin), from(of.end)};
}

void read_blocks(const document & source, const packs::language_set & set, workspace & work) {
    work.clear();
    work.block_words.reserve(source.blocks.size());
    for (const auto & b : source.blocks) work.block_words.push_back(b.area == block_area::main ? read_words(source.text, b.text, set, work) : text_words{});
    work.read_with = &set;
}

bool is_known_language(const document & source, const workspace & work) {
    constexpr std::uint32_t fewest_words = 20, short_block = 25;
    constexpr double enough_known = 0.6, fair_part = 0.1;
    std::size_t all = 0, strange = 0, words = 0;
    for (std::size_t i = 0; i < source.blocks.size(); ++i) {
        const auto tokens = work.tokens_of(work.block_words[i]);
        const auto size = source.blocks[i].text.size();
        words += tokens.size();
        all += tokens.empty() ? 0 : size;
        if (size < short_block) continue;
        std::size_t known = 0;
        for (const auto & t : tokens) known += text::is_known(t.word) | t.number;
        if (static_cast<double>(known) < enough_known * static_cast<double>(tokens.size())) strange += size;
    }
    return words >= fewest_words && static_cast<double>(strange) < fair_part * static_cast<double>(all);
}

namespace {

void mark_foreign(advert & of, const languages & in) {
    if (in.of_block.empty()) return;
    std::set<std::string> others;
    for (auto & s : of.statements) {
        const auto & tag = in.of_block[s.block];
        if (tag.empty() || tag == of.language) continue;
        s.foreign = true;
        others.insert(tag);
    }
    for (const auto & tag : others) of.notes.push_back({note_code::part_in_another_language, {tag}});
}

// Sections and facts, read with the words and headings of `set`.
advert read_with(const packs::language_set & set, document source, const review_options & options, workspace & work) {
    if (work.read_with != &set) read_blocks(source, set, work);
    work.read_with = nullptr;
    advert made;
    made.source = std::move(source);
    read_sections(made, set, options, work);
    made.facts = read_facts(made, set, options, work, made.notes);
    if (made.facts.title) made.title = normalise(*made.facts.title.value, set, work);
    return made;
}

}  // namespace

advert understand(document source, const languages & in, const packs::language_set & set, const review_options & options, workspace & work) {
    auto made = read_with(set, std::move(source), options, work);
    made.language = set.language.tag;
    mark_foreign(made, in);
    made.judged = std::any_of(made.statements.begin(), made.statements.end(), [](const statement & s) { return !s.foreign; });
    return made;
}

advert read_facts_only(document source, const packs::language_set & set, const review_options & options, workspace & work) {
    auto made = read_with(set, std::move(source), options, work);
    made.sections.clear();
    made.statements.clear();
    made.clauses.clear();
    return made;
}

}  // namespace rolewright::adverts
