// rolewright packs list | show | check
#include "common.hpp"

#include "engine/parts.hpp"

#include <fmt/format.h>

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::string id;
    std::vector<std::string> folders;
};

int list(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    std::string out;
    for (const auto & p : with->packs()) out += fmt::format("{:22} {:9} {:3} {:8} {:16} {}\n", p.id, p.kind, p.language, p.version, p.hash, p.origin);
    return put(out) ? done : failed;
}

std::string queries_of(const packs::queried & of) {
    std::string out;
    for (const auto & q : of.queries) out += "      " + query::print(q) + "\n";
    return out;
}

std::string show_criteria(const packs::language_set & set) {
    std::string out;
    const auto & pack = set.criteria;
    for (std::uint16_t c = 0; c < pack.criteria.size(); ++c) {
        const auto & criterion = pack.criteria[c];
        out += fmt::format("{}  ({})\n  {}\n", criterion.title, criterion.id, criterion.about);
        for (const auto & e : pack.evidence)
            if (e.criterion == c) out += fmt::format("    {} [{}]\n", e.id, to_string(e.level)) + queries_of(e);
        for (const auto & s : pack.suggestions)
            if (s.criterion == c) out += fmt::format("    to paste ({}): {}\n", to_string(s.strength), s.sentence);
        for (const auto & t : pack.tools) {
            if (t.criterion != c) continue;
            out += "    tools, " + t.purpose + ":";
            for (const auto & [name, free] : t.tools) out += " " + name + (free ? " (free)" : "") + (&name == &t.tools.back().first ? "" : ",");
            out += "\n";
        }
        out += "\n";
    }
    return out;
}

std::string show_roles(const packs::language_set & set) {
    std::string out;
    for (const auto & f : set.roles.families) {
        out += fmt::format("{}  ({})\n", f.title, f.id);
        for (const auto & r : set.roles.roles)
            if (r.family == f.id) out += fmt::format("    {:32} {}\n", r.id, r.title);
    }
    return out;
}

std::string show_rules(const packs::language_set & set) {
    std::string out;
    for (const auto & r : set.rules.rules) out += fmt::format("{:28} {:8} {}\n", r.id, to_string(r.severity), r.message);
    return out;
}

std::string show_language(const packs::language_set & set) {
    std::string out;
    for (const auto & c : set.language.cues) {
        out += fmt::format("{:28} {:4}", c.id, c.weight);
        if (c.subject) out += fmt::format(" subject {}", to_string(*c.subject));
        if (c.act) out += fmt::format(" act {}", to_string(*c.act));
        if (c.section) out += fmt::format(" section {}", to_string(*c.section));
        out += "\n" + queries_of(c);
    }
    return out;
}

std::string show_messages(const packs::language_set & set) {
    std::string out;
    for (const auto & [id, pattern] : set.messages.patterns) out += fmt::format("{:28} {}\n", id, pattern);
    return out;
}

int show(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    for (const auto & p : with->packs()) {
        if (p.id != o.id) continue;
        const auto & set = *with->inside().packs.find(p.language);
        auto out = fmt::format("{} {}, {}, {}, {}\n\n", p.id, p.version, p.kind, p.licence, p.origin);
        out += p.kind == "criteria" ? show_criteria(set) : p.kind == "roles" ? show_roles(set) : p.kind == "rules" ? show_rules(set) : p.kind == "messages" ? show_messages(set) : show_language(set);
        return put(out) ? done : failed;
    }
    return say({error_code::unknown_pack, "expected the id of a pack, found '" + o.id + "'; `rolewright packs list` lists them"}), failed;
}

int check(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    o.engine.packs.insert(o.engine.packs.end(), o.folders.begin(), o.folders.end());
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    std::size_t problems = 0, queries = 0;
    for (const auto & [tag, set] : with->inside().packs.languages) {
        queries += set.program.query_count();
        for (const auto & c : packs::check_examples(set)) {
            fmt::print(stderr, "{}:{}:{}: {}\n", c.at.file, c.at.line, c.at.column, c.message);
            ++problems;
        }
    }
    if (!put(fmt::format("{} queries, {} problem{}\n", queries, problems, problems == 1 ? "" : "s"))) return failed;
    return problems ? findings : done;
}

}  // namespace

void add_packs(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("packs", "the words and rules that the program knows");
    command->require_subcommand(1);
    auto * listing = command->add_subcommand("list", "all packs with version and hash");
    add_common_options(*listing, *o);
    listing->callback([o, &at, &exit] { exit = list(*o, at); });
    auto * showing = command->add_subcommand("show", "what is in a pack");
    showing->add_option("id", o->id, "e.g. digital-skills/en")->required()->type_name("ID");
    add_common_options(*showing, *o);
    showing->callback([o, &at, &exit] { exit = show(*o, at); });
    auto * checking = command->add_subcommand("check", "run the examples of all packs, and of the folders given");
    checking->add_option("folders", o->folders, "folders with packs of your own")->type_name("FOLDER");
    add_common_options(*checking, *o);
    checking->callback([o, &at, &exit] { exit = check(*o, at); });
    command->footer("Examples:\n  rolewright packs list\n  rolewright packs show digital-skills/en\n  rolewright packs check my-pack/");
}

}  // namespace rolewright::cli
