// Names come from a record's fields, from a labelled line, or (the title) from the head of the advert. Contract and
// workplace are queries of the language pack; two different answers are none.
#include "advert/facts/named.hpp"

#include "advert/facts/near.hpp"

#include <algorithm>

namespace rolewright::adverts {
namespace {

std::string tidy(std::string_view words) {
    while (!words.empty() && (words.front() == ' ' || words.front() == ':' || words.front() == '\t' || words.front() == '-' || words.front() == '\n')) words.remove_prefix(1);
    while (!words.empty() && (words.back() == ' ' || words.back() == '\t' || words.back() == '\n')) words.remove_suffix(1);
    return std::string(words);
}

void give(fact<std::string> & to, const std::optional<std::string> & given) {
    if (!given || given->empty()) return;
    to.value = *given;
    to.given = true;
}

void read_labels(const advert & of, advert_facts & to) {
    struct named {
        std::string_view name;
        fact<std::string> & into;
    };
    const named facts[] = {{"title", to.title}, {"employer", to.employer}, {"location", to.location}, {"reference", to.reference}};
    for (const auto & s : of.statements) {
        for (const auto & f : facts) {
            if (s.label_fact != f.name || s.placeholder) continue;
            f.into.ranges.push_back(words_of(s));
            const auto words = tidy(words_of(s).of(of.source.text));
            if (!f.into.value && !words.empty()) f.into.value = words;
        }
    }
}

void read_title_line(const advert & of, const workspace & work, advert_facts & to) {
    if (!work.title_block) return;
    const auto line = of.source.blocks[*work.title_block].text;
    to.title.ranges.push_back(line);
    if (!to.title.value) to.title.value = tidy(line.of(of.source.text));
}

template <class E>
void read_value(std::string_view name, const advert & of, const packs::language_set & set, workspace & work, fact<E> & to) {
    bool several = false;
    for (std::uint32_t i = 0; i < of.statements.size(); ++i)
        for (const auto & v : values_in(of, i, name, set, work)) {
            const auto value = from_string<E>(v.rule->value);
            if (!value) continue;
            to.ranges.push_back(v.where);
            several = several || (to.value && *to.value != *value);
            to.value = value;
        }
    if (several) to.value.reset();
}

bool address_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '+'; }

void read_address(const advert & of, advert_facts & to) {
    const std::string_view text = of.source.text;
    for (const auto & s : of.statements) {
        const auto at = s.text.of(text).find('@');
        if (at == std::string_view::npos) continue;
        auto begin = s.text.begin + static_cast<std::uint32_t>(at), end = begin + 1;
        while (begin > s.text.begin && address_letter(text[begin - 1])) --begin;
        while (end < s.text.end && address_letter(text[end])) ++end;
        while (end > begin && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
        const auto address = text.substr(begin, end - begin);
        if (address.front() == '@' || address.find('.', address.find('@')) == std::string_view::npos) continue;
        to.contact_email.ranges.push_back({begin, end});
        if (!to.contact_email.value) to.contact_email.value = std::string(address);
    }
}

}  // namespace

void read_names(const advert & of, const packs::language_set & set, workspace & work, advert_facts & to) {
    give(to.title, of.source.given.title);
    give(to.employer, of.source.given.employer);
    read_labels(of, to);
    read_title_line(of, work, to);
    read_value("contract", of, set, work, to.contract);
    read_value("workplace", of, set, work, to.workplace);
    read_address(of, to);
}

}  // namespace rolewright::adverts
