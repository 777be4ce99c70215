#pragma once
#include <rolewright/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rolewright {

/// What a program run for us may cost; more ends it.
struct child_limits {
    std::uint32_t seconds = 30;      ///< by the clock, and of computing
    std::size_t memory = 1u << 30;   ///< bytes of address space
    std::size_t output = 1u << 28;   ///< bytes that it may write
};

struct child_outcome {
    int exit = 0;
    std::string output, messages;  ///< standard output; the first bytes of standard error
};

/// Runs a program (a path, or a name to look for in PATH) with `input` as its standard input, a file that can be sought.
/// Not found: `missing_program`; limits passed: `too_large`. Safe to call from several threads.
result<child_outcome> run_child(const std::string & program, const std::vector<std::string> & arguments, std::string_view input, const child_limits & limits);

}  // namespace rolewright
