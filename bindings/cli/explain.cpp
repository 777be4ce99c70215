// rolewright explain
#include "common.hpp"

#include "engine/parts.hpp"
#include "render/render.hpp"

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::string file, format = "text";
    std::optional<std::uint32_t> line;
};

// The part of the text that came from line `n` of the input.
range line_of(const review & r, const review_result & from, std::uint32_t n) {
    const auto & clauses = r.advert.clauses;
    range whole{};
    for (const auto & c : clauses) {
        const auto source = r.advert.source.source_of(c.text);
        if (!source) continue;
        const auto first = place_of(from.bytes, source->begin).line, last = place_of(from.bytes, source->end ? source->end - 1 : 0).line;
        if (n < first || n > last) continue;
        whole = whole.empty() ? c.text : range{whole.begin, c.text.end};
    }
    return whole;
}

int run(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    const auto result = review_file(*with, o.file, o);
    if (!result) return say(result.error()), failed;
    std::vector<rendering::explained> explained;
    for (const auto & a : result->adverts) {
        const range whole{0, static_cast<std::uint32_t>(a.advert.source.text.size())};
        const auto where = o.line ? line_of(a, *result, *o.line) : whole;
        explained.push_back({a, *result, where.empty() ? std::vector<clause_explanation>() : with->explain(a, where)});
    }
    const rendering::frame in{with->inside().packs, o.review};
    if (o.format == "json") return put(rendering::explanation_json(explained, in)) ? done : failed;
    std::string out;
    for (const auto & e : explained) out += (out.empty() ? "" : "\n") + rendering::explanation_text(e, in, {at.colour, at.width}, !o.line);
    return put(out) ? done : failed;
}

}  // namespace

void add_explain(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("explain", "trace every point: why each clause counts or does not");
    command->add_option("file", o->file, "the advert; - is standard input")->required()->type_name("FILE");
    command->add_option("--at", o->line, "only this line of the input, from 1")->check(CLI::PositiveNumber);
    command->add_option("--format", o->format, "text or json")->check(CLI::IsMember({"text", "json"}));
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright explain advert.txt\n  rolewright explain advert.txt --at 12\n  rolewright explain advert.txt --format json > why.json");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
