// Prints what the readers make of files, block by block, for a person to compare with the original.
// print_document [--format NAME] FILE…
#include "base/files.hpp"
#include "support/printed.hpp"

#include <iostream>
#include <string_view>

int main(int argc, char ** argv) {
    rolewright::read_options options;
    options.pdf_program = "pdftotext";
    int failed = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--format" && i + 1 < argc) {
            options.format = argv[++i];
            continue;
        }
        const auto bytes = rolewright::read_file(argv[i], options.limits.bytes);
        const auto read = bytes ? rolewright::read(*bytes, options) : rolewright::result<rolewright::reading>(bytes.error());
        if (!read) {
            std::cout << "== " << argv[i] << ": " << read.error().message << "\n";
            failed = 1;
            continue;
        }
        std::cout << "== " << argv[i] << ": " << read->format << ", " << read->encoding << ", " << read->documents.size() << " documents\n";
        for (const auto & n : read->notes) std::cout << "note " << to_string(n.code) << (n.args.empty() ? "" : " " + n.args[0]) << "\n";
        for (const auto & d : read->documents) {
            std::cout << "-- " << d.part << " " << d.given.title.value_or("") << "\n" << support::printed(d);
            for (const auto & n : d.notes) std::cout << "note " << to_string(n.code) << "\n";
        }
    }
    return failed;
}
