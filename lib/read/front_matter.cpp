// Lines are read one by one: a key with its value, what is indented below a key without value, and the lines that go on with
// a value. What is no such line ends the attempt: then it was no front matter. Names are compared without case and signs.
#include "read/front_matter.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace rolewright::readers {
namespace {

using fields = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t most_lines = 200;

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && blank(s.front())) s.remove_prefix(1);
    while (!s.empty() && blank(s.back())) s.remove_suffix(1);
    return s;
}

std::string_view next_line(std::string_view & rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

std::string plain_name(std::string_view key) {
    std::string made;
    for (const char c : key)
        if (std::isalnum(static_cast<unsigned char>(c))) made += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return made;
}

// "quoted", 'quoted', or plain up to a comment.
std::string value_of(std::string_view s) {
    s = trimmed(s);
    if (s.size() >= 2 && (s.front() == '"' || s.front() == '\'')) {
        const auto close = s.rfind(s.front());
        if (close > 0) return std::string(s.substr(1, close - 1));
    }
    if (const auto comment = s.find(" #"); comment != std::string_view::npos) s = trimmed(s.substr(0, comment));
    if (s == "|" || s == ">" || s == "|-" || s == ">-" || s == "null" || s == "~") return {};
    return std::string(s);
}

// Where the colon of "key: value" stands, or npos.
std::size_t key_end(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == 0 || colon == std::string_view::npos) return std::string_view::npos;
    if (colon + 1 < line.size() && !blank(line[colon + 1])) return std::string_view::npos;
    const bool plain = std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-' || c == ' ' || c == '.' || c >= 0x80; });
    return plain ? colon : std::string_view::npos;
}

class reader {
public:
    fields made;

    bool line(std::string_view raw) {
        const auto words = trimmed(raw);
        if (words.empty() || words[0] == '#') return true;
        if (blank(raw.front())) return inner(words);
        if (words.starts_with("- ") || words == "-") return inner(words);
        const auto colon = key_end(words);
        if (colon == std::string_view::npos) return false;
        top_ = last_ = plain_name(words.substr(0, colon));
        made.emplace(last_, value_of(words.substr(colon + 1)));
        return true;
    }

private:
    bool inner(std::string_view words) {
        if (top_.empty()) return false;
        if (words.starts_with("- ")) return add(made[top_], value_of(words.substr(2)), ", "), true;
        if (const auto colon = key_end(words); colon != std::string_view::npos && made[top_].empty()) {
            last_ = top_ + "." + plain_name(words.substr(0, colon));
            made.emplace(last_, value_of(words.substr(colon + 1)));
            return true;
        }
        return add(made[last_], std::string(words), " "), true;
    }

    static void add(std::string & to, const std::string & more, const char * between) {
        if (!to.empty() && !more.empty()) to += between;
        to += more;
    }

    std::string top_, last_;
};

std::optional<std::string> first_of(const fields & in, std::initializer_list<std::string_view> names) {
    for (const auto n : names)
        if (const auto at = in.find(n); at != in.end() && !at->second.empty()) return at->second;
    return std::nullopt;
}

std::optional<calendar_date> date_of(const std::optional<std::string> & s) {
    constexpr std::size_t iso = 10;
    return s ? date_from_string(std::string_view(*s).substr(0, iso)) : std::nullopt;
}

std::vector<double> amounts_in(std::string_view s) {
    std::vector<double> made;
    for (std::size_t i = 0; i < s.size();) {
        if (s[i] < '0' || s[i] > '9') {
            ++i;
            continue;
        }
        std::string digits;
        while (i < s.size() && ((s[i] >= '0' && s[i] <= '9') || s[i] == '.' || s[i] == ',')) {
            const bool thousands = s[i] == ',' || (s[i] == '.' && i + 3 < s.size() && s.substr(i + 1, 3).find_first_not_of("0123456789") == std::string_view::npos);
            if (!thousands) digits += s[i];
            ++i;
        }
        double n = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), n);
        if (i < s.size() && (s[i] == 'k' || s[i] == 'K')) n *= 1000;
        made.push_back(n);
    }
    return made;
}

std::string currency_in(std::string_view s) {
    static constexpr std::pair<std::string_view, std::string_view> known[] = {{"£", "GBP"}, {"€", "EUR"}, {"$", "USD"}, {"GBP", "GBP"}, {"EUR", "EUR"}, {"USD", "USD"}, {"AUD", "AUD"}, {"CAD", "CAD"}, {"NZD", "NZD"}, {"CHF", "CHF"}, {"NOK", "NOK"}, {"SEK", "SEK"}, {"DKK", "DKK"}};
    for (const auto & [sign, code] : known)
        if (s.find(sign) != std::string_view::npos) return std::string(code);
    return {};
}

// A fact only if nothing about it is guessed: currency, amounts and what they are paid for.
std::optional<salary> salary_of(const fields & in) {
    const auto whole = first_of(in, {"salary", "pay", "basesalary", "compensation"}).value_or("");
    const auto least = first_of(in, {"salarymin", "minsalary", "salary.min", "salary.minvalue"}), most = first_of(in, {"salarymax", "maxsalary", "salary.max", "salary.maxvalue"});
    const auto unit = first_of(in, {"salaryperiod", "salaryunit", "salary.per", "salary.period", "salary.unittext"}).value_or(whole);
    salary made{.currency = currency_in(first_of(in, {"salarycurrency", "currency", "salary.currency"}).value_or(whole + least.value_or("")))};
    auto amounts = amounts_in(whole);
    if (least || most) amounts = amounts_in(least.value_or("") + " " + most.value_or(""));
    if (amounts.empty() || amounts.size() > 2 || made.currency.empty()) return std::nullopt;
    std::string lower(unit);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::optional<pay_period> per;
    for (const auto p : {pay_period::hour, pay_period::day, pay_period::week, pay_period::month, pay_period::year})
        if (lower.find(to_string(p)) != std::string::npos) per = p;
    constexpr double never_monthly = 15'000;
    if (!per && amounts.front() >= never_monthly) per = pay_period::year;
    if (!per) return std::nullopt;
    made.per = *per;
    made.min = amounts.front();
    made.max = amounts.back();
    if (least && !most) made.max.reset();
    if (most && !least) made.min.reset();
    return made;
}

template <class T>
std::optional<T> named(const std::optional<std::string> & s) {
    if (!s) return std::nullopt;
    std::string lower(*s);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return c == '_' || c == ' ' ? '-' : static_cast<char>(std::tolower(c)); });
    return from_string<T>(lower);
}

given_facts facts_of(const fields & in) {
    given_facts made;
    made.title = first_of(in, {"jobtitle", "title", "position", "role", "roles"});
    made.employer = first_of(in, {"employer", "company", "organisation", "organization", "hiringorganization", "employer.name", "company.name", "hiringorganization.name"});
    made.location = first_of(in, {"location", "joblocation", "place", "city"});
    made.country = first_of(in, {"country", "location.country"});
    made.language = first_of(in, {"lang", "language", "inlanguage"});
    made.reference = first_of(in, {"reference", "ref", "jobreference", "jobid"});
    made.contact_email = first_of(in, {"contactemail", "email", "applyemail"});
    made.posted = date_of(first_of(in, {"dateposted", "posted", "published", "date"}));
    made.closing = date_of(first_of(in, {"closing", "closingdate", "closes", "deadline", "validthrough", "expires", "applyby"}));
    made.start = date_of(first_of(in, {"start", "startdate", "jobstartdate"}));
    made.contract = named<contract_kind>(first_of(in, {"contract", "contracttype", "employmenttype"}));
    made.workplace = named<workplace_kind>(first_of(in, {"workplace", "workplacetype"}));
    made.salary = salary_of(in);
    if (const auto hours = first_of(in, {"hours", "hoursperweek", "weeklyhours"})) {
        const auto n = amounts_in(*hours);
        constexpr double week = 80;
        if (n.size() == 1 && n[0] > 0 && n[0] <= week) made.hours_per_week = n[0];
    }
    return made;
}

}  // namespace

front_matter read_front_matter(std::string_view text) {
    auto rest = text;
    if (trimmed(next_line(rest)) != "---") return {};
    reader of;
    for (std::size_t i = 0; i < most_lines && !rest.empty(); ++i) {
        const auto line = next_line(rest);
        const auto words = trimmed(line);
        if (words == "---" || words == "...") {
            if (of.made.empty()) return {};
            return {text.size() - rest.size(), facts_of(of.made)};
        }
        if (!of.line(line)) return {};
    }
    return {};
}

}  // namespace rolewright::readers
