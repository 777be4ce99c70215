// Digits with their thousands marks and decimals are one number; a sign is one token; letters are looked up among the
// language pack's kinds. Letters glued to a number ("24k", "1st", "37.5hrs") are looked up on their own.
#include "advert/facts/fact_tokens.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace rolewright::adverts {
namespace {

constexpr std::array<std::pair<std::string_view, fact_kind>, 17> kind_names{{
    {"number", fact_kind::number}, {"ordinal", fact_kind::ordinal_sign}, {"month", fact_kind::month}, {"weekday", fact_kind::weekday},
    {"currency", fact_kind::currency}, {"period", fact_kind::period}, {"per", fact_kind::per}, {"to", fact_kind::to},
    {"up", fact_kind::up}, {"from", fact_kind::from}, {"hours", fact_kind::hours}, {"years", fact_kind::years},
    {"experience", fact_kind::experience}, {"thousand", fact_kind::thousand}, {"noon", fact_kind::noon},
    {"midnight", fact_kind::midnight}, {"of", fact_kind::of},
}};

constexpr std::uint32_t bit(fact_kind k) { return 1u << static_cast<unsigned>(k); }

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3; }

struct sign {
    std::string_view text;
    fact_kind kind;
    std::string_view code;
};
constexpr sign signs[] = {
    {"£", fact_kind::currency, "GBP"}, {"€", fact_kind::currency, "EUR"}, {"$", fact_kind::currency, "USD"},
    {"–", fact_kind::dash, {}}, {"—", fact_kind::dash, {}}, {"‑", fact_kind::dash, {}}, {"-", fact_kind::dash, {}},
    {"/", fact_kind::slash, {}}, {".", fact_kind::dot, {}}, {",", fact_kind::comma, {}}, {"+", fact_kind::plus, {}}, {"%", fact_kind::percent, {}},
};

// "24,907.50" → 24907.5. A comma or stop groups thousands where three digits follow; before one or two it is a decimal one.
std::size_t read_number(std::string_view s, fact_token & t) {
    std::string plain;
    std::size_t i = 0;
    bool point = false;
    while (i < s.size()) {
        if (digit(s[i])) {
            plain += s[i++];
            t.digits += !point;
            continue;
        }
        const auto digits_after = [&] {
            std::size_t n = 0;
            while (i + 1 + n < s.size() && digit(s[i + 1 + n])) ++n;
            return n;
        }();
        if ((s[i] == ',' || s[i] == '.') && digits_after == 3 && !point) ++i;
        else if ((s[i] == '.' || s[i] == ',') && digits_after >= 1 && digits_after <= 2 && !point) {
            point = true;
            plain += '.';
            ++i;
        } else break;
    }
    std::from_chars(plain.data(), plain.data() + plain.size(), t.number);
    t.kinds = bit(fact_kind::number);
    return i;
}

void look_up(std::string_view word, const packs::language_set & set, fact_token & t) {
    const auto id = set.words.find(text::fold(word));
    const auto found = set.kinds_of.find(id);
    if (id == text::no_word || found == set.kinds_of.end()) return;
    for (const auto index : found->second) {
        const auto & k = set.language.kinds[index];
        for (const auto & [name, kind] : kind_names) {
            if (name != k.name) continue;
            t.kinds |= bit(kind);
            if (kind == fact_kind::currency) t.code = k.value;
            else if (kind == fact_kind::period) t.value = static_cast<std::uint8_t>(from_string<pay_period>(k.value).value_or(pay_period::year));
            else if (kind == fact_kind::number) std::from_chars(k.value.data(), k.value.data() + k.value.size(), t.number);
            else if (!k.value.empty()) std::from_chars(k.value.data(), k.value.data() + k.value.size(), t.value);
        }
    }
}

const sign * sign_at(std::string_view rest) {
    for (const auto & s : signs)
        if (rest.starts_with(s.text)) return &s;
    return nullptr;
}

}  // namespace

std::vector<fact_token> fact_tokens(std::string_view text, range where, const packs::language_set & set) {
    std::vector<fact_token> made;
    auto at = where.begin;
    const auto rest = [&] { return text.substr(at, where.end - at); };
    const auto in_word = [&] { return at < where.end && (letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80) && !sign_at(rest()); };
    while (at < where.end) {
        fact_token t;
        t.text.begin = at;
        if (digit(text[at])) {
            at += static_cast<std::uint32_t>(read_number(rest(), t));
            const bool glued_k = at < where.end && (text[at] == 'k' || text[at] == 'K') && (at + 1 == where.end || !letter(text[at + 1]));
            if (glued_k) t.thousand = true, ++at;
        } else if (const auto * s = sign_at(rest())) {
            at += static_cast<std::uint32_t>(s->text.size());
            t.kinds = bit(s->kind);
            t.code = s->code;
        } else if (letter(text[at])) {
            std::string word;
            while (in_word()) word += text[at++];
            // p.a., p.h., a.m.: single letters with dots are one word.
            while (word.size() <= 3 && at + 1 < where.end && text[at] == '.' && letter(text[at + 1]) && (at + 2 >= where.end || !letter(text[at + 2])))
                word += text[at + 1], at += 2;
            look_up(word, set, t);
            if (t.kinds == 0) t.kinds = bit(fact_kind::other);
        } else {
            ++at;
            while (at < where.end && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
            continue;
        }
        t.text.end = at;
        made.push_back(std::move(t));
    }
    return made;
}

}  // namespace rolewright::adverts
