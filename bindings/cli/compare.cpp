// rolewright compare
#include "common.hpp"

#include "engine/parts.hpp"
#include "render/render.hpp"

#include <fmt/format.h>

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::string advert, description, format = "text";
};

// A comparison is between two adverts, so each file holds one.
result<review_result> review_one(const engine & with, const std::string & path, const common_options & options) {
    auto read = review_file(with, path, options);
    if (read && read->adverts.size() != 1) return error{error_code::bad_option, fmt::format("expected one advert, found {}", read->adverts.size()), path};
    return read;
}

int run(options o, const surroundings & at) {
    const auto with = engine_for_reviews(o, at);
    if (!with) return say(with.error()), failed;
    const auto advert = review_one(*with, o.advert, o);
    if (!advert) return say_of(o.advert, advert.error()), failed;
    const auto description = review_one(*with, o.description, o);
    if (!description) return say_of(o.description, description.error()), failed;
    const rendering::named_advert one{advert->adverts.front(), *advert}, other{description->adverts.front(), *description};
    const rendering::frame in{with->inside().packs, o.review};
    const auto between = with->compare(one.advert, other.advert);
    return put(o.format == "json" ? rendering::comparison_json(one, other, between, in) : rendering::comparison_text(one, other, between, in, {at.colour, at.width})) ? done : failed;
}

}  // namespace

void add_compare(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("compare", "say what the description of a job asks that its advert leaves out");
    command->add_option("advert", o->advert, "the advert; - is standard input")->required()->type_name("ADVERT");
    command->add_option("description", o->description, "the description of the job: any format that an advert can have")->required()->type_name("DESCRIPTION");
    command->add_option("--format", o->format, "text or json")->check(CLI::IsMember({"text", "json"}));
    command->add_flag("--with-text", o->review.with_text, "put both texts into the JSON");
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright compare advert.txt job-description.docx\n  rolewright compare --role caseworker --format json advert.html description.odt > left-out.json");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
