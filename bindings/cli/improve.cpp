// rolewright improve
#include "common.hpp"

#include "base/files.hpp"
#include "base/json.hpp"

#include <fmt/format.h>

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::string file, out = "-";
    improve_options improve;
    bool plan = false;
};

std::string plan_text(const draft & d) {
    static constexpr std::string_view kinds[] = {"move", "replace", "add", "ask"};
    std::string out;
    for (const auto & c : d.changes) out += fmt::format("{:8} {:24} {}\n{:9}{}\n", kinds[static_cast<std::size_t>(c.kind)], c.rule, c.reason, "", c.text);
    return out;
}

int run(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    const auto result = review_file(*with, o.file, o);
    if (!result) {
        auto e = result.error();
        if (e.file.empty()) e.file = o.file;
        return say(e), failed;
    }
    if (result->adverts.empty()) return say({error_code::unknown_format, "expected an advert, found none", o.file}), failed;
    const auto made = with->improve(result->adverts.front(), o.improve);
    if (!made) {
        auto e = made.error();
        e.file = o.file;
        return say(e), failed;
    }
    const auto bytes = o.plan ? plan_text(*made) : made->text;
    if (o.out == "-") return put(bytes) ? done : failed;
    if (auto written = write_file(o.out, bytes); !written) return say(written.error()), failed;
    return done;
}

}  // namespace

void add_improve(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("improve", "write a better advert from the one you have");
    command->add_option("file", o->file, "the advert; - is standard input")->required()->type_name("FILE");
    command->add_option("--format", o->improve.format, "md, html or txt")->check(CLI::IsMember({"md", "html", "txt"}));
    command->add_option("--template", o->improve.templates, "template set (default: standard)");
    command->add_flag("--plan", o->plan, "list the changes and why, instead of the advert");
    command->add_option("-o,--out", o->out, "file for the draft (default: standard output)");
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright improve advert.txt\n  rolewright improve advert.html --format html -o better.html\n  rolewright improve advert.txt --plan");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
