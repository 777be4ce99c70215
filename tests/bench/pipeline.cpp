// Speed of the stages and of the whole analysis of plain text beside the reference: one reused ICU word iterator over the
// same text in the same run. `of_icu` is a stage's rate as a part of the reference's; rates of different runs say little.
// The texts are the written adverts, or, where ROLEWRIGHT_CORPUS names the folder, those of eval/dev.adverts.jsonl.
#include <rolewright/rolewright.hpp>

#include "advert/facts/facts.hpp"
#include "advert/sections.hpp"
#include "engine/parts.hpp"
#include "lint/lint.hpp"
#include "read/record.hpp"
#include "render/render.hpp"
#include "score/arithmetic.hpp"
#include "support/corpus.hpp"

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <ctime>
#include <memory>
#include <optional>
#include <unistd.h>

namespace {

using rolewright::document;

std::vector<std::string> read_texts() {
    std::vector<std::string> made;
    if (const char * corpus = std::getenv("ROLEWRIGHT_CORPUS"); corpus && *corpus) {
        std::ifstream in(std::filesystem::path(corpus) / "eval" / "dev.adverts.jsonl");
        rolewright::readers::record_reader records({}, nullptr);
        for (std::string line; std::getline(in, line);)
            if (auto adverts = records.read(line))
                for (auto & advert : *adverts) made.push_back(std::move(advert.text));
    }
    if (made.empty())
        for (const auto & file : support::adverts())
            if (!file.html) made.push_back(file.bytes);
    return made;
}

const std::vector<std::string> & texts() {
    static const auto all = read_texts();
    return all;
}

std::int64_t bytes_of_all() {
    std::int64_t n = 0;
    for (const auto & t : texts()) n += static_cast<std::int64_t>(t.size());
    return n;
}

std::int64_t word_breaks_of_all(icu::BreakIterator & words, UText & text) {
    UErrorCode status = U_ZERO_ERROR;
    std::int64_t n = 0;
    for (const auto & t : texts()) {
        utext_openUTF8(&text, t.data(), static_cast<std::int64_t>(t.size()), &status);
        words.setText(&text, status);
        while (words.next() != icu::BreakIterator::DONE) ++n;
    }
    return n;
}

struct reference {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> words{icu::BreakIterator::createWordInstance(icu::Locale("en"), status)};
    UText text = UTEXT_INITIALIZER;
    ~reference() { utext_close(&text); }
    std::int64_t pass() { return word_breaks_of_all(*words, text); }
};

double processor_seconds() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

// Runs `pass` over all texts, and between the passes the reference, so that both meet the same weather.
template <class F>
void measure(benchmark::State & state, F && pass) {
    reference icu;
    double ours = 0, theirs = 0;
    for (auto _ : state) {
        const auto begin = processor_seconds();
        pass();
        const auto between = processor_seconds();
        benchmark::DoNotOptimize(icu.pass());
        const auto end = processor_seconds();
        ours += between - begin;
        theirs += end - between;
        state.SetIterationTime(between - begin);
    }
    state.SetBytesProcessed(state.iterations() * bytes_of_all());
    state.counters["of_icu"] = theirs / ours;
}

const rolewright::engine & built_in() {
    static const auto engine = rolewright::engine::create();
    return *engine;
}
const rolewright::packs::language_set & english() { return *built_in().inside().packs.find("en"); }
const rolewright::review_options options{.language = "en", .date = "2026-06-01"};

document read(const std::string & text) {
    auto made = rolewright::read(text, {"text", {}});
    return made && !made->documents.empty() ? std::move(made->documents.front()) : document();
}

const std::vector<document> & documents() {
    static const auto all = [] {
        std::vector<document> made;
        for (const auto & t : texts()) made.push_back(read(t));
        return made;
    }();
    return all;
}

void icu_word_breaks(benchmark::State & state) {
    reference icu;
    measure(state, [&] { benchmark::DoNotOptimize(icu.pass()); });
}
BENCHMARK(icu_word_breaks)->UseManualTime();

void reading(benchmark::State & state) {
    measure(state, [] {
        for (const auto & t : texts()) benchmark::DoNotOptimize(read(t));
    });
}
BENCHMARK(reading)->UseManualTime();

void tokens(benchmark::State & state) {
    std::vector<rolewright::text::token> words;
    measure(state, [&] {
        for (const auto & d : documents()) {
            words.clear();
            for (const auto & b : d.blocks) rolewright::text::tokenize(d.text, b.text, english().words, words);
            benchmark::DoNotOptimize(words.data());
        }
    });
}
BENCHMARK(tokens)->UseManualTime();

void and_sections_and_clauses(benchmark::State & state) {
    rolewright::adverts::workspace work;
    measure(state, [&] {
        for (const auto & d : documents()) {
            rolewright::advert made;
            made.source = d;
            rolewright::adverts::read_blocks(d, english(), work);
            rolewright::adverts::read_sections(made, english(), options, work);
            benchmark::DoNotOptimize(made);
        }
    });
}
BENCHMARK(and_sections_and_clauses)->UseManualTime();

void and_facts(benchmark::State & state) {
    rolewright::adverts::workspace work;
    const rolewright::adverts::languages in{"en", {{"en", 1.0}}, {}};
    measure(state, [&] {
        for (const auto & d : documents()) benchmark::DoNotOptimize(rolewright::adverts::understand(d, in, english(), options, work));
    });
}
BENCHMARK(and_facts)->UseManualTime();

// The stages after these, each on the advert's state before it.
template <class F>
void measure_late_stage(benchmark::State & state, F && stage) {
    rolewright::adverts::workspace work;
    const rolewright::adverts::languages in{"en", {{"en", 1.0}}, {}};
    double ours = 0, theirs = 0;
    reference icu;
    for (auto _ : state) {
        double spent = 0;
        for (const auto & d : documents()) {
            rolewright::review r;
            r.advert = rolewright::adverts::understand(d, in, english(), options, work);
            spent += stage(r, work);
        }
        const auto before = processor_seconds();
        benchmark::DoNotOptimize(icu.pass());
        theirs += processor_seconds() - before;
        ours += spent;
        state.SetIterationTime(spent);
    }
    state.SetBytesProcessed(state.iterations() * bytes_of_all());
    state.counters["of_icu"] = theirs / ours;
}

template <class F>
double seconds(F && of) {
    const auto begin = processor_seconds();
    of();
    return processor_seconds() - begin;
}

void judge_one(rolewright::review & r, rolewright::adverts::workspace & work) { r.judgement = rolewright::judging::judge(r.advert, english(), {}, {}, work); }
void score_one(rolewright::review & r) {
    const rolewright::scoring::arithmetic role(r.judgement.role, english());
    r.card = rolewright::scoring::score(r.advert, r.judgement, role);
    r.gaps = rolewright::scoring::gaps(r.judgement, r.card, role).gaps;
}
void lint_one(rolewright::review & r, rolewright::adverts::workspace & work) { r.findings = rolewright::linting::lint(r, english(), options, work); }

void judgement(benchmark::State & state) {
    measure_late_stage(state, [](auto & r, auto & work) { return seconds([&] { judge_one(r, work); }); });
}
BENCHMARK(judgement)->UseManualTime();

void scoring(benchmark::State & state) {
    measure_late_stage(state, [](auto & r, auto & work) {
        judge_one(r, work);
        return seconds([&] { score_one(r); });
    });
}
BENCHMARK(scoring)->UseManualTime();

void linting(benchmark::State & state) {
    measure_late_stage(state, [](auto & r, auto & work) {
        judge_one(r, work);
        score_one(r);
        return seconds([&] { lint_one(r, work); });
    });
}
BENCHMARK(linting)->UseManualTime();

void writing_json(benchmark::State & state) {
    const rolewright::review_result from;
    measure_late_stage(state, [&](auto & r, auto & work) {
        judge_one(r, work);
        score_one(r);
        lint_one(r, work);
        return seconds([&] { benchmark::DoNotOptimize(rolewright::rendering::advert_json(r, from, {built_in().inside().packs, options}, true)); });
    });
}
BENCHMARK(writing_json)->UseManualTime();

void analyse_all(const rolewright::engine & engine, rolewright::adverts::workspace & work) {
    const rolewright::review_result from;
    for (const auto & t : texts()) {
        const auto review = engine.inside().review(read(t), options, work);
        benchmark::DoNotOptimize(rolewright::rendering::advert_json(review, from, {engine.inside().packs, options}, true));
    }
}

void whole_analysis(benchmark::State & state) {
    rolewright::adverts::workspace work;
    measure(state, [&] { analyse_all(built_in(), work); });
}
BENCHMARK(whole_analysis)->UseManualTime();

// A user's pack of 10,000 phrases, each of two words that the adverts hold, though not side by side.
class user_pack {
public:
    user_pack() : folder_(std::filesystem::temp_directory_path() / ("rolewright-bench-" + std::to_string(::getpid()))) {
        constexpr std::size_t phrases = 10'000;
        std::filesystem::create_directories(folder_);
        std::ofstream out(folder_ / "pack.xml");
        out << R"(<pack id="phrases" kind="criteria" lang="en" version="1" licence="CC0-1.0" format="1" extends="digital-skills/en">)" << '\n';
        const auto words = words_of_texts();
        for (std::size_t i = 0; i < phrases; ++i) {
            const auto & a = words[i * 7919 % words.size()];
            const auto & b = words[(i * 104729 + 31) % words.size()];
            out << "<evidence id=\"phrase." << i << R"(" criterion="spreadsheets" level="tool"><query>")" << a << ' ' << b << "\"</query></evidence>\n";
        }
        out << "</pack>\n";
    }
    ~user_pack() { std::filesystem::remove_all(folder_); }
    rolewright::engine_options options() const { return {.packs = {folder_.string()}}; }

private:
    static std::vector<std::string> words_of_texts() {
        std::vector<std::string> made;
        std::vector<rolewright::text::token> tokens;
        for (const auto & t : texts()) {
            tokens.clear();
            rolewright::text::tokenize(t, {0, static_cast<std::uint32_t>(t.size())}, rolewright::text::lexicon(), tokens);
            for (const auto & w : tokens) {
                const auto word = w.text.of(t);
                if (std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); })) made.emplace_back(word);
            }
        }
        std::sort(made.begin(), made.end());
        made.erase(std::unique(made.begin(), made.end()), made.end());
        return made;
    }

    std::filesystem::path folder_;
};

void whole_analysis_with_10000_phrases(benchmark::State & state) {
    const user_pack pack;
    const auto engine = rolewright::engine::create(pack.options());
    if (!engine) return state.SkipWithError(engine.error().to_string().c_str());
    rolewright::adverts::workspace work;
    measure(state, [&] { analyse_all(*engine, work); });
}
BENCHMARK(whole_analysis_with_10000_phrases)->UseManualTime();

void loading_the_packs(benchmark::State & state) {
    for (auto _ : state) {
        auto loaded = std::make_optional(rolewright::engine::create());
        benchmark::DoNotOptimize(loaded);
        state.PauseTiming();
        loaded.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(loading_the_packs)->Unit(benchmark::kMillisecond);

void loading_with_10000_phrases(benchmark::State & state) {
    const user_pack pack;
    for (auto _ : state) benchmark::DoNotOptimize(rolewright::engine::create(pack.options()));
}
BENCHMARK(loading_with_10000_phrases)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
