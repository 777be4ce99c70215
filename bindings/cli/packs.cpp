// rolewright packs list | show; check and coverage have files of their own.
#include "packs.hpp"

#include "base/nearest.hpp"
#include "engine/parts.hpp"
#include "render/render.hpp"

#include <fmt/format.h>

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::string id, criterion;
    bool queries = false;
};

int list(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    std::string out;
    for (const auto & p : with->packs()) out += fmt::format("{:22} {:9} {:3} {:8} {:16} {}\n", p.id, p.kind, p.language, p.version, p.hash, p.origin);
    return put(out) ? done : failed;
}

int show(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    if (!o.criterion.empty()) {
        std::vector<std::string_view> ids;
        for (const auto & c : with->criteria()) ids.push_back(c.id);
        if (std::find(ids.begin(), ids.end(), o.criterion) == ids.end()) {
            std::string names;
            for (const auto n : nearest(o.criterion, ids, 3)) names += (names.empty() ? ", such as " : ", ") + std::string(n);
            return say({error_code::bad_option, "expected the id of a criterion" + names + "; found '" + o.criterion + "'"}), failed;
        }
    }
    for (const auto & p : with->packs())
        if (p.id == o.id) return put(rendering::pack_text(p, {with->inside().packs, o.review}, {at.colour, at.width}, o.criterion, o.queries)) ? done : failed;
    return say({error_code::unknown_pack, "expected the id of a pack, found '" + o.id + "'; `rolewright packs list` lists them"}), failed;
}

}  // namespace

void add_packs(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("packs", "the words and rules that the program knows");
    command->require_subcommand(1);
    auto * listing = command->add_subcommand("list", "all packs with version and hash");
    add_common_options(*listing, *o);
    listing->callback([o, &at, &exit] { exit = list(*o, at); });
    auto * showing = command->add_subcommand("show", "what is in a pack: tools by purpose, sentences to paste, what counts");
    showing->add_option("id", o->id, "e.g. digital-skills/en")->required()->type_name("ID");
    showing->add_option("--criterion", o->criterion, "only this one, e.g. spreadsheets");
    showing->add_flag("--queries", o->queries, "show the queries too");
    add_common_options(*showing, *o);
    showing->footer("Examples:\n  rolewright packs show digital-skills/en --criterion account-security\n  rolewright packs show roles/en");
    showing->callback([o, &at, &exit] { exit = show(*o, at); });
    add_packs_check(*command, at, exit);
    add_packs_coverage(*command, at, exit);
    command->footer("Examples:\n  rolewright packs list\n  rolewright packs show digital-skills/en\n  rolewright packs check my-pack/\n  rolewright packs coverage adverts/");
}

}  // namespace rolewright::cli
