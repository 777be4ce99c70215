// Properties of reading, over every file there is: ranges lie in the text, sources give back the same words, reading twice is
// the same, and what is packed, mailed or attached is what it was.
#include "support/catch.hpp"
#include "support/corpus.hpp"
#include "support/packed.hpp"

#include <rolewright/rolewright.hpp>

namespace {

using namespace rolewright;
namespace fs = std::filesystem;

// Every file below the written adverts and the real ones, whatever its kind.
std::vector<support::advert_file> all_files() {
    auto made = support::adverts();
    made.erase(std::remove_if(made.begin(), made.end(), [](const auto & f) { return f.path.find(RW_TEST_ADVERTS) != 0; }), made.end());
    const char * corpus = std::getenv("ROLEWRIGHT_CORPUS");
    std::error_code problem;
    if (corpus && *corpus)
        for (const auto & entry : fs::recursive_directory_iterator(fs::path(corpus) / "adverts", problem)) {
            const auto name = entry.path().filename().string();
            if (!entry.is_regular_file() || name == "README.md" || name == "MANIFEST.jsonl" || name == "throughput.jsonl.zst") continue;
            std::ifstream in(entry.path(), std::ios::binary);
            made.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}, false});
        }
    return made;
}

bool boundary(const std::string & text, std::uint32_t at) { return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; }

bool letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

void check_ranges(const document & d) {
    std::uint32_t last = 0;
    for (const auto & b : d.blocks) {
        REQUIRE(b.text.begin >= last);
        REQUIRE(b.text.begin < b.text.end);
        REQUIRE(b.text.end <= d.text.size());
        REQUIRE(boundary(d.text, b.text.begin));
        REQUIRE(boundary(d.text, b.text.end));
        last = b.text.end;
    }
    std::uint32_t at = 0;
    for (const auto & s : d.sources) {
        REQUIRE(s.text >= at);
        REQUIRE(s.text < d.text.size());
        at = s.text;
    }
}

// Words stand in the input as they are, unless a reference, a tag or a sign of Markdown stands within them.
void check_sources(const document & d, const std::string & bytes) {
    if (d.sources.empty()) return;
    for (const auto & b : d.blocks)
        for (auto i = b.text.begin; i < b.text.end;) {
            auto end = i;
            while (end < b.text.end && letter(d.text[end])) ++end;
            if (end == i) {
                ++i;
                continue;
            }
            const auto where = d.source_of({i, end});
            REQUIRE(where);
            REQUIRE(where->end <= bytes.size());
            const auto source = where->of(bytes);
            if (source.find_first_of("&<*_\\`") == std::string_view::npos) REQUIRE(source == range{i, end}.of(d.text));
            i = end;
        }
}

bool same(const document & a, const document & b) {
    const auto same_block = [](const block & x, const block & y) { return x.text == y.text && x.kind == y.kind && x.area == y.area && x.level == y.level && x.strong == y.strong && x.spaced == y.spaced && x.table == y.table && x.row == y.row && x.column == y.column; };
    return a.text == b.text && std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(), same_block);
}

std::string squeezed(std::string_view words) {
    std::string made;
    for (const char c : words)
        if (letter(c)) made += c;
    return made;
}

}  // namespace

TEST_CASE("what is read keeps to the text and to the input") {
    std::size_t read_files = 0, adverts = 0;
    std::string unread;
    for (const auto & file : all_files()) {
        INFO(file.path);
        const auto first = read(file.bytes);
        if (!first) {
            unread += file.path + ": " + first.error().message + "\n";
            continue;
        }
        ++read_files;
        const auto second = read(file.bytes);
        REQUIRE(second);
        REQUIRE(first->documents.size() == second->documents.size());
        adverts += first->documents.size();
        for (std::size_t i = 0; i < first->documents.size(); ++i) {
            const auto & d = first->documents[i];
            CHECK(same(d, second->documents[i]));
            check_ranges(d);
            if (first->encoding == "utf-8") check_sources(d, file.bytes);
        }
    }
    CHECK(unread == "");
    CHECK(read_files >= 20);
    std::cout << read_files << " files hold " << adverts << " adverts\n";
}

TEST_CASE("what is packed is what it was") {
    for (const auto & file : support::adverts()) {
        INFO(file.path);
        const auto plain = read(file.bytes);
        if (!plain || plain->documents.empty()) continue;
        const auto name = fs::path(file.path).filename().string();
        for (const auto & bytes : {support::packed({{name, file.bytes}}), support::packed({{"", file.bytes}}, "raw", "gzip")}) {
            const auto packed = read(bytes);
            REQUIRE(packed);
            REQUIRE(packed->documents.size() == plain->documents.size());
            for (std::size_t i = 0; i < plain->documents.size(); ++i) CHECK(same(packed->documents[i], plain->documents[i]));
        }
        // Attached to a letter of no words, the advert is all there is.
        const auto mail = read("From: a@example.org\r\nMessage-ID: <1>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=part-of-nothing-else\r\n\r\n--part-of-nothing-else\r\nContent-Type: application/octet-stream; name=\"" + name +
                               "\"\r\nContent-Disposition: attachment\r\n\r\n" + file.bytes + "\r\n--part-of-nothing-else--\r\n");
        REQUIRE(mail);
        REQUIRE(mail->documents.size() == plain->documents.size());
        CHECK(squeezed(mail->documents.front().text) == squeezed(plain->documents.front().text));
        CHECK(mail->documents.front().part == name);
    }
}
