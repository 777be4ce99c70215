// Digits with their thousands marks and decimals are one number; a sign is one token; letters are looked up among the
// language pack's kinds. Letters glued to a number ("24k", "1st", "37.5hrs") are looked up on their own. Brackets,
// colons and line ends are no tokens: the token behind them remembers them. Most words were looked up with the text.
#include "advert/facts/fact_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace rolewright::adverts {
namespace {

constexpr std::uint8_t most_digits = 15;  // what a double holds exactly; longer runs are no figures of an advert

bool digit(char c) { return c >= '0' && c <= '9'; }
// Beyond ASCII: letters with accents and those of other scripts; E2 opens typographic marks, arrows and signs.
constexpr bool plain_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return plain_letter(c) || (byte >= 0xC3 && byte != 0xE2 && byte < 0xF0);
}

struct sign {
    std::string_view text;
    fact_kind kind;
    std::string_view code;
};
constexpr sign signs[] = {
    {",", fact_kind::comma, {}}, {".", fact_kind::dot, {}}, {"-", fact_kind::dash, {}}, {"/", fact_kind::slash, {}}, {"+", fact_kind::plus, {}}, {"%", fact_kind::percent, {}},
    {"£", fact_kind::currency, "GBP"}, {"$", fact_kind::currency, "USD"}, {"€", fact_kind::currency, "EUR"}, {"₹", fact_kind::currency, "INR"}, {"¥", fact_kind::currency, "JPY"},
    {"–", fact_kind::dash, {}}, {"—", fact_kind::dash, {}}, {"‑", fact_kind::dash, {}}, {"‐", fact_kind::dash, {}}, {"−", fact_kind::dash, {}},
    {"≥", fact_kind::least, {}}, {"×", fact_kind::copies, {}},
};

struct part {
    std::string_view text;
    double value;
};
constexpr part parts[] = {{"½", 0.5}, {"¼", 0.25}, {"¾", 0.75}, {" ½", 0.5}, {" ¼", 0.25}, {" ¾", 0.75}, {" 1/2", 0.5}, {" 1/4", 0.25}, {" 3/4", 0.75}};
constexpr std::string_view wide_spaces[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

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
// or behind groups of the other mark, it is the decimal one ("12,00,000" counts lakhs); a `whole` number ends before either. Four digits behind a comma are a slip: one too many. So is a
// space behind the comma, where it is `spaced` ("£31, 365").
std::size_t read_number(std::string_view s, bool whole, bool spaced, fact_token & t) {
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
        if (spaced && !grouped_by) {
            grouped_by = s[i];
            i += 2;
            t.slip = true;
            continue;
        }
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
    if (!pointed_by && !whole && i < s.size() && (s[i] == ' ' || s[i] == parts[0].text[0]))
        for (const auto & p : parts)
            if (s.substr(i).starts_with(p.text) && digits_from(s, i + p.text.size()) == 0) {
                t.number += p.value;
                t.decimals = 2;
                return i + p.text.size();
            }
    return i;
}

constexpr auto begins_sign = [] {
    std::array<bool, 256> made{};
    for (const auto & s : signs) made[static_cast<unsigned char>(s.text[0])] = true;
    return made;
}();

const sign * sign_at(std::string_view rest) {
    if (!begins_sign[static_cast<unsigned char>(rest.front())]) return nullptr;
    for (const auto & s : signs)
        if (s.text.front() == rest.front() && rest.starts_with(s.text)) return &s;
    return nullptr;
}

std::uint32_t behind_character(std::string_view text, std::uint32_t at, std::uint32_t end) {
    ++at;
    while (at < end && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return at;
}

// The size of the apostrophe at `at`; 0: none stands there.
std::uint32_t apostrophe_at(std::string_view text, std::uint32_t at) { return text[at] == '\'' ? 1 : text.substr(at).starts_with("’") ? 3 : 0; }

class fact_tokenizer {
public:
    fact_tokenizer(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set, std::vector<fact_token> & to)
        : text_(text), at_(where.begin), end_(where.end), words_(words), set_(set), made_(to), first_(to.size()) {}

    void run() {
        auto last_end = at_;
        fact_token t;
        while (at_ < end_) {
            const auto begin = at_;
            if (text_[at_] == ' ') {
                ++at_;
                continue;
            }
            if (plain_letter(text_[at_])) read_word(t);
            else if (digit(text_[at_])) {
                if (whole_numbers_ == 0 && begins_a_date(rest())) whole_numbers_ = 3;
                const bool money = begin == last_end && made_.size() > first_ && made_.back().is(fact_kind::currency);
                at_ += static_cast<std::uint32_t>(read_number(rest(), whole_numbers_ > 0, money && is_spaced_sum(), t));
                whole_numbers_ -= whole_numbers_ > 0;
            } else if (const auto * s = sign_at(rest())) {
                at_ += static_cast<std::uint32_t>(s->text.size());
                t.kinds = bit(s->kind);
                t.code = s->code;
            } else if (letter(text_[at_])) read_word(t);
            else {
                skip_mark(t);
                continue;
            }
            t.text = {begin, at_};
            t.glued = begin == last_end;
            t.spaced = is_one_space({last_end, begin});
            last_end = at_;
            constexpr auto counts = bit(fact_kind::number) | bit(fact_kind::nth);
            if (t.kinds & counts) add_number(t);
            else made_.push_back(t);
            t = {};
        }
    }

private:
    bool is_one_space(range gap) const {
        if (gap.size() <= 1) return !gap.empty() && text_[gap.begin] == ' ';
        return std::find(std::begin(wide_spaces), std::end(wide_spaces), gap.of(text_)) != std::end(wide_spaces);
    }

    std::string_view rest() const { return text_.substr(at_, end_ - at_); }

    void skip_mark(fact_token & t) {
        const char c = text_[at_];
        at_ = behind_character(text_, at_, end_);
        t.parted = t.parted || c == '(' || c == ')' || c == ':' || c == ';' || c == '|' || c == '\n' || c == '[';
        t.opened = t.opened || c == '(' || c == '[';
        t.equals = t.equals || c == '=';
    }

    // The word of the text that stands here, if it is of letters A to Z and nothing else.
    const text::token * plain_word() {
        while (next_word_ != words_.size() && words_[next_word_].text.begin < at_) ++next_word_;
        if (next_word_ == words_.size()) return nullptr;
        const auto & word = words_[next_word_];
        return word.plain && word.text.begin == at_ && word.text.end <= end_ ? &word : nullptr;
    }

    // "31, 365": thousands behind a comma and a space, where nothing follows that they could count ("£2, 300 people"), and
    // no mark that makes them something else ("$22, 401(k)").
    bool is_spaced_sum() {
        constexpr std::size_t most_digits_before = 3, behind = 3;
        const auto s = rest();
        const auto digits = digits_from(s, 0);
        if (digits > most_digits_before || !s.substr(digits).starts_with(", ") || digits_from(s, digits + 2) != behind) return false;
        auto at = at_ + static_cast<std::uint32_t>(digits + 2 + behind);
        if (at == end_) return true;
        const bool parted = text_[at] == ' ';
        at += parted;
        if (at == end_) return true;
        if (!letter(text_[at])) return parted || (text_[at] != '%' && text_[at] != '(');
        const auto meaning_at = [&](std::uint32_t begin, std::uint32_t & end) {
            end = end_of_letters(text_, begin, end_);
            const auto joined = end < end_ && joins(text_[end]) ? joined_behind(text_, {begin, end}, end_, set_) : joined_word{};
            return joined.meaning ? joined.meaning : set_.meaning_of(look_up(text_.substr(begin, end - begin)));
        };
        const auto has = [](const packs::word_meaning * of, auto... kinds) { return of && (of->kinds & (bit(kinds) | ...)) != 0; };
        const auto is_of_year = [&](const packs::word_meaning * of) { return has(of, fact_kind::of_year) && !has(of, fact_kind::years); };
        std::uint32_t word_end = at;
        const auto * word = meaning_at(at, word_end);
        if (is_of_year(word) || (parted && has(word, fact_kind::to, fact_kind::plus))) return true;
        if (!parted || !has(word, fact_kind::per) || word_end >= end_ || text_[word_end] != ' ') return false;
        std::uint32_t next_end = word_end + 1;
        return has(meaning_at(word_end + 1, next_end), fact_kind::of_year);  // "per annum"; "£20, 200 a day" are two sums
    }

    void read_word(fact_token & t) {
        const auto begin = at_;
        t.capital = text_[at_] >= 'A' && text_[at_] <= 'Z';
        const auto * known = plain_word();
        if (known) at_ = known->text.end;
        else at_ = end_of_letters(text_, at_, end_);
        if (at_ < end_ && joins(text_[at_]) && read_joined({begin, at_}, t)) return;
        if (const auto * meaning = set_.meaning_of(known ? known->word : look_up(text_.substr(begin, at_ - begin)))) take(*meaning, t);
        else t.kinds = bit(fact_kind::other);
    }

    bool read_joined(range word, fact_token & t) {
        const auto whole = joined_behind(text_, word, end_, set_);
        if (!whole.meaning) return false;
        at_ = whole.end;
        take(*whole.meaning, t);
        return true;
    }

    text::word_id look_up(std::string_view word) {
        text::fold(word, folded_);
        return set_.words.find(folded_);
    }

    static void take(const packs::word_meaning & meaning, fact_token & t) {
        t.kinds = meaning.kinds;
        t.number = meaning.number;
        t.code = meaning.code;
        t.value = meaning.value;
    }

    // "Five (5) years" says one number twice; "twenty-one" and "twenty-first" are one.
    void add_number(const fact_token & t) {
        const auto n = made_.size() - first_;
        if (n > 0 && t.is(fact_kind::number) && t.digits > 0 && t.parted && last(1).is(fact_kind::number) && last(1).digits == 0 && last(1).number == t.number) {
            last(1).text.end = t.text.end;
            return;
        }
        // "thirty-seven and a half"
        if (n > 2 && t.is(fact_kind::number) && t.digits == 0 && t.number == 0.5 && last(1).is(fact_kind::per) && last(2).is(fact_kind::both) && last(3).is(fact_kind::number)) {
            made_.resize(made_.size() - 2);
            made_.back().number += t.number;
            made_.back().text.end = t.text.end;
            return;
        }
        const bool unit = t.digits == 0 && t.number >= 1 && t.number <= 9;
        const auto is_tens = [](const fact_token & f) { return f.is(fact_kind::number) && f.digits == 0 && f.number >= 20 && f.number <= 90; };
        if (unit && n > 1 && last(1).is(fact_kind::dash) && is_tens(last(2))) made_.pop_back();
        else if (!unit || n == 0 || !is_tens(last(1))) {
            made_.push_back(t);
            return;
        }
        auto & tens = made_.back();
        tens.number += t.number;
        tens.kinds = t.kinds;
        tens.text.end = t.text.end;
    }

    fact_token & last(std::size_t n) { return made_[made_.size() - n]; }

    std::string_view text_;
    std::uint32_t at_, end_;
    std::span<const text::token> words_;
    std::size_t next_word_ = 0;  ///< the first of them that may still come
    const packs::language_set & set_;
    std::string folded_;
    int whole_numbers_ = 0;  ///< how many of a date are still to come
    std::vector<fact_token> & made_;
    std::size_t first_;      ///< of the tokens that are ours
};

}  // namespace

std::uint32_t end_of_letters(std::string_view text, std::uint32_t at, std::uint32_t end) {
    while (at < end) {
        if (letter(text[at])) at = behind_character(text, at, end);
        else if (const auto mark = apostrophe_at(text, at); mark && at + mark < end && letter(text[at + mark])) at += mark;
        else break;
    }
    return at;
}

joined_word joined_behind(std::string_view text, range word, std::uint32_t end, const packs::language_set & set) {
    constexpr int most_parts = 3;
    if (word.size() > longest_joined || word.end >= end || !joins(text[word.end])) return {};
    const auto mark_at = [&](std::uint32_t at) { return at < end && (text[at] == '.' || text[at] == '/'); };
    const bool money = text[word.end] == '$';
    std::string letters(word.of(text)), folded;
    const auto meaning = [&] {
        text::fold(letters, folded);
        return set.meaning_of(set.words.find(folded));
    };
    if (money) {
        letters += '$';
        return {meaning(), word.end + 1};
    }
    auto at = word.end;
    for (int part = 0; part < most_parts && mark_at(at); ++part) {
        auto from = at + 1;
        if (from < end && text[from] == ' ' && text[at] == '.') ++from;
        auto to = from;
        while (to < end && letter(text[to]) && to - from <= longest_joined) ++to;
        if (to == from || to - from > longest_joined) break;
        letters += text.substr(from, to - from);
        at = to;
        if (const auto * known = meaning()) return {known, at};
    }
    return {};
}

void fact_tokens(std::string_view text, range where, std::span<const text::token> words, const packs::language_set & set, std::vector<fact_token> & to) {
    fact_tokenizer(text, where, words, set, to).run();
}

}  // namespace rolewright::adverts
