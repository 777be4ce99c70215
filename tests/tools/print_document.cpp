// Prints what the readers make of files, block by block, for a person (or a script) to compare with the original.
// print_document [--format NAME] [--text | --statements | --sections] FILE…
#include "base/files.hpp"
#include "support/printed.hpp"

#include <rolewright/rolewright.hpp>

#include <iostream>
#include <string_view>

namespace {

std::string squeezed(std::string_view words) {
    std::string made;
    for (const char c : words) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) made += c;
        else if (!made.empty() && made.back() != ' ') made += ' ';
    }
    return made;
}

// The statements, one a line; with their number and kind, if asked, below a line "== id" for each advert.
void print_statements(const rolewright::reading & read, bool with_kinds) {
    static const auto engine = rolewright::engine::create();
    for (const auto & d : read.documents) {
        const auto review = engine->review(d, {.language = "en", .date = "2026-06-01"});
        if (with_kinds) std::cout << "== " << d.given.id.value_or("") << "\n";
        int number = 0;
        for (const auto & s : review.advert.statements) {
            if (with_kinds) std::cout << ++number << "\t" << to_string(s.kind) << "\t";
            std::cout << squeezed(s.text.of(review.advert.source.text)) << "\n";
        }
    }
}

}  // namespace

int main(int argc, char ** argv) {
    rolewright::read_options options;
    options.pdf_program = "pdftotext";
    std::string_view as = "--blocks";
    int failed = 0;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--format" && i + 1 < argc) {
            options.format = argv[++i];
            continue;
        }
        if (argument == "--text" || argument == "--statements" || argument == "--sections") {
            as = argument;
            continue;
        }
        const auto bytes = rolewright::read_file(argv[i], options.limits.bytes);
        const auto read = bytes ? rolewright::read(*bytes, options) : rolewright::result<rolewright::reading>(bytes.error());
        if (!read) {
            std::cerr << argument << ": " << read.error().message << "\n";
            failed = 1;
            continue;
        }
        if (as == "--statements" || as == "--sections") print_statements(*read, as == "--sections");
        else if (as == "--text")
            for (const auto & d : read->documents) std::cout << d.text << "\n";
        else {
            std::cout << "== " << argument << ": " << read->format << ", " << read->encoding << ", " << read->documents.size() << " documents\n";
            for (const auto & n : read->notes) std::cout << "note " << to_string(n.code) << (n.args.empty() ? "" : " " + n.args[0]) << "\n";
            for (const auto & d : read->documents) {
                std::cout << "-- " << d.part << " " << d.given.title.value_or("") << "\n" << support::printed(d);
                for (const auto & n : d.notes) std::cout << "note " << to_string(n.code) << "\n";
            }
        }
    }
    return failed;
}
