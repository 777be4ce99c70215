// rolewright packs check
#include "packs.hpp"

#include "engine/parts.hpp"
#include "packs/check.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace rolewright::cli {
namespace {

namespace fs = std::filesystem;

struct options : common_options {
    std::vector<std::string> files;
    std::string fail_on = "error";
    bool forms = false;
};

// A file is checked within its pack: the folder that it stands in.
result<std::vector<std::string>> folders_of(const std::vector<std::string> & files) {
    std::vector<std::string> folders;
    for (const auto & f : files) {
        std::error_code problem;
        auto folder = fs::path(f);
        if (fs::is_regular_file(folder, problem)) {
            folder = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
            if (!fs::exists(folder / "pack.xml", problem)) return error{error_code::bad_pack, "expected a pack.xml beside the file, found none", f};
        } else if (!fs::is_directory(folder, problem)) return error{error_code::cannot_read_file, "expected a file or folder of a pack, found none", f};
        if (std::find(folders.begin(), folders.end(), folder.string()) == folders.end()) folders.push_back(folder.string());
    }
    return folders;
}

bool is_below(const std::string & file, const std::vector<std::string> & wanted) {
    if (wanted.empty()) return true;
    const auto whole = fs::path(file).lexically_normal().generic_string();
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string & w) {
        auto asked = fs::path(w).lexically_normal().generic_string();
        if (whole == asked || asked == ".") return true;
        if (!asked.ends_with('/')) asked += '/';
        return whole.starts_with(asked);
    });
}

std::string shown(const packs::complaint & c, bool colour) {
    const bool error = c.how == packs::gravity::error;
    const std::string_view on = !colour ? "" : error ? "\x1b[31m" : "\x1b[33m", off = colour ? "\x1b[0m" : "";
    return fmt::format("{}:{}:{}: {}{}{}: {} [{}]\n", c.at.file, c.at.line, c.at.column, on, error ? "error" : "warning", off, c.message, c.kind);
}

std::string forms_of(const packs::language_set & set, const std::vector<std::string> & files) {
    const auto words = packs::inflected_words(set);
    const auto twice = packs::claimed_twice(set, words);
    std::string out;
    for (const auto & w : words) {
        if (std::none_of(w.places.begin(), w.places.end(), [&](const packs::origin & at) { return is_below(at.file, files); })) continue;
        std::string line;
        for (const auto & f : w.forms) {
            const bool shared = std::any_of(twice.begin(), twice.end(), [&](const packs::claimed_form & c) { return c.form == f && std::find_if(c.words.begin(), c.words.end(), [&](const auto * o) { return o->word == w.word; }) != c.words.end(); });
            line += " " + f + (shared ? "!" : "");
        }
        out += fmt::format("{:22}{}\n", w.word + "~", line);
    }
    return out.empty() ? out : out + "\n";
}

int run(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto folders = folders_of(o.files);
    if (!folders) return say(folders.error()), failed;
    o.engine.packs.insert(o.engine.packs.end(), folders->begin(), folders->end());
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;

    std::vector<packs::complaint> all;
    std::size_t queries = 0, examples = 0;
    std::string out;
    for (const auto & [tag, set] : with->inside().packs.languages) {
        if (o.forms) out += forms_of(set, o.files);
        const auto here = packs::count(set, [&](const packs::origin & place) { return is_below(place.file, o.files); });
        queries += here.queries;
        examples += here.examples;
        for (auto * find : {&packs::check_examples, &packs::advise})
            for (auto & c : find(set))
                if (is_below(c.at.file, o.files)) all.push_back(std::move(c));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto & a, const auto & b) { return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column); });
    std::size_t errors = 0;
    for (const auto & c : all) {
        errors += c.how == packs::gravity::error;
        out += shown(c, at.colour);
    }
    const auto warnings = all.size() - errors;
    const auto counted = [](std::size_t n, const char * what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); };
    out += fmt::format("{}, {}: {}, {}\n", queries == 1 ? "1 query" : fmt::format("{} queries", queries), counted(examples, "example"), counted(errors, "error"), counted(warnings, "warning"));
    if (!put(out)) return failed;
    const bool reached = o.fail_on != "never" && (errors > 0 || (o.fail_on == "warning" && warnings > 0));
    return reached ? findings : done;
}

}  // namespace

void add_packs_check(CLI::App & packs, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = packs.add_subcommand("check", "run the examples of all packs, or of the files and folders given, and say what looks like a slip");
    command->add_option("files", o->files, "files or folders of packs; none: all that are known")->type_name("FILE");
    command->add_flag("--forms", o->forms, "print every form of every word~; ! marks forms that two words claim");
    command->add_option("--fail-on", o->fail_on, "exit 1 from this on: error, warning or never")->check(CLI::IsMember({"error", "warning", "never"}));
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright packs check\n  rolewright packs check my-pack/\n  rolewright packs check --forms my-pack/words.xml");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
