// Speed of reading records, feeds and tables. JobPosting lines beside the reference: a bare simdjson parse, the entities of
// the description decoded, a SAX pass of libxml2 over it with nobody listening, one parser reused. Compare the rates of one
// run, not runs. Real postings where ROLEWRIGHT_CORPUS has some, else postings made of the written adverts.
#include "read/markup.hpp"
#include "read/record.hpp"
#include "support/corpus.hpp"

#include "base/json.hpp"

#include <rolewright/document.hpp>

#include <benchmark/benchmark.h>
#include <libxml/HTMLparser.h>
#include <simdjson.h>

#include <memory>

namespace {

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text)
        if (c == '<') made += "&lt;";
        else if (c == '>') made += "&gt;";
        else if (c == '&') made += "&amp;";
        else made += c;
    return made;
}

std::vector<std::string> written_postings() {
    std::vector<std::string> made;
    for (const auto & file : support::adverts()) {
        std::string html = "<p>";
        for (const char c : file.bytes) c == '\n' ? html += "</p>\n<p>" : html += c;
        std::string line;
        rolewright::json_writer to(line);
        to.begin_object().member("@type", "JobPosting").member("title", "Clerk").member("validThrough", "2026-06-20T23:59:59+0000").member("description", escaped(html + "</p>")).end_object();
        made.push_back(line);
    }
    return made;
}

const std::vector<std::string> & postings() {
    static const auto all = [] {
        std::vector<std::string> made;
        const char * corpus = std::getenv("ROLEWRIGHT_CORPUS");
        std::error_code problem;
        if (corpus)
            for (const auto & entry : std::filesystem::directory_iterator(std::filesystem::path(corpus) / "adverts/uk-health-jobposting-json", problem)) {
                std::ifstream in(entry.path(), std::ios::binary);
                std::string bytes{std::istreambuf_iterator<char>(in), {}};
                std::replace(bytes.begin(), bytes.end(), '\n', ' ');
                made.push_back(std::move(bytes));
            }
        return made.empty() ? written_postings() : made;
    }();
    return all;
}

std::int64_t size_of(const std::vector<std::string> & all) {
    std::int64_t n = 0;
    for (const auto & t : all) n += static_cast<std::int64_t>(t.size());
    return n;
}

void bare_parsers(benchmark::State & state) {
    simdjson::dom::parser json;
    htmlSAXHandler nobody{};
    nobody.startElement = [](void *, const xmlChar *, const xmlChar **) {};
    nobody.endElement = [](void *, const xmlChar *) {};
    nobody.characters = [](void *, const xmlChar *, int) {};
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(htmlNewParserCtxt(), &htmlFreeParserCtxt);
    const auto own = *parser->sax;
    *parser->sax = nobody;
    for (auto _ : state)
        for (const auto & line : postings()) {
            simdjson::dom::element posting;
            std::string_view description;
            if (json.parse(line).get(posting) || posting["description"].get(description)) continue;
            const auto html = rolewright::readers::entities_decoded(description);
            htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, nullptr, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
            benchmark::DoNotOptimize(html.data());
        }
    *parser->sax = own;
    state.SetBytesProcessed(state.iterations() * size_of(postings()));
}
BENCHMARK(bare_parsers);

void job_posting_lines(benchmark::State & state) {
    rolewright::readers::record_reader records({}, nullptr);
    for (auto _ : state)
        for (const auto & line : postings()) benchmark::DoNotOptimize(records.read(line));
    state.SetBytesProcessed(state.iterations() * size_of(postings()));
}
BENCHMARK(job_posting_lines);

void read_whole(benchmark::State & state, const std::string & bytes) {
    for (auto _ : state) benchmark::DoNotOptimize(rolewright::read(bytes));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

constexpr int adverts = 300;
constexpr auto words = "<p>You will keep our spreadsheets up to date, answer the telephone, and welcome visitors to the office.</p><ul><li>Good with people</li><li>Careful with data</li></ul>";

void feed_in_xml(benchmark::State & state) {
    std::string feed = "<source>";
    for (int i = 0; i < adverts; ++i) feed += "<job><title>Clerk</title><referencenumber>" + std::to_string(i) + "</referencenumber><company>Acme</company><city>Leeds</city><description><![CDATA[" + std::string(words) + words + words + "]]></description></job>";
    read_whole(state, feed + "</source>");
}
BENCHMARK(feed_in_xml);

void export_in_json(benchmark::State & state) {
    std::string jobs = "{\"jobs\": [";
    for (int i = 0; i < adverts; ++i) jobs += (i ? "," : "") + std::string("{\"absolute_url\": \"u\", \"id\": ") + std::to_string(i) + ", \"title\": \"Clerk\", \"content\": \"" + escaped(std::string(words) + words + words) + "\"}";
    read_whole(state, jobs + "]}");
}
BENCHMARK(export_in_json);

void table(benchmark::State & state) {
    std::string rows = "id,title,employer,description\n";
    for (int i = 0; i < adverts; ++i) rows += std::to_string(i) + ",Clerk,Acme,\"" + words + words + words + "\"\n";
    read_whole(state, rows);
}
BENCHMARK(table);

}  // namespace

BENCHMARK_MAIN();
