// Speed of each reader of documents, bytes in to document out. Office files are made of the written adverts, as large as
// an applicant pack; PDF is measured from what pdftotext writes, for the program itself is not ours.
#include "read/pdf.hpp"
#include "support/corpus.hpp"
#include "support/packed.hpp"

#include <rolewright/document.hpp>

#include <benchmark/benchmark.h>

namespace {

std::string escaped(std::string_view text) {
    std::string made;
    for (const char c : text)
        if (c == '<') made += "&lt;";
        else if (c == '&') made += "&amp;";
        else made += c;
    return made;
}

// The lines of all written adverts, several times over.
std::vector<std::string> lines() {
    std::vector<std::string> made;
    for (int i = 0; i < 20; ++i)
        for (const auto & file : support::adverts()) {
            if (file.html) continue;
            for (std::size_t at = 0; at < file.bytes.size();) {
                const auto end = std::min(file.bytes.find('\n', at), file.bytes.size());
                made.push_back(file.bytes.substr(at, end - at));
                at = end + 1;
            }
        }
    return made;
}

std::string plain() {
    std::string made;
    for (const auto & l : lines()) made += l + "\n";
    return made;
}

std::string markdown() {
    std::string made = "# Advert\n\n";
    for (const auto & l : lines()) made += l + "\n\n";
    return made;
}

std::string word_body() {
    std::string made;
    for (const auto & l : lines()) made += "<w:p><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"22\"/></w:rPr><w:t>" + escaped(l) + "</w:t></w:r></w:p>";
    return made;
}

std::string odt_body() {
    std::string made;
    for (const auto & l : lines()) made += "<text:p text:style-name=\"P1\">" + escaped(l) + "</text:p>";
    return made;
}

std::string mail() { return "From: a@example.org\nSubject: x\nMessage-ID: <1>\nContent-Type: text/plain; charset=utf-8\n\n" + plain(); }

std::string boxes() {
    std::string made = "<doc>";
    double y = 1000;
    for (const auto & l : lines()) {
        if (y > 780) made += made.size() > 5 ? "</page><page width=\"600\" height=\"800\">" : "<page width=\"600\" height=\"800\">", y = 60;
        double x = 50;
        made += "<line>";
        for (std::size_t at = 0; at < l.size();) {
            const auto end = std::min(l.find(' ', at), l.size());
            const auto width = 5.0 * static_cast<double>(end - at);
            if (end > at) made += "<word xMin=\"" + std::to_string(x) + "\" yMin=\"" + std::to_string(y) + "\" xMax=\"" + std::to_string(x + width) + "\" yMax=\"" + std::to_string(y + 11) + "\">" + escaped(l.substr(at, end - at)) + "</word>";
            x += width + 3;
            at = end + 1;
        }
        made += "</line>";
        y += 13;
    }
    return made + "</page></doc>";
}

void reads(benchmark::State & state, const std::string & bytes, std::size_t counted) {
    for (auto _ : state) {
        const auto made = rolewright::read(bytes);
        if (!made || made->documents.empty()) return state.SkipWithError("not read");
        benchmark::DoNotOptimize(made);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(counted));
}

void text(benchmark::State & state) {
    const auto bytes = plain();
    reads(state, bytes, bytes.size());
}
void markdown_file(benchmark::State & state) {
    const auto bytes = markdown();
    reads(state, bytes, bytes.size());
}
void docx_unpacked_bytes(benchmark::State & state) {
    const auto body = word_body();
    reads(state, support::docx(body), body.size());
}
void odt_unpacked_bytes(benchmark::State & state) {
    const auto body = odt_body();
    reads(state, support::odt(body), body.size());
}
void email(benchmark::State & state) {
    const auto bytes = mail();
    reads(state, bytes, bytes.size());
}
void text_in_gzip(benchmark::State & state) {
    const auto bytes = plain();
    reads(state, support::packed({{"", bytes}}, "raw", "gzip"), bytes.size());
}
void text_in_zstd(benchmark::State & state) {
    const auto bytes = plain();
    reads(state, support::packed({{"", bytes}}, "raw", "zstd"), bytes.size());
}
void pdf_boxes(benchmark::State & state) {
    const auto bytes = boxes();
    for (auto _ : state) {
        const auto made = rolewright::readers::document_of_boxes(bytes, {});
        if (!made) return state.SkipWithError("not read");
        benchmark::DoNotOptimize(made);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
}

BENCHMARK(text);
BENCHMARK(markdown_file);
BENCHMARK(docx_unpacked_bytes);
BENCHMARK(odt_unpacked_bytes);
BENCHMARK(email);
BENCHMARK(text_in_gzip);
BENCHMARK(text_in_zstd);
BENCHMARK(pdf_boxes);

}  // namespace

BENCHMARK_MAIN();
