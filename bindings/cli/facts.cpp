// rolewright facts
#include "common.hpp"

#include "engine/parts.hpp"
#include "render/render.hpp"

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::vector<std::string> files;
    std::string format = "text";
    bool redact = false;
};

int run(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    std::vector<review_result> results;
    bool any_error = false;
    for (const auto & path : o.files) {
        auto result = review_file(*with, path, o);
        if (result) results.push_back(*std::move(result));
        else {
            say_of(path, std::move(result).error());
            any_error = true;
        }
    }
    const rendering::frame in{with->inside().packs, o.review};
    std::string out;
    if (o.redact)
        for (const auto & r : results) out += rendering::redacted_text(r, in);
    else if (o.format == "json") out = rendering::facts_json(results, in);
    else
        for (const auto & r : results) out += (o.files.size() > 1 ? "== " + r.source + " ==\n" : "") + rendering::facts_text(r, in, {at.colour, at.width});
    return put(out) && !any_error ? done : failed;
}

}  // namespace

void add_facts(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("facts", "list what an advert states: pay, dates, hours, contract, place, people to ask");
    command->add_option("files", o->files, "adverts; - is standard input")->required()->type_name("FILE");
    command->add_option("--format", o->format, "text or json")->check(CLI::IsMember({"text", "json"}));
    command->add_flag("--redact", o->redact, "print the text instead, with names, e-mail addresses and telephone numbers blanked");
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright facts advert.txt\n  rolewright facts --country US --format json advert.html\n  rolewright facts --redact advert.txt > without-names.txt");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
