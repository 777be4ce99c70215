// Flat lists, cut by lines. Statements were looked up with their clauses; lines set like headings are looked up here.
#include "advert/facts/fact_words.hpp"

#include <algorithm>

namespace rolewright::adverts {

namespace {

// The words of a statement: those of its clauses, which tile it.
text_words words_in(const statement & s, const workspace & work) {
    if (s.clause_count == 0) return {};
    return {work.clause_words[s.first_clause].begin, work.clause_words[s.first_clause + s.clause_count - 1].end};
}

}  // namespace

fact_words::fact_words(const advert & a, const packs::language_set & s, const review_options & options, workspace & w)
    : of(a), set(s), work(w), country(a.source.given.country && !a.source.given.country->empty() ? std::string_view(*a.source.given.country) : std::string_view(options.country)) {
    const auto most_lines = of.statements.size() + of.sections.size() + 1;
    lines_.reserve(most_lines);
    tokens_.reserve(most_lines);
    first_hit_.reserve(most_lines + 1);
    hits_.reserve(work.values.size());
    first_hit_.push_back(0);
    const auto title = work.title_block;
    bool title_read = !title;
    std::size_t section = 0;
    const auto read_headings = [&](std::uint32_t until) {
        if (!title_read && of.source.blocks[*title].text.begin < until) {
            add_heading({.text = of.source.blocks[*title].text, .title = true});
            title_read = true;
        }
        for (; section < of.sections.size() && of.sections[section].text.begin < until; ++section) {
            const auto & here = of.sections[section];
            if (!here.heading.empty()) add_heading({.text = here.heading, .kind = here.kind, .form = statement_form::key_value});
        }
    };
    for (std::uint32_t i = 0; i < of.statements.size(); ++i) {
        const auto & st = of.statements[i];
        read_headings(st.text.begin + 1);
        const auto said = std::span(work.values).subspan(work.statement_values[i], work.statement_values[i + 1] - work.statement_values[i]);
        const auto named = st.label_fact.empty() ? fact_name::none : packs::fact_name_of(st.label_fact);
        add({.text = st.text, .label = st.label, .label_fact = named, .kind = st.kind, .form = st.form, .heading = of.sections[st.section].heading, .placeholder = st.placeholder, .words = words_in(st, work)}, words_of(st), said);
    }
    read_headings(static_cast<std::uint32_t>(of.source.text.size() + 1));
}

void fact_words::add_heading(fact_line line) {
    line.words = words_in_line(of, line.text, set, work);
    add(line, line.text, values_in_line(of, line.words, set, work));
}

void fact_words::add(const fact_line & made, range words, std::span<const value_hit> said) {
    const auto index = lines_.size();
    auto & line = lines_.emplace_back(made);
    line.tokens = kinds_of(of.source.text, words, work.tokens_of(line.words), set);
    line.figures = line.tokens.figures;
    tokens_.push_back({words, {}, line.placeholder});
    if (!line.placeholder) {
        for (const auto & h : said) line.said |= packs::bit(h.rule->about);
        hits_.insert(hits_.end(), said.begin(), said.end());
    }
    first_hit_.push_back(static_cast<std::uint32_t>(hits_.size()));
    if (!line.tokens.told) line.tokens = kinds_of(of.source.text, tokens(index));
}

std::span<const text::token> fact_words::words_behind(std::size_t line, std::uint32_t at) const {
    const auto all = words(line);
    const auto from = std::max(at, tokens_[line].of.begin);
    const auto first = std::lower_bound(all.begin(), all.end(), from, [](const text::token & t, std::uint32_t place) { return t.text.begin < place; });
    return all.subspan(static_cast<std::size_t>(first - all.begin()));
}

std::span<const fact_token> fact_words::tokens(std::size_t line) const {
    auto & made = tokens_[line];
    if (!made.read) {
        made.read = true;
        made.all.reserve(lines_[line].words.size() * 5 / 4 + 4);
        fact_tokens(of.source.text, made.of, words(line), set, made.all);
    }
    return made.all;
}

const value_hit * nearest_before(std::span<const value_hit> hits, fact_name fact, std::uint32_t at) {
    const value_hit * best = nullptr;
    for (const auto & h : hits)
        if (h.rule->about == fact && h.where.end <= at && (!best || h.where.end > best->where.end || (h.where.end == best->where.end && h.where.size() > best->where.size()))) best = &h;
    return best;
}

const value_hit * nearest_behind(std::span<const value_hit> hits, fact_name fact, std::uint32_t at) {
    const value_hit * best = nullptr;
    for (const auto & h : hits)
        if (h.rule->about == fact && h.where.begin >= at && (!best || h.where.begin < best->where.begin)) best = &h;
    return best;
}

range trimmed(std::string_view text, range where) {
    const auto mark = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == ':' || c == '-' || c == '*'; };
    while (!where.empty() && mark(text[where.begin])) ++where.begin;
    for (const std::string_view dash : {"–", "—", "\xC2\xA0"})
        while (where.of(text).starts_with(dash)) {
            where.begin += static_cast<std::uint32_t>(dash.size());
            while (!where.empty() && mark(text[where.begin])) ++where.begin;
        }
    while (!where.empty() && mark(text[where.end - 1])) --where.end;
    return where;
}

}  // namespace rolewright::adverts
