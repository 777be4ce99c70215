// Speed of reading whole pages beside the reference: a bare SAX pass of libxml2 over the same pages, decoded, with nobody
// listening. Compare the rates of one run, not runs. Real pages where ROLEWRIGHT_CORPUS has some, and the written ones.
#include "support/corpus.hpp"

#include <rolewright/document.hpp>

#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>

#include <memory>

namespace {

std::vector<std::string> files_of(const std::filesystem::path & folder) {
    std::vector<std::string> made;
    std::error_code problem;
    for (const auto & entry : std::filesystem::recursive_directory_iterator(folder, problem)) {
        if (entry.path().extension() != ".html") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        made.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return made;
}

const std::vector<std::string> & pages() {
    static const auto all = [] {
        auto made = files_of(RW_TEST_ADVERTS);
        if (const char * corpus = std::getenv("ROLEWRIGHT_CORPUS"))
            for (auto & p : files_of(std::filesystem::path(corpus) / "adverts")) made.push_back(std::move(p));
        return made;
    }();
    return all;
}


// The descriptions of feeds: little markup, many words.
std::string words_and_tags() {
    std::string made = "<html><body><h1>Clerk</h1>";
    for (const auto & file : support::adverts())
        if (!file.html)
            for (std::size_t at = 0; at < file.bytes.size();) {
                const auto end = std::min(file.bytes.find('\n', at), file.bytes.size());
                if (end > at) made += "<p class=\"text\">" + file.bytes.substr(at, end - at) + "</p>\n";
                at = end + 1;
            }
    return made + "</body></html>";
}

void bare(benchmark::State & state, const std::vector<std::string> & all) {
    htmlSAXHandler nobody{};
    nobody.startElement = [](void *, const xmlChar *, const xmlChar **) {};
    nobody.endElement = [](void *, const xmlChar *) {};
    nobody.characters = nobody.ignorableWhitespace = [](void *, const xmlChar *, int) {};
    std::int64_t bytes = 0;
    for (auto _ : state)
        for (const auto & page : all) {
            const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())), &htmlFreeParserCtxt);
            htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
            parser->charset = XML_CHAR_ENCODING_UTF8;
            const auto own = *parser->sax;
            *parser->sax = nobody;
            htmlParseDocument(parser.get());
            *parser->sax = own;
            bytes += static_cast<std::int64_t>(page.size());
        }
    state.SetBytesProcessed(bytes);
}

void reads(benchmark::State & state, const std::vector<std::string> & all) {
    std::int64_t bytes = 0;
    for (auto _ : state)
        for (const auto & page : all) {
            const auto made = rolewright::read(page, {"html", {}});
            if (!made) return state.SkipWithError("not read");
            benchmark::DoNotOptimize(made);
            bytes += static_cast<std::int64_t>(page.size());
        }
    state.SetBytesProcessed(bytes);
}

void pages_bare_parser(benchmark::State & state) { bare(state, pages()); }
void pages_read(benchmark::State & state) { reads(state, pages()); }
void words_bare_parser(benchmark::State & state) { bare(state, {words_and_tags()}); }
void words_read(benchmark::State & state) { reads(state, {words_and_tags()}); }

BENCHMARK(pages_bare_parser);
BENCHMARK(pages_read);
BENCHMARK(words_bare_parser);
BENCHMARK(words_read);

}  // namespace

BENCHMARK_MAIN();
