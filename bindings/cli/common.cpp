// Options, configuration, inputs and output.
#include "common.hpp"

#include "base/files.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

namespace rolewright::cli {
namespace {

namespace fs = std::filesystem;
constexpr const char * config_name = ".rolewright.toml";
constexpr std::size_t most_config_bytes = 1u << 20;

// The nearest configuration file, from the current folder upwards.
std::string find_config() {
    std::error_code problem;
    for (auto folder = fs::current_path(problem); !problem; folder = folder.parent_path()) {
        if (fs::exists(folder / config_name, problem)) return (folder / config_name).string();
        if (folder == folder.parent_path()) break;
    }
    return {};
}

result<bool> read_config(const std::string & path, common_options & to) {
    auto bytes = read_file(path, most_config_bytes);
    if (!bytes) return std::move(bytes).error();
    const std::pair<const char *, std::string *> texts[] = {{"role", &to.review.role}, {"lang", &to.review.language}, {"country", &to.review.country}, {"date", &to.review.date},
                                                            {"jurisdiction", &to.review.jurisdiction}, {"help-contact", &to.review.help_contact}, {"input", &to.review.input}, {"pdf-program", &to.review.pdf_program}, {"map", &to.map}, {"data", &to.engine.data_folder}};
    try {
        const auto table = toml::parse(*bytes, path);
        for (const auto & [key, value] : table) {
            const auto name = std::string(key.str());
            if (name == "pack") {
                if (const auto * list = value.as_array())
                    for (const auto & p : *list) to.engine.packs.push_back(p.value_or(std::string()));
                continue;
            }
            const auto known = std::find_if(std::begin(texts), std::end(texts), [&](const auto & t) { return name == t.first; });
            error e{error_code::bad_option, {}, path};
            e.line = value.source().begin.line;
            e.column = value.source().begin.column;
            if (known == std::end(texts)) return e.message = "expected the name of an option, found '" + name + "'", e;
            const auto text = value.value<std::string>();
            if (!text) return e.message = "expected a text for '" + name + "'", e;
            if (known->second->empty()) *known->second = *text;
        }
    } catch (const toml::parse_error & broken) {
        error e{error_code::bad_option, "expected TOML: " + std::string(broken.description()), path};
        e.line = broken.source().begin.line;
        e.column = broken.source().begin.column;
        return e;
    }
    return true;
}

}  // namespace

void add_common_options(CLI::App & command, common_options & to) {
    command.add_option("--input", to.review.input, "format of the input, if it should not be told by its content")->check(CLI::IsMember(std::vector<std::string>(input_formats().begin(), input_formats().end())));
    command.add_option("--map", to.map, "file that says where adverts and fields stand in XML, JSON or a table");
    command.add_option("--pdf-program", to.review.pdf_program, "program that reads PDF files (default: pdftotext)");
    command.add_option("--pack", to.engine.packs, "folder with a pack to add (may be given several times)")->allow_extra_args(false);
    command.add_option("--role", to.review.role, "id of the role or family, instead of the one the title says");
    command.add_option("--lang", to.review.language, "language of the adverts, e.g. en");
    command.add_option("--country", to.review.country, "two-letter country: settles a bare $ and the order of day and month");
    command.add_option("--date", to.review.date, "today's date for the rules that need one, YYYY-MM-DD");
    command.add_option("--jurisdiction", to.review.jurisdiction, "where the law of the rules holds, e.g. UK");
    command.add_option("--config", to.config, "configuration file (default: .rolewright.toml, here or above)");
    command.add_flag("--no-config", to.no_config, "read no configuration file");
    command.add_option("--data", to.engine.data_folder, "folder with criteria/ and templates/ instead of the built-in ones");
}

result<bool> settle(common_options & options, const surroundings & at) {
    if (!options.no_config) {
        const auto path = options.config.empty() ? find_config() : options.config;
        if (!path.empty())
            if (auto read = read_config(path, options); !read) return read;
    }
    if (!options.map.empty()) {
        auto bytes = read_file(options.map, most_config_bytes);
        if (!bytes) return std::move(bytes).error();
        auto map = field_map::parse(*bytes, options.map);
        if (!map) return std::move(map).error();
        options.review.map = *std::move(map);
    }
    if (options.review.date.empty()) options.review.date = at.today;
    if (options.review.pdf_program.empty()) options.review.pdf_program = "pdftotext";
    if (!date_from_string(options.review.date)) return error{error_code::bad_option, "expected a date as YYYY-MM-DD, found '" + options.review.date + "'"};
    return true;
}

void say(const error & e) { fmt::print(stderr, "rolewright: {}\n", e.to_string()); }

error say_of(const std::string & path, error e) {
    if (e.file.empty()) e.file = path;
    say(e);
    return e;
}

bool put(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

result<engine> make_engine(const common_options & options) { return engine::create(options.engine); }

result<engine> engine_for_reviews(common_options & options, const surroundings & at) {
    if (auto settled = settle(options, at); !settled) return std::move(settled).error();
    auto made = make_engine(options);
    if (made && !options.review.role.empty())
        if (auto known = made->check_role(options.review.role); !known) return std::move(known).error();
    return made;
}

result<review_result> review_file(const engine & with, const std::string & path, const common_options & options) {
    auto bytes = read_file(path, options.review.limits.bytes);
    if (!bytes) return std::move(bytes).error();
    auto review = options.review;
    review.source = path;
    return with.review(*bytes, review);
}

}  // namespace rolewright::cli
