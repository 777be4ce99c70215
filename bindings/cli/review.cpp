// rolewright review
#include "common.hpp"

#include "engine/parts.hpp"
#include "render/render.hpp"

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::vector<std::string> files;
    std::string format = "text", fail_on = "error", help_contact;
    bool colour = false;
};

// Severities are in falling order: "warning" is reached by errors and warnings.
bool reaches(const review & r, const std::string & fail_on) {
    const auto limit = from_string<severity>(fail_on);
    return limit && std::any_of(r.findings.begin(), r.findings.end(), [&](const finding & f) { return f.severity <= *limit; });
}

int run(options o, const surroundings & at) {
    const auto with = engine_for_reviews(o, at);
    if (!with) return say(with.error()), failed;
    std::vector<review_result> results;
    std::vector<error> errors;
    bool reached = false;
    const rendering::terminal on{at.colour, at.width};
    const rendering::frame in{with->inside().packs, o.review};
    for (const auto & path : o.files) {
        auto result = review_file(*with, path, o);
        if (!result) {
            errors.push_back(say_of(path, std::move(result).error()));
            continue;
        }
        for (const auto & a : result->adverts) reached = reached || reaches(a, o.fail_on);
        if (o.format == "text") {
            if (o.files.size() > 1 && !put((&path == &o.files.front() ? "" : "\n") + std::string("== ") + path + " ==\n\n")) return failed;
            if (!put(rendering::review_text(*result, in, on))) return failed;
        } else results.push_back(*std::move(result));
    }
    if (o.format == "json" && (!results.empty() || o.files.size() > 1) && !put(rendering::review_json(results, errors, in))) return failed;
    if (!errors.empty()) return failed;
    return reached ? findings : done;
}

}  // namespace

void add_review(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("review", "say what an advert asks for, how well, and what would make it better")->alias("lint");
    command->add_option("files", o->files, "adverts: text, HTML, Markdown, DOCX, ODT, PDF, e-mail, feeds, tables, archives of them, or what --map describes; - is standard input")->required()->type_name("FILE");
    command->add_option("--format", o->format, "text or json")->check(CLI::IsMember({"text", "json"}));
    command->add_option("--fail-on", o->fail_on, "exit 1 from this severity on: error, warning, advice, hint or never")->check(CLI::IsMember({"error", "warning", "advice", "hint", "never"}));
    command->add_flag("--with-text", o->review.with_text, "put the advert's text into the JSON");
    command->add_flag("--tools", o->review.with_tools, "show kinds of tool and what they are for");
    command->add_option("--help-contact", o->review.help_contact, "whom to ask, shown at the end");
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright review advert.txt\n  rolewright review --role caseworker advert.html\n  rolewright review --format json --fail-on never *.txt > reviews.json\n  cat advert.txt | rolewright review -");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
