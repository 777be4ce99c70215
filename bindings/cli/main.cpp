// The program: the only place that looks at the clock, the terminal and the environment.
#include "common.hpp"

#include <fmt/chrono.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>

namespace {

rolewright::cli::surroundings look_around() {
    rolewright::cli::surroundings at;
    at.today = fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr)));
    const bool terminal = isatty(STDOUT_FILENO);
    const char * no_colour = std::getenv("NO_COLOR");
    at.colour = terminal && !(no_colour && *no_colour);
    winsize size{};
    constexpr unsigned narrowest = 40, widest = 100;
    if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) at.width = std::clamp<unsigned>(size.ws_col, narrowest, widest);
    return at;
}

}  // namespace

int main(int argc, char ** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    const auto at = look_around();
    int exit = rolewright::cli::done;
    CLI::App app("Reads job adverts, says what they ask of people's digital skills, and writes better ones.", "rolewright");
    app.set_version_flag("--version", std::string(rolewright::version()));
    app.require_subcommand(1);
    app.failure_message([](const CLI::App *, const CLI::Error & e) { return "rolewright: " + std::string(e.what()) + " (--help shows what is possible)\n"; });
    for (const auto add : {rolewright::cli::add_review, rolewright::cli::add_improve, rolewright::cli::add_facts, rolewright::cli::add_compare, rolewright::cli::add_team, rolewright::cli::add_explain, rolewright::cli::add_batch, rolewright::cli::add_packs, rolewright::cli::add_query})
        add(app, at, exit);
    app.footer("Start with:\n  rolewright review advert.txt\n  rolewright improve advert.txt\n\n`rolewright COMMAND --help` shows examples.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError & e) {
        return app.exit(e) == 0 ? rolewright::cli::done : rolewright::cli::failed;
    } catch (const std::exception & e) {
        rolewright::cli::say({rolewright::error_code::internal, e.what()});
        return rolewright::cli::failed;
    }
    return exit;
}
