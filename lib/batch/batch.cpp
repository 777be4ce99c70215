// The input is cut into lines; a window of lines is handed out to the workers one by one and written in order before the
// next window begins, so memory stays bounded and the output does not depend on who was faster.
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

struct line_result {
    std::string bytes;
    std::optional<rolewright::mention> mention;
    bool failed = false;
};

std::vector<std::string_view> lines_of(std::string_view input) {
    if (input.starts_with("\xEF\xBB\xBF")) input.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!input.empty()) {
        const auto end = std::min(input.find('\n'), input.size());
        auto line = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

std::string error_line(std::string_view line, std::size_t ordinal, const error & e) {
    std::string out;
    json_writer to(out);
    to.begin_object().member("schema", 1);
    const auto id = readers::id_of_record(line);
    to.member("id", id ? *id : hash_of(line) + "-" + std::to_string(ordinal));
    to.key("error").begin_object().member("code", to_string(e.code)).member("message", e.message).end_object().end_object();
    return out + "\n";
}

line_result review_line(const engine & with, std::string_view line, std::size_t ordinal, const batch_options & options, adverts::workspace & work) {
    auto doc = readers::read_record(line, options.review.limits);
    if (!doc) return {error_line(line, ordinal, doc.error()), std::nullopt, true};
    if (!doc->given.id) doc->given.id = hash_of(line) + "-" + std::to_string(ordinal);
    const auto & inside = with.inside();
    const auto review = inside.review(*std::move(doc), options.review, work);
    const review_result from{.source = options.review.source, .format = "record", .encoding = "utf-8"};
    return {rendering::advert_json(review, from, {inside.packs, options.review}, true) + "\n", review.card.mention, false};
}

void count(batch_counts & counts, const line_result & r) {
    ++counts.records;
    if (r.failed) ++counts.errors;
    else if (!r.mention) ++counts.unjudged;
    else if (*r.mention == mention::none) ++counts.none;
    else if (*r.mention == mention::vague) ++counts.vague;
    else ++counts.specific;
}

}  // namespace

result<batch_counts> batch(const engine & with, std::string_view given, const batch_options & options, const std::function<bool(std::string_view)> & write) {
    if (!options.review.role.empty())
        if (auto known = with.check_role(options.review.role); !known) return std::move(known).error();
    std::string unpacked;
    auto input = given;
    if (readers::is_compressed(given)) {
        auto held = readers::uncompressed(given, options.review.limits);
        if (!held) return std::move(held).error();
        unpacked = *std::move(held);
        input = unpacked;
    }
    const auto lines = lines_of(input);
    batch_counts counts;
    const auto jobs = std::max(1u, options.jobs);
    std::vector<adverts::workspace> works(jobs);
    for (std::size_t begin = 0; begin < lines.size(); begin += window) {
        const auto end = std::min(begin + window, lines.size());
        std::vector<line_result> results(end - begin);
        std::atomic<std::size_t> next = begin;
        const auto work_on = [&](unsigned worker) {
            for (auto i = next++; i < end; i = next++) results[i - begin] = review_line(with, lines[i], i, options, works[worker]);
        };
        std::vector<std::jthread> threads;
        for (unsigned j = 1; j < jobs; ++j) threads.emplace_back(work_on, j);
        work_on(0);
        threads.clear();
        for (const auto & r : results) {
            count(counts, r);
            if (!write(r.bytes)) return error{error_code::cannot_write_file, "the output was closed"};
        }
    }
    return counts;
}

}  // namespace rolewright
