#pragma once
#include <rolewright/document.hpp>

#include <fmt/format.h>

#include <string>

// Documents as text, for tables of tests.
namespace support {

/// The given facts that there are, "title: Clerk; pay: 20000-24000 GBP year".
inline std::string printed_facts(const rolewright::given_facts & g) {
    std::string out;
    const auto add = [&](std::string_view name, const std::string & value) { out += fmt::format("{}{}: {}", out.empty() ? "" : "; ", name, value); };
    const auto words = [&](std::string_view name, const std::optional<std::string> & value) {
        if (value) add(name, *value);
    };
    words("id", g.id), words("title", g.title), words("employer", g.employer), words("country", g.country), words("language", g.language), words("location", g.location);
    words("qualification", g.qualification), words("reference", g.reference), words("email", g.contact_email), words("phone", g.contact_phone);
    const auto amount = [](const std::optional<double> & n) { return n ? fmt::format("{}", *n) : std::string("?"); };
    if (g.salary) add("pay", fmt::format("{}-{} {} {}", amount(g.salary->min), amount(g.salary->max), g.salary->currency, to_string(g.salary->per)));
    const auto date = [&](std::string_view name, const std::optional<rolewright::calendar_date> & value) {
        if (value) add(name, to_string(*value));
    };
    date("posted", g.posted), date("closing", g.closing), date("start", g.start);
    if (g.hours_per_week) add("hours", amount(g.hours_per_week));
    if (g.experience_years) add("experience", amount(g.experience_years));
    if (g.contract) add("contract", std::string(to_string(*g.contract)));
    if (g.workplace) add("workplace", std::string(to_string(*g.workplace)));
    if (g.posts) add("posts", std::to_string(*g.posts));
    return out;
}

/// One block a line: kind (h p - c) and text.
inline std::string printed_blocks(const rolewright::document & doc) {
    std::string out;
    for (const auto & b : doc.blocks) {
        static constexpr const char * kinds[] = {"h", "p", "-", "c"};
        out += fmt::format("{} {}\n", kinds[static_cast<int>(b.kind)], b.text.of(doc.text));
    }
    return out;
}

/// Everything that was read: format, notes, then facts and blocks of each document.
inline std::string printed(const rolewright::result<rolewright::reading> & read) {
    if (!read) return "error " + std::string(to_string(read.error().code)) + ": " + read.error().message + "\n";
    std::string out = read->format;
    const auto notes = [&](const std::vector<rolewright::note> & all) {
        for (const auto & n : all) {
            out += " +" + std::string(to_string(n.code));
            for (const auto & a : n.args) out += "(" + a + ")";
        }
    };
    notes(read->notes);
    out += '\n';
    for (const auto & d : read->documents) {
        out += printed_facts(d.given);
        notes(d.notes);
        out += '\n' + printed_blocks(d);
    }
    return out;
}

}  // namespace support
