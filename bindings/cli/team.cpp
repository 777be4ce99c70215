// rolewright team
#include "common.hpp"

#include "engine/parts.hpp"
#include "render/render.hpp"

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::vector<std::string> files;
    std::string format = "text";
};

int run(options o, const surroundings & at) {
    const auto with = engine_for_reviews(o, at);
    if (!with) return say(with.error()), failed;
    std::vector<review_result> results;
    std::vector<error> errors;
    for (const auto & path : o.files) {
        auto result = review_file(*with, path, o);
        if (result) results.push_back(*std::move(result));
        else errors.push_back(say_of(path, std::move(result).error()));
    }
    std::vector<rendering::named_advert> adverts;
    std::vector<const review *> reviews;
    for (const auto & r : results)
        for (const auto & a : r.adverts) {
            adverts.push_back({a, r});
            reviews.push_back(&a);
        }
    const rendering::frame in{with->inside().packs, o.review};
    const auto view = with->team(reviews);
    const auto out = o.format == "json" ? rendering::team_json(adverts, view, errors, in) : rendering::team_text(adverts, view, in, {at.colour, at.width});
    return put(out) && errors.empty() ? done : failed;
}

}  // namespace

void add_team(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("team", "look at the adverts of one office together: which basics the team asks for, of whom, and which of nobody");
    command->add_option("files", o->files, "the adverts of the office; a file may hold several")->required()->type_name("FILE");
    command->add_option("--format", o->format, "text or json")->check(CLI::IsMember({"text", "json"}));
    command->add_flag("--with-text", o->review.with_text, "put the adverts' texts into the JSON");
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright team caseworker.txt office-manager.txt communications.docx\n  rolewright team --format json adverts/*.html > team.json");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
