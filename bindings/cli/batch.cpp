// rolewright batch
#include <rolewright/batch.hpp>

#include "common.hpp"

#include "base/files.hpp"

#include <fmt/format.h>

#include <memory>

namespace rolewright::cli {
namespace {

constexpr std::size_t most_bytes = std::size_t{8} << 30;

struct options : common_options {
    std::vector<std::string> files;
    std::string out = "-";
    unsigned jobs = 1;
};

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
    for (const auto & path : o.files) {
        const auto bytes = read_file(path, most_bytes);
        if (!bytes) {
            say(bytes.error());
            all_read = false;
            continue;
        }
        auto review = o.review;
        review.source = path;
        const auto counts = batch(*with, *bytes, {review, o.jobs}, write);
        if (!counts) {
            if (broken || file) say(broken.value_or(counts.error()));
            return failed;
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
    auto * command = app.add_subcommand("batch", "review many adverts: NDJSON in, one JSON line for each out");
    command->add_option("inputs", o->files, "NDJSON files with id, title, employer, country and text or html; - is standard input")->required()->type_name("INPUT");
    command->add_option("--out", o->out, "file for the results (default: standard output)");
    command->add_option("--jobs", o->jobs, "worker threads; the result does not depend on it")->check(CLI::Range(1, 256));
    add_common_options(*command, *o);
    command->footer("Example:\n  rolewright batch adverts.ndjson --out results.ndjson --jobs 4");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
