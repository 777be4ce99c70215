#pragma once
#include <string>
#include <string_view>
#include <vector>

// What is fuzzed: each format of the table of readers under its own name ("auto" tells formats too), and the inner readers
// that no format reaches by itself. Corpora in tests/fuzz/corpus/NAME are also run as an ordinary test with every compiler.
namespace fuzz {

std::vector<std::string> targets();

/// Reads `bytes` as the target does; ends the program if what comes out breaks a promise.
void run(std::string_view target, std::string_view bytes);

}  // namespace fuzz
