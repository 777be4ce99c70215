// Fields are looked up by name and taken in the shapes that sites write them in: a value, an object with the value inside,
// an array of either. Text fields beyond the description become parts of the document where it does not hold them yet.
#include "read/jobposting.hpp"

#include "read/markup.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rolewright::readers {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest = 8;  // values within values that are looked through

std::optional<element> member(const element & of, std::string_view name) {
    element value;
    if (!of.is_object() || of[name].get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    return value;
}

// The first of several, where there are several.
std::optional<element> one(std::optional<element> value) {
    array all;
    if (!value || value->get(all) != simdjson::SUCCESS) return value;
    return all.begin() == all.end() ? std::nullopt : std::optional(*all.begin());
}

std::string trimmed(std::string_view words) {
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!words.empty() && space(words.front())) words.remove_prefix(1);
    while (!words.empty() && space(words.back())) words.remove_suffix(1);
    return std::string(words);
}

// The words of a value: itself, or of an object its name or value.
std::optional<std::string> words_of(std::optional<element> value, int depth = 0) {
    value = one(value);
    if (!value || depth > deepest) return std::nullopt;
    std::string_view words;
    if (value->get(words) == simdjson::SUCCESS) {
        auto made = trimmed(entities_decoded(words));
        return made.empty() ? std::nullopt : std::optional(std::move(made));
    }
    if (value->is_number()) return simdjson::minify(*value);
    for (const auto * name : {"@value", "name", "value"})
        if (auto inside = words_of(member(*value, name), depth + 1)) return inside;
    return std::nullopt;
}

std::optional<std::string> words_at(const element & of, std::string_view name) { return words_of(member(of, name)); }

// "100000", "28,577.50"; nothing where there is anything else.
std::optional<double> number_of(const std::optional<element> & value) {
    if (!value) return std::nullopt;
    double number = 0;
    if (value->is_number()) return value->get(number) == simdjson::SUCCESS ? std::optional(number) : std::nullopt;
    auto words = words_of(value).value_or("");
    for (auto comma = words.find(','); comma != std::string::npos; comma = words.find(',')) {
        const auto next = std::min(words.find_first_of(",.", comma + 1), words.size());
        if (next - comma != 4) return std::nullopt;
        words.erase(comma, 1);
    }
    const auto end = words.data() + words.size();
    const auto read = std::from_chars(words.data(), end, number);
    return !words.empty() && read.ec == std::errc() && read.ptr == end && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<calendar_date> date_at(const element & of, std::string_view name) {
    constexpr std::size_t iso_date = 10;
    const auto words = words_at(of, name);
    return words ? date_from_string(std::string_view(*words).substr(0, iso_date)) : std::nullopt;
}

std::string upper_case(std::string words) {
    std::transform(words.begin(), words.end(), words.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return words;
}

// The last part of "https://schema.org/JobPosting" or "schema:JobPosting".
std::string_view local_name(std::string_view name) { return name.substr(name.find_last_of("/#:") + 1); }

// Calls `take` with the value, or with each of an array.
template <class F>
void each(const std::optional<element> & value, const F & take) {
    array all;
    if (!value) return;
    if (value->get(all) != simdjson::SUCCESS) return take(*value);
    for (const auto & v : all) take(v);
}

// --- place ---

void read_place(const element & place, given_facts & to) {
    const auto address = one(member(place, "address"));
    const auto & from = address && address->is_object() ? *address : place;
    if (!to.country) {
        auto country = words_at(from, "addressCountry").value_or("");
        if (country.size() == 2) country = upper_case(country);
        if (!country.empty()) to.country = country == "UK" ? "GB" : country;
    }
    std::string where;
    for (const auto * part : {"addressLocality", "addressRegion"}) {
        const auto words = words_at(from, part);
        if (words && where.find(*words) == std::string::npos) where += (where.empty() ? "" : ", ") + *words;
    }
    if (where.empty() && address && !address->is_object()) where = words_of(address).value_or("");
    if (where.empty() && !address) where = words_of(place).value_or("");
    if (where.empty()) return;
    if (!to.location) to.location = where;
    else if (to.location->find(where) == std::string::npos) *to.location += "; " + where;
}

// --- pay ---

std::optional<pay_period> period_of(std::string unit) {
    unit = upper_case(std::string(local_name(unit)));
    static constexpr std::pair<std::string_view, pay_period> known[] = {{"HOUR", pay_period::hour}, {"HUR", pay_period::hour}, {"DAY", pay_period::day}, {"WEEK", pay_period::week},
                                                                        {"WEE", pay_period::week},  {"MONTH", pay_period::month}, {"MON", pay_period::month}, {"YEAR", pay_period::year}, {"ANN", pay_period::year}};
    for (const auto & [name, period] : known)
        if (unit == name) return period;
    return std::nullopt;
}

std::optional<salary> pay_of(const element & posting) {
    const auto base = one(member(posting, "baseSalary"));
    if (!base) return std::nullopt;
    const auto inside = one(member(*base, "value"));
    const auto & amount = inside && inside->is_object() ? *inside : *base;
    salary made;
    made.min = number_of(member(amount, "minValue"));
    made.max = number_of(member(amount, "maxValue"));
    if (!made.min && !made.max) made.min = made.max = number_of(amount.is_object() ? member(amount, "value") : std::optional(amount));
    if (!(made.min && *made.min > 0) && !(made.max && *made.max > 0)) return std::nullopt;
    const auto currency = words_at(*base, "currency"), beside = words_at(posting, "salaryCurrency");
    made.currency = upper_case(currency ? *currency : beside.value_or(""));
    for (const auto & unit : {words_at(amount, "unitText"), words_at(amount, "unitCode"), words_at(*base, "unitText")})
        if (unit)
            if (const auto period = period_of(*unit)) return made.per = *period, made;
    return made;
}

// --- contract, hours, workplace ---

std::optional<contract_kind> contract_of(const element & posting) {
    static constexpr std::pair<std::string_view, contract_kind> known[] = {{"TEMPORARY", contract_kind::temporary}, {"INTERN", contract_kind::internship}, {"INTERNSHIP", contract_kind::internship},
                                                                           {"VOLUNTEER", contract_kind::volunteer}, {"PER_DIEM", contract_kind::casual},   {"PERMANENT", contract_kind::permanent}};
    std::optional<contract_kind> made;
    each(member(posting, "employmentType"), [&](const element & value) {
        const auto type = upper_case(std::string(local_name(words_of(value).value_or(""))));
        for (const auto & [name, kind] : known)
            if (type == name && !made) made = kind;
    });
    return made;
}

// "37.5", {"value": 40}; a sentence about hours is text.
std::optional<double> hours_of(const element & posting) {
    constexpr double week = 168;
    const auto hours = number_of(one(member(posting, "workHours")));
    return hours && *hours > 0 && *hours <= week ? hours : std::nullopt;
}

bool is_remote(const element & posting) {
    bool made = false;
    each(member(posting, "jobLocationType"), [&](const element & value) { made = made || upper_case(words_of(value).value_or("")) == "TELECOMMUTE"; });
    return made;
}

// --- text ---

// The property's name as words: "educationRequirements" is "Education requirements".
std::string label_of(std::string_view property) {
    std::string made;
    for (const char c : property) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital) made += ' ';
        made += capital ? static_cast<char>(c + 32) : c;
    }
    if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
    return made;
}

// A field of one line stands beside its label, as in a table.
document row_document(const std::string & label, const std::string & words) {
    const auto middle = static_cast<std::uint32_t>(label.size()), end = static_cast<std::uint32_t>(label.size() + 1 + words.size());
    document made;
    made.text = label + '\n' + words;
    made.blocks.push_back({.text = {0, middle}, .kind = block_kind::table_cell, .spaced = true, .table = 1, .head_cell = true});
    made.blocks.push_back({.text = {middle + 1, end}, .kind = block_kind::table_cell, .table = 1, .column = 1});
    return made;
}

// The text of a field: a string, an object that describes itself, an array of them as list items.
document field_document(const element & value, const read_limits & limits) {
    std::string_view words;
    if (value.get(words) == simdjson::SUCCESS) return markup_document(words, limits);
    document made;
    if (const auto described = one(member(value, "description")); described && described->get(words) == simdjson::SUCCESS) return markup_document(words, limits);
    array all;
    if (value.get(all) != simdjson::SUCCESS) return made;
    for (const auto & v : all) {
        auto item = field_document(v, limits);
        if (item.blocks.size() == 1 && item.blocks[0].kind == block_kind::paragraph) item.blocks[0].kind = block_kind::list_item, item.blocks[0].level = 1;
        append(made, item);
    }
    return made;
}

void add_field(std::string_view property, const element & value, document & to, std::string & held, const read_limits & limits) {
    const auto part = field_document(value, limits);
    const auto words = letters_of(part.text);
    if (words.empty() || held.find(words) != std::string::npos) return;
    constexpr std::size_t line = 120;
    const bool one_line = part.blocks.size() == 1 && part.blocks[0].kind == block_kind::paragraph && part.text.size() <= line;
    const auto label = label_of(property);
    if (one_line) append(to, row_document(label, std::string(part.blocks[0].text.of(part.text))));
    else {
        append(to, heading_document(label));
        append(to, part);
    }
    held += words;
}

}  // namespace

bool is_job_posting(const element & item) {
    bool made = false;
    each(member(item, "@type"), [&](const element & type) {
        std::string_view name;
        made = made || (type.get(name) == simdjson::SUCCESS && local_name(name) == "JobPosting");
    });
    return made;
}

std::vector<element> job_postings_in(const element & root) {
    std::vector<element> made;
    const auto look = [&](const auto & self, const element & value, int depth) -> void {
        if (depth > deepest) return;
        if (is_job_posting(value)) return made.push_back(value);
        if (value.is_array()) return each(value, [&](const element & v) { self(self, v, depth + 1); });
        for (const auto * name : {"@graph", "itemListElement", "item", "mainEntity", "mainEntityOfPage"})
            if (const auto inside = member(value, name)) self(self, *inside, depth + 1);
    };
    look(look, root, 0);
    return made;
}

given_facts posting_facts(const element & posting) {
    constexpr double months_a_year = 12;
    given_facts made;
    made.title = words_at(posting, "title");
    if (!made.title) made.title = words_at(posting, "name");
    made.employer = words_at(posting, "hiringOrganization");
    made.language = words_at(posting, "inLanguage");
    made.reference = words_at(posting, "identifier");
    each(member(posting, "jobLocation"), [&](const element & place) { read_place(place, made); });
    made.salary = pay_of(posting);
    made.posted = date_at(posting, "datePosted");
    made.closing = date_at(posting, "validThrough");
    made.start = date_at(posting, "jobStartDate");
    made.hours_per_week = hours_of(posting);
    made.contract = contract_of(posting);
    if (is_remote(posting)) made.workplace = workplace_kind::remote;
    if (const auto experience = one(member(posting, "experienceRequirements")))
        if (const auto months = number_of(member(*experience, "monthsOfExperience"))) made.experience_years = *months / months_a_year;
    if (const auto education = one(member(posting, "educationRequirements"))) made.qualification = words_at(*education, "credentialCategory");
    if (const auto contact = one(member(posting, "applicationContact"))) {
        made.contact_email = words_at(*contact, "email");
        made.contact_phone = words_at(*contact, "telephone");
    }
    if (const auto posts = number_of(member(posting, "totalJobOpenings")); posts && *posts >= 1 && *posts < 100'000) made.posts = static_cast<std::uint32_t>(*posts);
    return made;
}

document posting_document(const element & posting, const read_limits & limits) {
    static constexpr std::string_view fields[] = {"employerOverview", "responsibilities", "qualifications", "skills", "experienceRequirements", "educationRequirements", "physicalRequirement", "sensoryRequirement",
                                                  "securityClearanceRequirement", "specialCommitments", "workHours", "jobBenefits", "benefits", "incentiveCompensation", "incentives"};
    document made;
    if (const auto description = member(posting, "description")) made = field_document(*description, limits);
    made.sources.clear();
    auto held = letters_of(made.text);
    for (const auto property : fields)
        if (const auto value = member(posting, property)) add_field(property, *value, made, held, limits);
    // Pay as it was worded: the numbers beside it are often made from it, wrongly.
    if (const auto base = one(member(posting, "baseSalary"))) {
        auto value = one(member(*base, "value"));
        if (value && value->is_object()) value = one(member(*value, "value"));
        if (value && !number_of(value)) add_field("baseSalary", *value, made, held, limits);
        else if (!value && !number_of(base)) add_field("baseSalary", *base, made, held, limits);
    }
    made.given = posting_facts(posting);
    return made;
}

}  // namespace rolewright::readers
