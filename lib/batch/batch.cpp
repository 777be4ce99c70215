// Lines of NDJSON are read by the workers themselves; any other input is read whole first. A window of adverts is handed
// out to the workers one by one and written in order before the next window begins, so memory stays bounded and the output
// does not depend on who was faster.
#include <rolewright/batch.hpp>

#include "base/hash.hpp"
#include "base/json.hpp"
#include "engine/parts.hpp"
#include "read/archive.hpp"
#include "read/record.hpp"
#include "render/render.hpp"

#include <atomic>
#include <thread>

namespace rolewright {
namespace {

constexpr std::size_t window = 256;

struct outcome {
    std::string bytes;
    batch_counts counts;
};

struct worker {
    adverts::workspace work;
    readers::record_reader records;
};

std::string numbered(std::string_view bytes, std::size_t ordinal) { return hash_of(bytes) + "-" + std::to_string(ordinal); }

void add_error(outcome & to, const std::string & id, const std::string & source, const error & e) {
    to.bytes += batch_error_line(id, source, e);
    ++to.counts.records;
    ++to.counts.errors;
}

class run {
public:
    run(const engine & with, const batch_options & options) : inside_(with.inside()), options_(options) {}

    void review_line(std::string_view line, std::size_t ordinal, worker & by, outcome & to) const {
        auto adverts = by.records.read(line);
        if (!adverts) return add_error(to, by.records.id().value_or(numbered(line, ordinal)), {}, adverts.error());
        const review_result from{.source = options_.review.source, .format = "record", .encoding = "utf-8"};
        for (auto & doc : *adverts) {
            if (!doc.given.id) doc.given.id = numbered(line, ordinal) + (adverts->size() > 1 ? "-" + std::to_string(&doc - adverts->data()) : "");
            review(std::move(doc), from, by, to);
        }
    }

    void review_document(document doc, std::size_t ordinal, const review_result & from, worker & by, outcome & to) const {
        if (!doc.given.id) doc.given.id = numbered(doc.text, ordinal);
        review(std::move(doc), from, by, to);
    }

private:
    void review(document doc, const review_result & from, worker & by, outcome & to) const {
        const auto made = inside_.review(std::move(doc), options_.review, by.work);
        to.bytes += rendering::advert_json(made, from, {inside_.packs, options_.review}, true) + "\n";
        auto & c = to.counts;
        ++c.records;
        if (!made.card.mention) ++c.unjudged;
        else if (*made.card.mention == mention::none) ++c.none;
        else if (*made.card.mention == mention::vague) ++c.vague;
        else ++c.specific;
    }

    const engine::parts & inside_;
    const batch_options & options_;
};

void add(batch_counts & to, const batch_counts & more) {
    to.records += more.records, to.errors += more.errors;
    to.none += more.none, to.vague += more.vague, to.specific += more.specific, to.unjudged += more.unjudged;
}

// `review_one(i, worker, outcome)` for each i below `size`, by all workers, written in order.
template <class F>
result<batch_counts> in_windows(std::size_t size, const batch_options & options, const std::function<bool(std::string_view)> & write, const F & review_one) {
    batch_counts counts;
    const auto * map = options.review.map ? &*options.review.map : nullptr;
    std::vector<worker> workers;
    for (unsigned j = 0; j < std::max(1u, options.jobs); ++j) workers.push_back({{}, readers::record_reader(options.review.limits, map)});
    for (std::size_t begin = 0; begin < size; begin += window) {
        const auto end = std::min(begin + window, size);
        std::vector<outcome> outcomes(end - begin);
        std::atomic<std::size_t> next = begin;
        const auto work_on = [&](worker & by) {
            for (auto i = next++; i < end; i = next++) review_one(i, by, outcomes[i - begin]);
        };
        std::vector<std::jthread> threads;
        for (std::size_t j = 1; j < workers.size(); ++j) threads.emplace_back(work_on, std::ref(workers[j]));
        work_on(workers.front());
        threads.clear();
        for (const auto & o : outcomes) {
            add(counts, o.counts);
            if (!write(o.bytes)) return error{error_code::cannot_write_file, "the output was closed"};
        }
    }
    return counts;
}

bool lines_of_records(std::string_view input, const std::string & format) {
    if (format == "ndjson") return true;
    return (format.empty() || format == "auto") && readers::sniff_json(input) && readers::looks_like_records(input);
}

result<batch_counts> batch_of(const engine & with, std::string_view input, const batch_options & options, const std::function<bool(std::string_view)> & write) {
    if (!options.review.role.empty())
        if (auto known = with.check_role(options.review.role); !known) return std::move(known).error();
    const run all(with, options);
    if (lines_of_records(input, options.review.input)) {
        const auto lines = readers::record_lines(input);
        return in_windows(lines.size(), options, write, [&](std::size_t i, worker & by, outcome & to) { all.review_line(lines[i].text, i, by, to); });
    }
    auto read = rolewright::read(input, {options.review.input, options.review.limits, options.review.map, options.review.pdf_program});
    if (!read) return std::move(read).error();
    const review_result from{.source = options.review.source, .format = read->format, .encoding = read->encoding, .bytes = std::string(input)};
    // What the reader had to say about the whole file is said with its first advert.
    if (!read->documents.empty()) {
        auto & first = read->documents.front().notes;
        first.insert(first.begin(), read->notes.begin(), read->notes.end());
    }
    return in_windows(read->documents.size(), options, write, [&](std::size_t i, worker & by, outcome & to) { all.review_document(std::move(read->documents[i]), i, from, by, to); });
}

}  // namespace

std::string batch_error_line(const std::string & id, const std::string & source, const error & e) {
    std::string out;
    json_writer to(out);
    to.begin_object().member("schema", 1).member("id", id);
    if (!source.empty()) to.member("source", source);
    to.key("error").begin_object().member("code", e.code).member("message", e.message).end_object().end_object();
    return out + "\n";
}

result<batch_counts> batch(const engine & with, std::string_view input, const batch_options & options, const std::function<bool(std::string_view)> & write) {
    // Once: what is packed several times over is for the readers, who count it.
    if (!readers::is_compressed(input)) return batch_of(with, input, options, write);
    const auto held = readers::uncompressed(input, options.review.limits);
    return held ? batch_of(with, *held, options, write) : held.error();
}

}  // namespace rolewright
