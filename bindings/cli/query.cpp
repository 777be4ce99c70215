// rolewright query
#include "common.hpp"

#include "engine/parts.hpp"

#include <fmt/format.h>

#include <memory>

namespace rolewright::cli {
namespace {

struct options : common_options {
    std::string query;
    std::vector<std::string> files;
};

int run(options o, const surroundings & at) {
    if (auto settled = settle(o, at); !settled) return say(settled.error()), failed;
    const auto parsed = query::parse(o.query);
    if (!parsed) {
        auto e = parsed.error();
        e.file = "query";
        return say(e), failed;
    }
    const auto with = make_engine(o);
    if (!with) return say(with.error()), failed;
    bool any_error = false;
    for (const auto & path : o.files) {
        const auto result = review_file(*with, path, o);
        if (!result) {
            auto e = result.error();
            if (e.file.empty()) e.file = path;
            say(e);
            any_error = true;
            continue;
        }
        for (const auto & a : result->adverts) {
            const auto * set = with->inside().language_of(a);
            if (!set) continue;
            text::lexicon words;
            query::program_builder builder(set->forms, words);
            if (auto added = builder.add(query::place::clause, *parsed, [](std::string_view) { return nullptr; }); !added) {
                auto e = added.error();
                e.file = "query";
                return say(e), failed;
            }
            const auto program = std::move(builder).build();
            const auto & text = a.advert.source.text;
            for (std::uint32_t c = 0; c < a.advert.clauses.size(); ++c) {
                std::vector<text::token> tokens;
                text::tokenize(text, a.advert.clauses[c].text, words, tokens);
                const auto & reading = a.judgement.clauses[c];
                const query::context where{a.advert.statements[a.advert.clauses[c].statement].kind, reading.act, reading.subject};
                for (const auto & m : program.find(query::place::clause, text, tokens, where)) {
                    const range found{tokens[m.first].text.begin, tokens[m.last - 1].text.end};
                    const auto source = a.advert.source.source_of(found);
                    const auto p = source ? place_of(result->bytes, source->begin) : place_of(text, found.begin);
                    if (!put(fmt::format("{}:{}:{}: {}\n", path, p.line, p.column, found.of(text)))) return failed;
                }
            }
        }
    }
    return any_error ? failed : done;
}

}  // namespace

void add_query(CLI::App & app, const surroundings & at, int & exit) {
    const auto o = std::make_shared<options>();
    auto * command = app.add_subcommand("query", "search adverts with the query language");
    command->add_option("query", o->query, "e.g. 'maintain~ .. spreadsheet~'")->required()->type_name("QUERY");
    command->add_option("files", o->files, "adverts; - is standard input")->required()->type_name("FILE");
    add_common_options(*command, *o);
    command->footer("Examples:\n  rolewright query 'spreadsheet~ | =Excel' *.txt\n  rolewright query '@section:duties update .. website' advert.html");
    command->callback([o, &at, &exit] { exit = run(*o, at); });
}

}  // namespace rolewright::cli
