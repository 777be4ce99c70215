// rolewright batch
#include <rolewright/batch.hpp>

#include "common.hpp"

#include "base/files.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace rolewright::cli {
namespace {

constexpr std::size_t most_bytes = std::size_t{8} << 30;

struct options : common_options {
    std::vector<std::string> files;
    std::string out = "-";
    unsigned jobs = 1;
};

struct source {
    std::string path;
    bool in_folder = false;
};

// A folder stands for all files in it and below, by name; hidden ones are left out.
std::vector<source> sources_of(const std::vector<std::string> & inputs) {
    namespace fs = std::filesystem;
    std::vector<source> made;
    for (const auto & input : inputs) {
        std::error_code problem;
        if (input == "-" || !fs::is_directory(input, problem)) {
            made.push_back({input});
            continue;
        }
        const auto first = made.size();
        for (auto at = fs::recursive_directory_iterator(input, problem); !problem && at != fs::recursive_directory_iterator(); at.increment(problem)) {
            const bool hidden = at->path().filename().string().starts_with('.');
            if (hidden && at->is_directory(problem)) at.disable_recursion_pending();
            else if (!hidden && at->is_regular_file(problem)) made.push_back({at->path().string(), true});
        }
        std::sort(made.begin() + static_cast<std::ptrdiff_t>(first), made.end(), [](const auto & a, const auto & b) { return a.path < b.path; });
    }
    return made;
}

int run(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    std::optional<file_writer> file;
    if (o.out != "-") {
        auto opened = file_writer::open(o.out);
        if (!opened) return say(opened.error()), failed;
        file.emplace(*std::move(opened));
    }
    std::optional<error> broken;
    const auto write = [&](std::string_view bytes) {
        if (!file) return put(bytes);
        auto written = file->write(bytes);
        if (!written) broken = written.error();
        return written.has_value();
    };
    batch_counts total;
    bool all_read = true;
    for (const auto & [path, in_folder] : sources_of(o.files)) {
        const auto bytes = read_file(path, most_bytes);
        auto review = o.review;
        review.source = path;
        bool closed = false;
        const auto put_line = [&](std::string_view line) { return !(closed = !write(line)); };
        const auto counts = bytes ? batch(*with, *bytes, {review, o.jobs}, put_line) : bytes.error();
        if (closed) {
            if (broken || file) say(broken.value_or(counts.error()));
            return failed;
        }
        if (!counts && in_folder) {
            // Of a folder's files some are no adverts: each has its line, and the run goes on.
            if (!write(batch_error_line(hash_of(path), path, counts.error()))) return say(broken.value_or(counts.error())), failed;
            ++total.records;
            ++total.errors;
            continue;
        }
        if (!counts) {
            auto e = counts.error();
            if (e.file.empty()) e.file = path;
            say(e);
            all_read = false;
            continue;
        }
        total.records += counts->records;
        total.errors += counts->errors;
        total.none += counts->none;
        total.vague += counts->vague;
        total.specific += counts->specific;
        total.unjudged += counts->unjudged;
    }
    if (file)
        if (auto named = file->commit(); !named) return say(named.error()), failed;
    fmt::print(stderr, "{} records: {} ask for something specific, {} vaguely, {} for nothing; {} not judged, {} not read\n", total.records, total.specific, total.vague, total.none, total.unjudged, total.errors);
    return all_read ? done : failed;
}

}  // namespace

void add_batch(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("batch", "review many adverts, one JSON line for each");
    command->add_option("inputs", o->files, "files with one or many adverts (NDJSON, JSON, feeds, tables, pages, …) or folders of them; - is standard input")->required()->type_name("INPUT");
    command->add_option("--out", o->out, "file for the results (default: standard output)");
    command->add_option("--jobs", o->jobs, "worker threads; the result does not depend on it")->check(CLI::Range(1, 256));
    add_common_options(*command, *o);
    command->footer("Example:\n  rolewright batch adverts.ndjson --out results.ndjson --jobs 4\n  rolewright batch feed.xml vacancies.csv archive/ --out results.ndjson");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
