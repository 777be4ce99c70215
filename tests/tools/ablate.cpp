// What each idea of the judgement is worth: `ablate WHAT < adverts.ndjson` prints the lines that `batch` would, with a
// part of the model switched off. WHAT is whole, no-subject-and-act, no-sections or no-levels-by-clause.
#include <rolewright/batch.hpp>

#include <fmt/format.h>

#include <iostream>
#include <iterator>

int main(int argc, char ** argv) {
    const std::string_view what = argc == 2 ? argv[1] : "";
    rolewright::judge_options judging;
    if (what == "no-subject-and-act") judging.subject_and_act = false;
    else if (what == "no-sections") judging.sections = false;
    else if (what == "no-levels-by-clause") judging.levels_by_clause = false;
    else if (what != "whole") return fmt::print(stderr, "expected whole, no-subject-and-act, no-sections or no-levels-by-clause, found '{}'\n", what), 2;
    const auto engine = rolewright::engine::create({.judging = judging});
    if (!engine) return fmt::print(stderr, "{}\n", engine.error().to_string()), 2;
    const std::string input(std::istreambuf_iterator<char>(std::cin), {});
    const auto counts = rolewright::batch(*engine, input, {{.date = "2026-06-01"}}, [](std::string_view line) { return static_cast<bool>(std::cout << line); });
    if (!counts) return fmt::print(stderr, "{}\n", counts.error().to_string()), 2;
    return 0;
}
