// The limits are small, so that an input that costs too much shows as a slow one.
#include "fuzz/targets.hpp"

#include "read/front_matter.hpp"
#include "read/mail_codings.hpp"
#include "read/pdf.hpp"
#include "support/packed.hpp"

#include <rolewright/document.hpp>

#include <cstdio>
#include <cstdlib>

namespace fuzz {
namespace {

using namespace rolewright;

void promise(bool holds, const char * what) {
    if (holds) return;
    std::fprintf(stderr, "a promise is broken: %s\n", what);
    std::abort();
}

bool boundary(const std::string & text, std::uint32_t at) { return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; }

void check(const document & d, std::size_t input) {
    std::uint32_t last = 0;
    for (const auto & b : d.blocks) {
        promise(b.text.begin >= last && b.text.begin < b.text.end && b.text.end <= d.text.size(), "blocks stand in the text, one after the other");
        promise(boundary(d.text, b.text.begin) && boundary(d.text, b.text.end), "blocks end between characters");
        if (const auto where = d.source_of(b.text)) promise(where->begin <= where->end && where->end <= input, "sources stand in the input");
        last = b.text.end;
    }
}

read_limits small() {
    read_limits made;
    made.bytes = 1u << 20;
    made.blocks = 20'000;
    made.adverts = 1'000;
    made.values = 200'000;
    made.expanded_bytes = 4u << 20;
    return made;
}

bool sound(const error & e) { return !e.message.empty() && e.message.find('\n') == std::string::npos; }

}  // namespace

std::vector<std::string> targets() {
    std::vector<std::string> made{"boxes", "mail-codings", "front-matter", "docx-body", "odt-content"};
    for (const auto f : input_formats()) made.emplace_back(f);
    return made;
}

void run(std::string_view target, std::string_view bytes) {
    // In a piece of memory of its own size, so that reading beyond the end shows.
    const std::vector<char> exact(bytes.begin(), bytes.end());
    const std::string_view input(exact.data(), exact.size());
    if (target == "boxes") {
        const auto made = readers::document_of_boxes(std::string(input), small());
        if (made) check(*made, input.size());
        else promise(sound(made.error()), "an error is one line");
        return;
    }
    if (target == "mail-codings") {
        (void)readers::decoded_words(input);
        (void)readers::decoded_body(input, "base64");
        (void)readers::decoded_body(input, "quoted-printable");
        (void)readers::unflowed(input);
        return;
    }
    if (target == "front-matter") {
        promise(readers::read_front_matter(input).size <= input.size(), "front matter ends in the text");
        return;
    }
    // Noise seldom makes a good archive: these put it into one.
    std::string packed;
    if (target == "docx-body") packed = support::packed({{"[Content_Types].xml", ""}, {"word/document.xml", std::string(input)}});
    if (target == "odt-content") packed = support::packed({{"META-INF/manifest.xml", ""}, {"content.xml", std::string(input)}});
    read_options options;
    options.format = packed.empty() ? target : "auto";
    options.limits = small();
    const auto made = read(packed.empty() ? input : std::string_view(packed), options);
    if (!made) return promise(sound(made.error()), "an error is one line");
    for (const auto & d : made->documents) check(d, input.size());
}

}  // namespace fuzz
