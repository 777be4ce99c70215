#pragma once
#include <rolewright/engine.hpp>
#include <rolewright/vocabulary.hpp>

#include "packs/fact_names.hpp"
#include "packs/word_kinds.hpp"
#include "query/query.hpp"
#include "text/inflection.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// What packs hold, as values: one struct for each element of criteria/README.md.
namespace rolewright::packs {

/// Where in the packs something stands, for messages.
struct origin {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Where it comes from what a pack says.
struct source_note {
    std::string id, title, year, url;
    origin at;
};

/// A text that must (or must not) match; `marked` is the part in <m>, empty where the whole may match.
struct example {
    std::string text;
    range marked;
    bool yes = true;
    origin at;
};

/// What every element with queries has. `queries` are alternatives; `compiled` are their numbers in the program.
struct queried {
    std::string id;
    std::vector<query::expression> queries;
    std::vector<origin> places;  ///< of the queries, one for each
    std::vector<std::uint32_t> compiled;
    std::vector<example> examples;
    origin at;
};

// --- criteria ---

struct criterion {
    std::string id, title, about;
    score_part part = score_part::everyday;
    bool everyone = false;
    std::vector<std::string> implied_by;  ///< criteria: whoever is asked for one of them need not be told of this one
};

struct evidence_rule : queried {
    std::uint16_t criterion = 0;
    rolewright::level level = level::tool;
    std::optional<rolewright::strength> strength;
    std::optional<security_practice> practice;
    std::string source;
    std::vector<std::string> roles;   ///< roles and families whose adverts it is for; empty: all
    std::vector<std::string> except;  ///< roles and families whose adverts mean something else by the words
    bool holds_for(const role_reading & role) const;
};

/// Words beside an ask that say whether it is known or done: evidence within reach of them has at most, or at least, a level.
struct level_bound : queried {
    rolewright::level least = rolewright::level::vague;
    rolewright::level most = rolewright::level::practical;
    std::uint32_t reach = 4;  ///< words between the two
    bool after = false;       ///< its words stand behind the evidence ("… troubleshooting skills"), not before it
};

struct trap_rule : queried {
    std::optional<std::uint16_t> criterion;
    ignored_why why = ignored_why::other;
    bool whole_clause = false;
};

struct suggestion {
    std::string id, sentence;
    std::uint16_t criterion = 0;
    learning_way way = learning_way::shown;
    std::optional<security_practice> practice;  ///< it asks for this habit alone
    rolewright::strength strength = strength::trained;
    std::vector<std::string> families;
    origin at;
};

struct tool {
    std::string name, url;
    bool free = false;    ///< of charge, at least for small needs
    std::string note;     ///< what to know about that: "up to three accounts"
};

/// Tools that serve one purpose; examples, not recommendations.
struct tool_kind {
    std::uint16_t criterion = 0;
    std::string purpose, source;
    std::optional<security_practice> practice;
    std::vector<rolewright::packs::tool> tools;
    origin at;
};

/// A habit of account security as people call it.
struct practice_note {
    security_practice practice = security_practice::two_factor;
    std::string title, about;
};

/// What one criterion stands for in a framework.
struct framework_map {
    std::uint16_t criterion = 0;
    std::vector<std::string> items;       ///< ids of the framework's items
    std::vector<std::uint16_t> places;    ///< the same, as their places in framework::items
    std::vector<std::string> statements;  ///< finer statements below them, as the framework numbers them
};

struct framework {
    std::string id, title, source;
    std::vector<std::pair<std::string, std::string>> items;  ///< id and name of every competence or area
    std::vector<framework_map> maps;
    origin at;
};

struct scoring {
    double level[3] = {0, 0, 0};
    double strength[4] = {0, 0, 0, 0};
    double band_from[4] = {0, 0, 0, 0};
};

struct criteria_pack {
    std::vector<rolewright::packs::criterion> criteria;  ///< in the vocabulary's order
    std::vector<evidence_rule> evidence;
    std::vector<trap_rule> traps;
    std::vector<level_bound> bounds;
    std::vector<suggestion> suggestions;
    /// By family, and then by criterion: the place of the suggestion that is best in its adverts; under "" for all other families.
    std::map<std::string, std::vector<std::uint16_t>, std::less<>> best_suggestions;
    static constexpr std::uint16_t no_suggestion = 0xFFFF;
    std::vector<tool_kind> tools;
    std::vector<practice_note> practices;
    std::vector<framework> frameworks;
    rolewright::packs::scoring scoring;
};

// --- language ---

struct heading_rule : queried {
    section_kind kind = section_kind::other;
    bool whole = true;
};

struct prior {
    section_kind section = section_kind::other;
    std::optional<rolewright::subject> subject;
    std::optional<rolewright::act> act;
    double weight = 0;
};

struct cue : queried {
    std::optional<rolewright::subject> subject;
    std::optional<rolewright::act> act;
    std::optional<section_kind> section;
    std::optional<ignored_why> why;  ///< why a clause that this cue takes from the candidate is ignored
    double weight = 2;
    bool opens = false;  ///< speaks only where its words open the clause
    bool introduces = false;  ///< what stands before it is the employer's name: it speaks in every clause that opens with that
};

/// A new clause begins before the words (or the mark).
struct breaker : queried {
    std::string mark;
};

struct kind_words {
    std::string name;   ///< the attribute `is` as written
    std::string value;  ///< "1", "GBP", "hour", …
    std::vector<std::string> words;
};

struct fact_label : queried {
    std::string fact;
};

struct fact_value : queried {
    std::string fact, value;
    fact_name about = fact_name::none;  ///< what `fact` names
};

/// What a title carries besides the job: "part-time", "maternity cover".
struct title_aside : queried {
    bool alone = false;  ///< only where the piece of the title holds nothing else: "Nurse (Bank)", not "Bank Clerk"
};

struct language_pack {
    std::string tag;
    std::vector<heading_rule> headings;
    std::vector<prior> priors;
    std::vector<cue> cues;
    std::vector<breaker> breakers;
    std::unordered_set<std::string> abbreviations;  ///< folded, with their dots
    std::unordered_set<std::string> openers;        ///< folded: words that open a line of an advert
    text::inflection_rules inflection;
    std::vector<kind_words> kinds;
    std::vector<fact_label> labels;
    std::vector<fact_value> values;
    std::vector<title_aside> asides;
    std::map<std::string, std::string, std::less<>> short_words;  ///< folded, to what they are short for: "snr", "senior"
    std::vector<std::string> common;
    std::vector<std::string> never_first, never_last;  ///< folded: words that neither open nor close a quotation
    std::vector<std::string> organisations;            ///< folded: words of employers' names, "council", "ltd"
    std::vector<std::string> occupations;              ///< folded: words of jobs' names, whatever the trade, "officer"
};

// --- roles ---

struct role_family : queried {
    std::string title;
    bool generic = false;  ///< the title ("manager") leaves the trade open: plain duties say more
    std::vector<std::uint16_t> core, fits;
};

struct role : queried {
    std::string title, family;
    bool generic = false;  ///< as of a family
    std::optional<std::vector<std::uint16_t>> core;
    std::vector<query::expression> duties;
    std::vector<std::uint32_t> compiled_duties;
};

struct roles_pack {
    std::vector<role_family> families;
    std::vector<rolewright::packs::role> roles;
};

// --- rules ---

enum class rule_kind : std::uint8_t { words, missing, length, sentence, count, question, capitals, dates, gap, repeat };

struct rule_fix {
    std::string title, text;
    fix_safety safety = fix_safety::ask;
};

struct rule : queried {
    // What every advert asks of it first, then its words.
    rule_kind kind = rule_kind::words;
    rolewright::severity severity = severity::advice;
    bool fills_in = false;                   ///< message or why name what was found; else they are the same for every advert
    std::optional<std::uint32_t> most, least;
    std::vector<std::string> except;         ///< roles and families whose adverts it is not for
    std::vector<std::string> facts;          ///< missing: one of them stated is enough; words: nothing is found where one is stated
    std::vector<std::string> jurisdictions;
    std::vector<section_kind> sections;
    std::string first, then, criterion, message, why;
    std::vector<rule_fix> fixes;
};

struct rules_pack {
    std::vector<rolewright::packs::rule> rules;
};

// --- messages ---

struct messages_pack {
    std::map<std::string, std::string, std::less<>> patterns;
};

/// A named list of words: what `$name` stands for.
struct named_list {
    query::expression body;
    origin at;
};

/// What an element of the packs is to the program; each kind has its vector in the language_set.
enum class owner_kind : std::uint8_t { heading, cue, breaker, label, value, aside, evidence, trap, bound, family_title, role_title, role_duty, rule };

constexpr query::place place_of(owner_kind kind) {
    switch (kind) {
        case owner_kind::heading: return query::place::heading;
        case owner_kind::label: return query::place::label;
        case owner_kind::aside:
        case owner_kind::family_title:
        case owner_kind::role_title: return query::place::title;
        case owner_kind::breaker: return query::place::statement;
        default: return query::place::clause;
    }
}

/// Queries [begin, end) of a program.
struct query_span {
    std::uint32_t begin = 0, end = 0;
    bool contains(std::uint32_t query) const { return begin <= query && query < end; }
};

/// Everything that is known for one language, compiled: the words, the forms and the program of all queries.
struct language_set {
    language_pack language;
    criteria_pack criteria;
    roles_pack roles;
    rules_pack rules;
    messages_pack messages;
    std::vector<source_note> sources;
    std::map<std::string, named_list, std::less<>> lists;
    text::inflector forms;
    text::lexicon words;
    query::program program;
    bool taken_up = false;  ///< words and program are those that were saved when the library was built
    /// Which element a query of the program belongs to.
    struct owner {
        owner_kind what = owner_kind::rule;
        std::uint32_t index = 0;  ///< into the vector of its kind
    };
    std::vector<owner> owners;
    /// The queries of one kind stand together.
    std::array<query_span, static_cast<std::size_t>(owner_kind::rule) + 1> queries_by_kind;
    query_span queries_of(owner_kind kind) const { return queries_by_kind[static_cast<std::size_t>(kind)]; }
    /// What `language.kinds` say of words, and by word which of these, or none.
    std::vector<word_meaning> meanings;
    std::vector<std::uint16_t> meaning_by_word;
    std::vector<fact_kinds> kinds_by_word;  ///< the kinds of the meaning; of every word of the lexicon
    const word_meaning * meaning_of(text::word_id word) const {
        const auto number = word < meaning_by_word.size() ? meaning_by_word[word] : 0;
        return number ? &meanings[number - 1u] : nullptr;
    }
    /// `language.never_first`, `never_last`, `organisations` and `occupations` as words of the lexicon.
    std::unordered_set<text::word_id> never_first, never_last, organisations, occupations;
};

struct pack_file {
    std::string path;  ///< relative to the data folder: "digital-skills/en/spreadsheets.xml"
    std::string bytes;
};

/// All packs that an engine uses, by language tag.
struct pack_set {
    std::map<std::string, language_set, std::less<>> languages;
    std::vector<pack_info> infos;
    std::string hash;

    const language_set * find(std::string_view language) const;  ///< by the primary subtag
};

}  // namespace rolewright::packs
