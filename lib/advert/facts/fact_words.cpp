// Flat lists, cut by lines. Statements were looked up with their clauses; lines set like headings are looked up here.
#include "advert/facts/fact_words.hpp"

#include <algorithm>

namespace rolewright::adverts {

fact_words::fact_words(const advert & a, const packs::language_set & s, const review_options & options, workspace & w)
    : of(a), set(s), work(w), country(a.source.given.country && !a.source.given.country->empty() ? std::string_view(*a.source.given.country) : std::string_view(options.country)) {
    lines_.reserve(of.statements.size() + of.sections.size() + 1);
    tokens_.reserve(work.tokens.size() + work.tokens.size() / 4);
    first_token_.push_back(0);
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
        add({st.text, st.label, st.label_fact, st.kind, st.form, of.sections[st.section].heading, false, st.placeholder}, words_of(st), work.tokens_of(st), said);
    }
    read_headings(static_cast<std::uint32_t>(of.source.text.size() + 1));
}

void fact_words::add_heading(fact_line line) {
    const auto words = words_in_line(of, line.text, set, work);
    add(line, line.text, work.tokens_of(words), values_in_line(of, words, set, work));
}

void fact_words::add(fact_line line, range words, std::span<const text::token> known, std::span<const value_hit> said) {
    line.figures = std::any_of(known.begin(), known.end(), [](const text::token & t) { return t.digits; });
    if (!line.placeholder) {
        const auto first = tokens_.size();
        fact_tokens(of.source.text, words, known, set, tokens_);
        for (auto i = first; i < tokens_.size(); ++i) line.kinds |= tokens_[i].kinds;
        hits_.insert(hits_.end(), said.begin(), said.end());
    }
    first_token_.push_back(tokens_.size());
    first_hit_.push_back(hits_.size());
    lines_.push_back(line);
}

bool says(std::span<const value_hit> hits, std::string_view fact, std::string_view value) {
    return std::any_of(hits.begin(), hits.end(), [&](const value_hit & h) { return h.rule->fact == fact && (value.empty() || h.rule->value == value); });
}

const value_hit * nearest_before(std::span<const value_hit> hits, std::string_view fact, std::uint32_t at) {
    const value_hit * best = nullptr;
    for (const auto & h : hits)
        if (h.rule->fact == fact && h.where.end <= at && (!best || h.where.end > best->where.end || (h.where.end == best->where.end && h.where.size() > best->where.size()))) best = &h;
    return best;
}

const value_hit * nearest_behind(std::span<const value_hit> hits, std::string_view fact, std::uint32_t at) {
    const value_hit * best = nullptr;
    for (const auto & h : hits)
        if (h.rule->fact == fact && h.where.begin >= at && (!best || h.where.begin < best->where.begin)) best = &h;
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
