// Digits with their thousands marks and decimals are one number; a sign is one token; letters are looked up among the
// language pack's kinds. Letters glued to a number ("24k", "1st", "37.5hrs") are looked up on their own. Brackets,
// colons and line ends are no tokens: the token behind them remembers them.
#include "advert/facts/fact_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace rolewright::adverts {
namespace {

constexpr std::array<std::pair<std::string_view, fact_kind>, 38> kind_names{{
    {"number", fact_kind::number}, {"nth", fact_kind::nth}, {"ordinal", fact_kind::ordinal_sign}, {"month", fact_kind::month}, {"weekday", fact_kind::weekday},
    {"currency", fact_kind::currency}, {"period", fact_kind::period}, {"periodic", fact_kind::periodic}, {"per", fact_kind::per}, {"to", fact_kind::to},
    {"up", fact_kind::up}, {"from", fact_kind::from}, {"least", fact_kind::least}, {"starting", fact_kind::starting}, {"at", fact_kind::at},
    {"hours", fact_kind::hours}, {"minutes", fact_kind::minutes}, {"years", fact_kind::years}, {"experience", fact_kind::experience},
    {"times", fact_kind::times}, {"noon", fact_kind::noon}, {"midnight", fact_kind::midnight}, {"of", fact_kind::of}, {"both", fact_kind::both},
    {"fte", fact_kind::fte}, {"shift", fact_kind::shift}, {"posts", fact_kind::posts}, {"copies", fact_kind::copies}, {"full", fact_kind::full},
    {"degree", fact_kind::degree}, {"level", fact_kind::level}, {"either", fact_kind::either}, {"field", fact_kind::field}, {"grade", fact_kind::grade},
    {"award", fact_kind::award}, {"stop", fact_kind::stop}, {"plus", fact_kind::plus}, {"honorific", fact_kind::honorific},
}};

constexpr std::uint8_t most_digits = 15;  // what a double holds exactly; longer runs are no figures of an advert

constexpr std::uint64_t bit(fact_kind k) { return std::uint64_t{1} << static_cast<unsigned>(k); }

bool digit(char c) { return c >= '0' && c <= '9'; }
// Beyond ASCII: letters with accents and those of other scripts; E2 opens typographic marks, arrows and signs.
bool letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte != 0xE2 && byte < 0xF0);
}

struct sign {
    std::string_view text;
    fact_kind kind;
    std::string_view code;
};
constexpr sign signs[] = {
    {"£", fact_kind::currency, "GBP"}, {"€", fact_kind::currency, "EUR"}, {"$", fact_kind::currency, "USD"}, {"₹", fact_kind::currency, "INR"}, {"¥", fact_kind::currency, "JPY"},
    {"–", fact_kind::dash, {}}, {"—", fact_kind::dash, {}}, {"‑", fact_kind::dash, {}}, {"‐", fact_kind::dash, {}}, {"−", fact_kind::dash, {}}, {"-", fact_kind::dash, {}},
    {"/", fact_kind::slash, {}}, {".", fact_kind::dot, {}}, {",", fact_kind::comma, {}}, {"+", fact_kind::plus, {}}, {"%", fact_kind::percent, {}},
    {"≥", fact_kind::least, {}}, {"×", fact_kind::copies, {}},
};

struct part {
    std::string_view text;
    double value;
};
constexpr part parts[] = {{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}, {" ½", 0.5}, {" ¼", 0.25}, {" ¾", 0.75}, {" 1/2", 0.5}, {" 1/4", 0.25}, {" 3/4", 0.75}};
constexpr std::string_view spaces[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

std::size_t digits_from(std::string_view s, std::size_t i) {
    std::size_t n = 0;
    while (i + n < s.size() && digit(s[i + n])) ++n;
    return n;
}

// "3.2.27" and "23.11.2026" are three numbers.
bool begins_a_date(std::string_view s) {
    const auto day = digits_from(s, 0);
    if (day > 2 || day == s.size() || s[day] != '.') return false;
    const auto month = digits_from(s, day + 1);
    if (month < 1 || month > 2 || day + 1 + month >= s.size() || s[day + 1 + month] != '.') return false;
    const auto year = digits_from(s, day + month + 2);
    return year == 2 || year == 4;
}

// "95'000" as the Swiss write it: the apostrophe at the head of `s`, or nothing.
std::string_view group_mark(std::string_view s) {
    for (const std::string_view mark : {"'", "’"})
        if (s.starts_with(mark)) return mark;
    return {};
}

// "24,907.50" → 24907.5, "2.500,00" → 2500. A comma or stop groups thousands where three digits follow; before one or two,
// or behind groups of the other mark, it is the decimal one ("12,00,000" counts lakhs); a `whole` number ends before either. Four digits behind a comma are a slip: one too many.
std::size_t read_number(std::string_view s, bool whole, fact_token & t) {
    std::array<char, 2 * most_digits + 2> plain{};
    std::size_t size = 0, i = 0, digits = 0;
    char grouped_by = 0, pointed_by = 0;
    const auto put = [&](char c) {
        if (size < plain.size()) plain[size++] = c;
    };
    while (i < s.size()) {
        if (digit(s[i])) {
            put(s[i++]);
            pointed_by ? t.decimals = static_cast<std::uint8_t>(std::min<std::size_t>(t.decimals + 1u, 200)) : ++digits;
            continue;
        }
        if (pointed_by || whole) break;
        const auto mark = group_mark(s.substr(i));
        if (!mark.empty() && digits_from(s, i + mark.size()) == 3 && (grouped_by == 0 || grouped_by == s[i])) {
            grouped_by = s[i];
            i += mark.size();
            continue;
        }
        if (s[i] != ',' && s[i] != '.') break;
        const auto behind = digits_from(s, i + 1);
        const bool nought = digits == 1 && plain[0] == '0';
        const bool other_mark = grouped_by && grouped_by != s[i];
        const bool lakh = s[i] == ',' && behind == 2 && i + 3 < s.size() && s[i + 3] == ',' && digits_from(s, i + 4) >= 2;
        if ((behind == 3 && !other_mark && !nought && (grouped_by || digits <= 3)) || (lakh && !other_mark)) {
            grouped_by = s[i++];
        } else if (behind == 4 && s[i] == ',' && digits <= 3 && !other_mark) {
            for (std::size_t k = 1; k <= 3; ++k) put(s[i + k]), ++digits;
            i += 5;
            t.slip = true;
        } else if (behind >= 1 && (behind <= 2 || other_mark || nought)) {
            pointed_by = s[i++];
            put('.');
            t.slip = pointed_by == ',' && !grouped_by;
        } else break;
    }
    if (digits > most_digits) {
        t.kinds = bit(fact_kind::other);
        return i;
    }
    std::from_chars(plain.data(), plain.data() + size, t.number);
    t.digits = static_cast<std::uint8_t>(digits);
    t.kinds = bit(fact_kind::number);
    if (!pointed_by && !whole)
        for (const auto & p : parts)
            if (s.substr(i).starts_with(p.text) && digits_from(s, i + p.text.size()) == 0) {
                t.number += p.value;
                t.decimals = 2;
                return i + p.text.size();
            }
    return i;
}

const sign * sign_at(std::string_view rest) {
    const auto first = static_cast<unsigned char>(rest.front());
    if (first < 0x80 && std::string_view("$-/.,+%").find(rest.front()) == std::string_view::npos) return nullptr;
    for (const auto & s : signs)
        if (rest.starts_with(s.text)) return &s;
    return nullptr;
}

class fact_tokenizer {
public:
    fact_tokenizer(std::string_view text, range where, const packs::language_set & set) : text_(text), at_(where.begin), end_(where.end), set_(set) {}

    std::vector<fact_token> run() {
        auto last_end = at_;
        fact_token t;
        while (at_ < end_) {
            const auto begin = at_;
            if (digit(text_[at_])) {
                if (whole_numbers_ == 0 && begins_a_date(rest())) whole_numbers_ = 3;
                at_ += static_cast<std::uint32_t>(read_number(rest(), whole_numbers_ > 0, t));
                whole_numbers_ -= whole_numbers_ > 0;
            }
            else if (const auto * s = sign_at(rest())) {
                at_ += static_cast<std::uint32_t>(s->text.size());
                t.kinds = bit(s->kind);
                t.code = s->code;
            } else if (letter(text_[at_])) read_word(t);
            else {
                skip_mark(t);
                continue;
            }
            t.text = {begin, at_};
            const auto gap = text_.substr(last_end, begin - last_end);
            t.glued = gap.empty();
            t.spaced = std::find(std::begin(spaces), std::end(spaces), gap) != std::end(spaces);
            last_end = at_;
            add(t);
            t = {};
        }
        return std::move(made_);
    }

private:
    std::string_view rest() const { return text_.substr(at_, end_ - at_); }

    void skip_mark(fact_token & t) {
        const char c = text_[at_];
        skip_character();
        t.parted = t.parted || c == '(' || c == ')' || c == ':' || c == ';' || c == '|' || c == '\n' || c == '[';
        t.opened = t.opened || c == '(' || c == '[';
        t.equals = t.equals || c == '=';
    }

    void skip_character() {
        ++at_;
        while (at_ < end_ && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
    }

    // Its size in bytes; 0: none stands here.
    std::uint32_t apostrophe() const { return text_[at_] == '\'' ? 1 : rest().starts_with("’") ? 3 : 0; }

    void read_word(fact_token & t) {
        const auto begin = at_;
        t.capital = text_[at_] >= 'A' && text_[at_] <= 'Z';
        while (at_ < end_) {
            if (letter(text_[at_])) skip_character();
            else if (const auto mark = apostrophe(); mark && at_ + mark < end_ && letter(text_[at_ + mark])) at_ += mark;
            else break;
        }
        constexpr std::uint32_t short_word = 3;
        word_ = text_.substr(begin, at_ - begin);
        if (at_ - begin <= short_word) {
            // p.a., p. a., p/h: the letters together are one word, if the pack knows it. AU$: letters and sign are one sign.
            if (at_ < end_ && text_[at_] == '$' && look_up(std::string(word_) + '$', t)) ++at_;
            else if (!read_dotted(t)) look_up(word_, t);
        } else look_up(word_, t);
        if (t.kinds == 0) t.kinds = bit(fact_kind::other);
    }

    bool read_dotted(fact_token & t) {
        std::string letters(word_);
        auto next = at_;
        for (int parts_read = 0; parts_read < 3; ++parts_read) {
            auto from = next;
            if (from < end_ && (text_[from] == '.' || text_[from] == '/')) ++from;
            else break;
            if (from < end_ && text_[from] == ' ' && text_[from - 1] == '.') ++from;
            auto to = from;
            while (to < end_ && letter(text_[to]) && to - from <= 3) ++to;
            if (to == from || to - from > 3) break;
            letters += text_.substr(from, to - from);
            next = to;
            if (look_up(letters, t)) {
                at_ = next;
                return true;
            }
        }
        return false;
    }

    bool look_up(std::string_view word, fact_token & t) {
        text::fold(word, folded_);
        const auto id = set_.words.find(folded_);
        if (id == text::no_word) return false;
        const auto found = set_.kinds_of.find(id);
        if (found == set_.kinds_of.end()) return false;
        for (const auto index : found->second) take(set_.language.kinds[index], t);
        return t.kinds != 0;
    }

    static void take(const packs::kind_words & k, fact_token & t) {
        for (const auto & [name, kind] : kind_names) {
            if (name != k.name) continue;
            t.kinds |= bit(kind);
            const auto number = [&](auto & into) { std::from_chars(k.value.data(), k.value.data() + k.value.size(), into); };
            switch (kind) {
                case fact_kind::currency: t.code = k.value; break;
                case fact_kind::period:
                case fact_kind::periodic: t.value = static_cast<std::uint8_t>(from_string<pay_period>(k.value).value_or(pay_period::year)); break;
                case fact_kind::number:
                case fact_kind::nth:
                case fact_kind::times: number(t.number); break;
                default:
                    if (!k.value.empty()) number(t.value);
            }
        }
    }

    // "Five (5) years" says one number twice; "twenty-one" and "twenty-first" are one.
    void add(const fact_token & t) {
        const auto n = made_.size();
        if (n > 0 && t.is(fact_kind::number) && t.digits > 0 && t.parted && made_[n - 1].is(fact_kind::number) && made_[n - 1].digits == 0 && made_[n - 1].number == t.number) {
            made_[n - 1].text.end = t.text.end;
            return;
        }
        // "thirty-seven and a half"
        if (n > 2 && t.is(fact_kind::number) && t.digits == 0 && t.number == 0.5 && made_[n - 1].is(fact_kind::per) && made_[n - 2].is(fact_kind::both) && made_[n - 3].is(fact_kind::number)) {
            made_.resize(n - 2);
            made_.back().number += t.number;
            made_.back().text.end = t.text.end;
            return;
        }
        const bool unit = t.digits == 0 && t.number >= 1 && t.number <= 9 && (t.is(fact_kind::number) || t.is(fact_kind::nth));
        const auto is_tens = [](const fact_token & f) { return f.is(fact_kind::number) && f.digits == 0 && f.number >= 20 && f.number <= 90; };
        if (unit && n > 1 && made_[n - 1].is(fact_kind::dash) && is_tens(made_[n - 2])) made_.pop_back();
        else if (!unit || n == 0 || !is_tens(made_[n - 1])) {
            made_.push_back(t);
            return;
        }
        auto & tens = made_.back();
        tens.number += t.number;
        tens.kinds = t.kinds;
        tens.text.end = t.text.end;
    }

    std::string_view text_;
    std::uint32_t at_, end_;
    const packs::language_set & set_;
    std::string_view word_;
    std::string folded_;
    int whole_numbers_ = 0;  ///< how many of a date are still to come
    std::vector<fact_token> made_;
};

}  // namespace

std::vector<fact_token> fact_tokens(std::string_view text, range where, const packs::language_set & set) { return fact_tokenizer(text, where, set).run(); }

}  // namespace rolewright::adverts
