// rolewright explain
#include "common.hpp"

#include "engine/parts.hpp"
#include "render/render.hpp"

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::string file;
    std::uint32_t line = 0;
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
    std::string out;
    for (const auto & a : result->adverts)
        out += rendering::explanation_text(with->explain(a, line_of(a, *result, o.line)), a, {with->inside().packs, o.review}, {at.colour, at.width});
    return put(out) ? done : failed;
}

}  // namespace

void add_explain(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("explain", "say why each clause of a line counts or does not");
    command->add_option("file", o->file, "the advert; - is standard input")->required()->type_name("FILE");
    command->add_option("--at", o->line, "line of the input, from 1")->required()->check(CLI::PositiveNumber);
    add_common_options(*command, *o);
    command->footer("Example:\n  rolewright explain advert.txt --at 12");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
