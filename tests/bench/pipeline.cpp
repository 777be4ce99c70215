// Speed of the whole analysis of plain text beside the reference: one reused ICU word iterator over the same text.
// The adverts are those written for the tests, many times over; compare the two rates of one run, not runs.
#include <rolewright/rolewright.hpp>

#include "engine/parts.hpp"
#include "render/render.hpp"
#include "support/corpus.hpp"

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace {

std::vector<std::string> texts() {
    std::vector<std::string> made;
    for (const auto & file : support::adverts())
        if (!file.html) made.push_back(file.bytes);
    return made;
}

std::int64_t size_of(const std::vector<std::string> & all) {
    std::int64_t n = 0;
    for (const auto & t : all) n += static_cast<std::int64_t>(t.size());
    return n;
}

void icu_word_breaks(benchmark::State & state) {
    const auto all = texts();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("en"), status));
    UText text = UTEXT_INITIALIZER;
    for (auto _ : state)
        for (const auto & t : all) {
            utext_openUTF8(&text, t.data(), static_cast<std::int64_t>(t.size()), &status);
            words->setText(&text, status);
            std::int64_t n = 0;
            while (words->next() != icu::BreakIterator::DONE) ++n;
            benchmark::DoNotOptimize(n);
        }
    utext_close(&text);
    state.SetBytesProcessed(state.iterations() * size_of(all));
}
BENCHMARK(icu_word_breaks);

void whole_analysis(benchmark::State & state) {
    const auto all = texts();
    const auto engine = rolewright::engine::create();
    rolewright::adverts::workspace work;
    const rolewright::review_options options{.language = "en", .date = "2026-06-01"};
    for (auto _ : state)
        for (const auto & t : all) {
            auto read = rolewright::read(t, {"text", {}});
            if (!read || read->documents.empty()) continue;
            const auto review = engine->inside().review(std::move(read->documents.front()), options, work);
            const rolewright::review_result from;
            benchmark::DoNotOptimize(rolewright::rendering::advert_json(review, from, {engine->inside().packs, options}, true));
        }
    state.SetBytesProcessed(state.iterations() * size_of(all));
}
BENCHMARK(whole_analysis);

void loading_the_packs(benchmark::State & state) {
    for (auto _ : state) benchmark::DoNotOptimize(rolewright::engine::create());
}
BENCHMARK(loading_the_packs)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
