// Each kind of value is read from its own shape, by tables of the codes that formats use.
#include "read/given_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <vector>

namespace rolewright::readers {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string_view trimmed(std::string_view s) {
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!s.empty() && space(s.front())) s.remove_prefix(1);
    while (!s.empty() && space(s.back())) s.remove_suffix(1);
    return s;
}

// Letters and digits alone, in lower case.
std::string bare(std::string_view s) {
    std::string made;
    for (const char c : s)
        if (letter(c) || digit(c)) made += lower(c);
    return made;
}

int number(std::string_view digits) {
    int n = -1;
    const auto end = digits.data() + digits.size();
    return std::from_chars(digits.data(), end, n).ptr == end ? n : -1;
}

std::optional<calendar_date> real(int y, int m, int d) {
    if (y >= 0 && y < 100) y += 2000;
    if (y < 1900 || y > 9999 || m < 1 || d < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)), std::chrono::day(static_cast<unsigned>(d))};
    if (!date.ok()) return std::nullopt;
    return calendar_date{static_cast<std::int16_t>(y), static_cast<std::uint8_t>(m), static_cast<std::uint8_t>(d)};
}

std::optional<calendar_date> since_1970(std::string_view digits) {
    constexpr std::size_t seconds = 10, milliseconds = 13;
    std::int64_t n = 0;
    if ((digits.size() != seconds && digits.size() != milliseconds) || std::from_chars(digits.data(), digits.data() + digits.size(), n).ec != std::errc()) return std::nullopt;
    if (digits.size() == milliseconds) n /= 1000;
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(n)))};
    return real(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day())));
}

// The months of RFC 822, which are three letters in whatever language.
int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto found = std::find(names.begin(), names.end(), bare(word));
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

// "Mon, 22 Jun 2026 12:12:33 GMT"
std::optional<calendar_date> rfc_822(std::string_view words) {
    if (const auto comma = words.find(','); comma != std::string_view::npos && comma <= 3) words = trimmed(words.substr(comma + 1));
    std::vector<std::string_view> parts;
    while (!words.empty() && parts.size() < 3) {
        const auto end = std::min(words.find_first_of(" -"), words.size());
        parts.push_back(words.substr(0, end));
        words = trimmed(words.substr(std::min(end + 1, words.size())));
    }
    return parts.size() == 3 && parts[1].size() == 3 ? real(number(parts[2]), month_of(parts[1]), number(parts[0])) : std::nullopt;
}

template <class E, std::size_t n>
std::optional<E> coded(std::string_view code, const std::pair<std::string_view, E> (&known)[n]) {
    const auto key = bare(code.substr(code.find_last_of("/#:") + 1));
    for (const auto & [name, value] : known)
        if (key == name) return value;
    return std::nullopt;
}

}  // namespace

std::optional<calendar_date> date_of(std::string_view words, std::string_view order) {
    words = trimmed(words);
    if (std::all_of(words.begin(), words.end(), digit)) {
        if (words.size() == 8 && (order.empty() || order == "ymd")) return real(number(words.substr(0, 4)), number(words.substr(4, 2)), number(words.substr(6, 2)));
        return since_1970(words);
    }
    std::array<std::string_view, 3> parts;
    char between = 0;
    std::size_t i = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const auto begin = i;
        while (i < words.size() && digit(words[i])) ++i;
        parts[p] = words.substr(begin, i - begin);
        if (parts[p].empty() || parts[p].size() > 4) return p <= 1 ? rfc_822(words) : std::nullopt;
        if (p == 2) break;
        if (i >= words.size() || (between && words[i] != between)) return rfc_822(words);
        between = words[i++];
        if (between != '-' && between != '/' && between != '.') return rfc_822(words);
    }
    // What follows is a time, or nothing.
    if (i < words.size() && words[i] != 'T' && words[i] != ' ' && words[i] != 'Z' && words[i] != '+') return std::nullopt;
    const int a = number(parts[0]), b = number(parts[1]), c = number(parts[2]);
    if (parts[0].size() == 4 || order == "ymd") return real(a, b, c);
    if (order == "dmy" || between == '.') return real(c, b, a);
    if (order == "mdy") return real(c, a, b);
    const bool first_is_day = a > 12 || a == b, second_is_day = b > 12;
    return first_is_day ? real(c, b, a) : second_is_day ? real(c, a, b) : std::nullopt;
}

std::optional<double> amount_of(std::string_view words) {
    std::string digits(trimmed(words));
    for (auto comma = digits.find(','); comma != std::string::npos; comma = digits.find(',')) {
        const auto next = std::min(digits.find_first_of(",.", comma + 1), digits.size());
        if (next - comma != 4) return std::nullopt;
        digits.erase(comma, 1);
    }
    double n = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, n);
    return !digits.empty() && read.ec == std::errc() && read.ptr == end && std::isfinite(n) ? std::optional(n) : std::nullopt;
}

std::optional<pay_period> period_of(std::string_view code) {
    static constexpr std::pair<std::string_view, pay_period> exact[] = {{"hur", pay_period::hour}, {"wee", pay_period::week}, {"mon", pay_period::month}, {"ann", pay_period::year}, {"pa", pay_period::year}, {"daily", pay_period::day}};
    if (const auto period = coded(code, exact)) return period;
    static constexpr std::pair<std::string_view, pay_period> inside[] = {{"hour", pay_period::hour}, {"day", pay_period::day}, {"week", pay_period::week}, {"month", pay_period::month}, {"year", pay_period::year}, {"annual", pay_period::year}, {"annum", pay_period::year}};
    const auto key = bare(code);
    // Every second week or twice a month is none of ours.
    if (key.starts_with("bi") || key.starts_with("semi")) return std::nullopt;
    for (const auto & [name, period] : inside)
        if (key.find(name) != std::string::npos) return period;
    return std::nullopt;
}

std::optional<contract_kind> contract_of(std::string_view code) {
    static constexpr std::pair<std::string_view, contract_kind> known[] = {
        {"permanent", contract_kind::permanent}, {"perm", contract_kind::permanent}, {"regular", contract_kind::permanent}, {"fulltimepermanent", contract_kind::permanent},
        {"parttimepermanent", contract_kind::permanent}, {"fixedterm", contract_kind::fixed_term}, {"fulltimefixedterm", contract_kind::fixed_term}, {"parttimefixedterm", contract_kind::fixed_term},
        {"parentalleavecover", contract_kind::fixed_term}, {"maternitycover", contract_kind::fixed_term}, {"temporary", contract_kind::temporary}, {"temp", contract_kind::temporary}, {"fulltimetemporary", contract_kind::temporary},
        {"parttimetemporary", contract_kind::temporary}, {"casual", contract_kind::casual}, {"perdiem", contract_kind::casual}, {"zerohours", contract_kind::casual}, {"bank", contract_kind::casual},
        {"intern", contract_kind::internship}, {"internship", contract_kind::internship}, {"trainee", contract_kind::internship}, {"volunteer", contract_kind::volunteer}, {"voluntary", contract_kind::volunteer}};
    while (!code.empty()) {
        const auto end = std::min(code.find_first_of(",;|"), code.size());
        if (const auto kind = coded(code.substr(0, end), known)) return kind;
        code.remove_prefix(std::min(end + 1, code.size()));
    }
    return std::nullopt;
}

std::optional<workplace_kind> workplace_of(std::string_view code) {
    static constexpr std::pair<std::string_view, workplace_kind> known[] = {
        {"onsite", workplace_kind::on_site}, {"inoffice", workplace_kind::on_site}, {"office", workplace_kind::on_site}, {"hybrid", workplace_kind::hybrid}, {"hybridremote", workplace_kind::hybrid}, {"remote", workplace_kind::remote},
        {"fullyremote", workplace_kind::remote}, {"fully", workplace_kind::remote}, {"telecommute", workplace_kind::remote}, {"workfromhome", workplace_kind::remote}, {"wfh", workplace_kind::remote}};
    return coded(code, known);
}

std::string language_tag(std::string_view words) {
    words = trimmed(words);
    std::string made;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto first = words.substr(0, words.find_first_of("-_")).size();
        if (!letter(words[i]) && !digit(words[i]) && words[i] != '-' && words[i] != '_') return {};
        made += words[i] == '_' ? '-' : i < first ? lower(words[i]) : words[i];
    }
    const auto primary = made.substr(0, made.find('-'));
    return primary.size() == 2 || primary.size() == 3 ? made : std::string();
}

std::string label_of(std::string_view name) {
    name.remove_prefix(std::min(name.find_first_not_of('@'), name.size()));
    if (const auto colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    std::string made;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool capital = c >= 'A' && c <= 'Z', after_lower = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        const bool before_lower = i + 1 < name.size() && name[i + 1] >= 'a' && name[i + 1] <= 'z';
        if (capital && after_lower) made += ' ';
        if (c == '_' || c == '-' || c == ' ') made += made.empty() || made.back() == ' ' ? "" : " ";
        else made += capital && i > 0 && (after_lower || before_lower) ? lower(c) : c;
    }
    if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
    return made;
}

}  // namespace rolewright::readers
