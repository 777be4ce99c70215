// A label with its value, or nothing but what the fact grammars know: figures with what they count, words of the contract,
// days and months.
#include "advert/stated_fact.hpp"

#include "advert/facts/fact_tokens.hpp"
#include "advert/facts/near.hpp"
#include "advert/headings.hpp"
#include "advert/placeholder.hpp"
#include "advert/words.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

// Where the value of a line begins: behind its colon, or behind words that name a fact and have figures behind them ("Band 6").
std::uint32_t begin_of_value(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work) {
    constexpr std::uint32_t most_words_of_label = 3;
    if (const auto colon = line.of(text).find(':'); colon != std::string_view::npos) return line.begin + static_cast<std::uint32_t>(colon) + 1;
    for (std::uint32_t n = 1; n <= most_words_of_label && n < in.size(); ++n)
        if (work.tokens_of(in)[n].number && !fact_named(text, {in.begin, in.begin + n}, set, work).empty()) return work.tokens_of(in)[n - 1].text.end;
    return line.begin;
}

// Whether figures are of something that a value counts: "£23,000", "36 hours", "9 months", "8 May"; not "Year 2", "100%".
bool count_something(std::span<const fact_token> tokens) {
    constexpr unsigned digits_of_a_phone = 10, slashes_of_a_date = 2;
    unsigned digits = 0, slashes = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto & t = tokens[i];
        digits += t.is(fact_kind::number) ? t.digits : 0u;
        slashes += t.is(fact_kind::slash);
        const bool behind_number = i > 0 && tokens[i - 1].is(fact_kind::number);
        if (t.is_any_of(fact_kind::currency, fact_kind::hours, fact_kind::fte, fact_kind::month, fact_kind::weekday) || (t.is(fact_kind::period) && behind_number)) return true;
    }
    return digits >= digits_of_a_phone || slashes >= slashes_of_a_date;
}

// "37.5 hours per week", "Permanent", "Band 6", "Shortlisting: 8 May": nothing but what a value is made of.
bool is_value(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work) {
    const range value{begin_of_value(text, line, in, set, work), line.end};
    const bool behind_label = value.begin > line.begin && text[value.begin - 1] != ':';
    std::vector<fact_token> tokens;
    fact_tokens(text, value, work.tokens_of(in), set, tokens);
    const auto any = [&](auto... kinds) { return std::any_of(tokens.begin(), tokens.end(), [&](const fact_token & t) { return t.is_any_of(kinds...); }); };
    if (!any(fact_kind::number)) return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [](const fact_token & t) { return t.is_any_of(fact_kind::full, fact_kind::both, fact_kind::comma, fact_kind::dash, fact_kind::slash); });
    if (!behind_label && !count_something(tokens)) return false;
    // Words of the pack that speak of the contract, and beside money those of pay.
    const bool money = any(fact_kind::currency);
    std::vector<range> said;
    each_match(in, packs::owner_kind::value, query::marks::part, text, set, work, [&](std::uint32_t rule, const query::match & m) {
        using enum packs::fact_name;
        const auto words = work.tokens_of(in);
        const auto about = set.language.values[rule].about;
        if (about == contract || about == contract_label || (money && (about == salary || about == hours_per_week))) said.push_back({words[m.first].text.begin, words[m.last - 1].text.end});
    });
    return std::all_of(tokens.begin(), tokens.end(), [&](const fact_token & t) {
        return !t.is(fact_kind::other) || std::any_of(said.begin(), said.end(), [&](range r) { return r.contains(t.text); });
    });
}

// "Closing date: 8 November", "Contract type - Permanent"; but "Pay: what you will earn" heads a part.
bool is_label_with_value(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work) {
    const auto r = match_run_in(text, line, in, set, work);
    if (!r || !r->names_a_value()) return false;
    const auto rest = part_of(in, text, r->rest, set, work);
    if (rest.size() == 0) return false;
    const auto first = work.tokens_of(rest).front();
    const bool opens_value = first.capital || first.number || text[r->rest.begin] != text[first.text.begin];
    const auto heads = match_heading(text, rest, set, work);
    const auto words = r->rest.of(text);
    return !(heads && heads->whole) && (opens_value || words.find('@') != std::string_view::npos || is_placeholder(words) || is_value(text, r->rest, rest, set, work));
}

}  // namespace

bool states_a_fact(std::string_view text, range line, const text_words & in, const packs::language_set & set, workspace & work) {
    return is_label_with_value(text, line, in, set, work) || is_value(text, line, in, set, work);
}

}  // namespace rolewright::adverts
