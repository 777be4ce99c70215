#pragma once
#include <rolewright/rolewright.hpp>

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

// What the commands share: options, inputs, output, exit codes.
namespace rolewright::cli {

enum exit_code : int { done = 0, findings = 1, failed = 2 };

/// The options that every command takes.
struct common_options {
    engine_options engine;
    review_options review;
    std::string config;
    std::string map;
    bool no_config = false;
};

/// What only the program may look at: the clock, the terminal, the environment. Filled once, in main.
struct surroundings {
    std::string today;
    bool colour = false;
    unsigned width = 80;
};

void add_common_options(CLI::App & command, common_options & to);

/// Fills in what options left open: the configuration file, today's date, the installed data folder.
result<bool> settle(common_options & options, const surroundings & at);

/// Says an error on standard error, one line.
void say(const error & e);

/// Says what is wrong with an input, and gives it back with the input's name.
error say_of(const std::string & path, error e);

/// Writes to standard output; false once it is closed.
bool put(std::string_view bytes);

result<engine> make_engine(const common_options & options);

/// Settles the options and makes the engine of a command that reviews many inputs: an unknown role is said once, before any.
result<engine> engine_for_reviews(common_options & options, const surroundings & at);
result<review_result> review_file(const engine & with, const std::string & path, const common_options & options);

void add_review(CLI::App & app, const surroundings & at, int & exit);
void add_improve(CLI::App & app, const surroundings & at, int & exit);
void add_facts(CLI::App & app, const surroundings & at, int & exit);
void add_compare(CLI::App & app, const surroundings & at, int & exit);
void add_team(CLI::App & app, const surroundings & at, int & exit);
void add_explain(CLI::App & app, const surroundings & at, int & exit);
void add_batch(CLI::App & app, const surroundings & at, int & exit);
void add_packs(CLI::App & app, const surroundings & at, int & exit);
void add_query(CLI::App & app, const surroundings & at, int & exit);

}  // namespace rolewright::cli
