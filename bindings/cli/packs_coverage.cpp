// rolewright packs coverage
#include "packs.hpp"

#include "base/files.hpp"
#include "base/json.hpp"
#include "batch/coverage.hpp"
#include "render/layout.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace rolewright::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_bytes = std::size_t{8} << 30;

struct options : common_options {
    std::vector<std::string> inputs, kinds, rules;
    std::string format = "text";
    std::size_t samples = 3;
};

std::string_view name_of(packs::owner_kind kind) {
    switch (kind) {
        case packs::owner_kind::evidence: return "evidence";
        case packs::owner_kind::trap: return "trap";
        case packs::owner_kind::cue: return "cue";
        default: return "rule";
    }
}

result<std::vector<std::string>> files_of(const std::vector<std::string> & inputs) {
    std::vector<std::string> files;
    for (const auto & path : inputs) {
        std::error_code problem;
        if (!fs::is_directory(path, problem)) {
            files.push_back(path);
            continue;
        }
        std::vector<std::string> inside;
        for (const auto & entry : fs::recursive_directory_iterator(path, problem))
            if (entry.is_regular_file()) inside.push_back(entry.path().string());
        if (problem) return error{error_code::cannot_read_file, "cannot read the folder: " + problem.message(), path};
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

std::string counted(std::uint64_t n, const char * what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

std::string place(const coverage_sample & s) { return s.line ? fmt::format("{}:{}", s.source, s.line) : s.source; }

std::string as_text(const std::vector<rule_coverage> & rules, const coverage & of, std::size_t files, std::size_t unread, const rendering::terminal & on) {
    rendering::page p(on);
    std::vector<const rule_coverage *> silent;
    for (const auto & r : rules) {
        if (r.hits == 0) {
            silent.push_back(&r);
            continue;
        }
        p.line(fmt::format("{:>8} {:9} {}  ({}{})", r.hits, name_of(r.kind), r.id, r.criterion.empty() ? "" : r.criterion + ", ", r.is), rendering::page::tone::heading);
        const char * what = r.kind == packs::owner_kind::evidence ? "counted" : r.kind == packs::owner_kind::trap ? "took evidence away" : nullptr;
        const auto in = "         in " + counted(r.adverts, "advert");
        p.line(what ? fmt::format("{}; {} {}", in, r.counted, what) : in, rendering::page::tone::dim);
        for (const auto & s : r.samples) {
            p.line("         " + place(s), rendering::page::tone::dim);
            p.paragraph(s.before + "[" + s.match + "]" + s.after, 11);
        }
    }
    if (!silent.empty()) {
        p.gap();
        p.line(fmt::format("{} without a hit:", silent.size()), rendering::page::tone::heading);
        for (const auto * r : silent) p.line(fmt::format("         {:9} {}  {}:{}", name_of(r->kind), r->id, r->at.file, r->at.line));
    }
    p.gap();
    p.line(fmt::format("{} in {}; {} could not be read", counted(of.adverts(), "advert"), counted(files, "file"), unread + of.unread_records()));
    return p.take();
}

std::string as_json(const std::vector<rule_coverage> & rules, const coverage & of, std::size_t files, std::size_t unread) {
    std::string out;
    json_writer to(out);
    to.begin_object().member("schema", 1).member("adverts", static_cast<std::int64_t>(of.adverts())).member("files", static_cast<std::int64_t>(files)).member("unread", static_cast<std::int64_t>(unread + of.unread_records()));
    to.key("rules").begin_array();
    for (const auto & r : rules) {
        to.begin_object().member("id", r.id).member("kind", name_of(r.kind));
        to.key("criterion");
        r.criterion.empty() ? to.null() : to.value(r.criterion);
        to.member("is", r.is).member("file", r.at.file).member("line", r.at.line);
        to.member("hits", static_cast<std::int64_t>(r.hits)).member("counted", static_cast<std::int64_t>(r.counted)).member("adverts", static_cast<std::int64_t>(r.adverts));
        to.key("samples").begin_array();
        for (const auto & s : r.samples) {
            to.begin_object().member("source", s.source).key("line");
            s.line ? to.value(s.line) : to.null();
            to.member("before", s.before).member("match", s.match).member("after", s.after).end_object();
        }
        to.end_array().end_object();
    }
    to.end_array().end_object();
    return out + "\n";
}

int run(options o, const surroundings & at) {
    const auto with = engine_for_reviews(o, at);
    if (!with) return say(with.error()), failed;
    const auto files = files_of(o.inputs);
    if (!files) return say(files.error()), failed;
    coverage of(*with, o.review, o.samples);
    std::size_t unread = 0, read = 0;
    bool any_named_unread = false;
    for (const auto & path : *files) {
        const bool named = std::find(o.inputs.begin(), o.inputs.end(), path) != o.inputs.end();
        auto bytes = read_file(path, most_bytes);
        error problem;
        if (!bytes) problem = std::move(bytes).error();
        else if (auto added = of.add(*bytes, path); !added) problem = std::move(added).error();
        else {
            ++read;
            continue;
        }
        ++unread;
        // Of a folder what is no advert is passed over; of files that were named each is said.
        if (!named) continue;
        if (problem.file.empty()) problem.file = path;
        say(problem);
        any_named_unread = true;
    }
    auto rules = of.rules();
    std::erase_if(rules, [&](const rule_coverage & r) {
        const bool kind = o.kinds.empty() || std::find(o.kinds.begin(), o.kinds.end(), name_of(r.kind)) != o.kinds.end();
        const bool id = o.rules.empty() || std::find(o.rules.begin(), o.rules.end(), r.id) != o.rules.end();
        return !kind || !id;
    });
    if (!o.rules.empty() && rules.empty()) return say({error_code::bad_option, "expected the id of a rule, found '" + o.rules.front() + "'; `rolewright packs show digital-skills/en` shows them"}), failed;
    const auto out = o.format == "json" ? as_json(rules, of, read, unread) : as_text(rules, of, read, unread, {at.colour, at.width});
    if (!put(out)) return failed;
    return any_named_unread ? failed : done;
}

}  // namespace

void add_packs_coverage(CLI::App & packs, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = packs.add_subcommand("coverage", "what every rule finds in a collection of adverts");
    command->add_option("inputs", o->inputs, "folders or files: adverts, or NDJSON with one a line")->required()->type_name("FOLDER|FILE");
    command->add_option("--format", o->format, "text or json")->check(CLI::IsMember({"text", "json"}));
    command->add_option("--samples", o->samples, "places shown for each rule")->check(CLI::Range(0, 1000));
    command->add_option("--kind", o->kinds, "only evidence, trap, cue or rule (may be given several times)")->check(CLI::IsMember({"evidence", "trap", "cue", "rule"}))->allow_extra_args(false);
    command->add_option("--rule", o->rules, "only the rule with this id (may be given several times)")->allow_extra_args(false);
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright packs coverage adverts/ --kind evidence\n  rolewright packs coverage adverts.ndjson --rule spreadsheets.work --samples 20");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
