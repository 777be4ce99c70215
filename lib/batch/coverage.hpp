#pragma once
#include <rolewright/engine.hpp>

#include "advert/understand.hpp"
#include "packs/model.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rolewright {

/// A place where a rule matched.
struct coverage_sample {
    std::string source;      ///< file
    std::uint32_t line = 0;  ///< of the file, from 1; 0: the format has none
    std::string before, match, after;  ///< the clause, cut around the match
    std::string order;       ///< by which samples are chosen: the same whatever the order of the files
};

/// What one rule did over many adverts.
struct rule_coverage {
    std::string id, criterion;  ///< criterion: empty where the rule has none
    packs::owner_kind kind = packs::owner_kind::evidence;
    std::string is;             ///< level of evidence, reason of a trap, severity of a rule, what a cue speaks for
    packs::origin at;
    std::uint64_t hits = 0;     ///< matches
    std::uint64_t counted = 0;  ///< matches that changed the result: evidence counted, a trap that took some away
    std::uint64_t adverts = 0;  ///< with at least one match
    std::vector<coverage_sample> samples;
};

/// Counts what every rule of the packs does over a corpus. Not shared between threads.
class coverage {
public:
    coverage(const engine & with, const review_options & options, std::size_t samples);

    /// One file: an advert in any format that can be read, or NDJSON, one advert a line. The error of a file that
    /// cannot be read.
    result<bool> add(const std::string & bytes, const std::string & source);

    std::uint64_t adverts() const { return adverts_; }
    std::uint64_t unread_records() const { return unread_; }
    /// All rules, most hits first; those without any at the end, by id.
    std::vector<rule_coverage> rules() const;

private:
    void add_document(document doc, const std::string & source, std::string_view bytes, std::uint32_t line);
    void add_hit(rule_coverage & to, const review & in, range clause, range match, const std::string & source, std::string_view bytes, std::uint32_t line, bool counted);

    const engine & with_;
    review_options options_;
    std::size_t most_samples_;
    adverts::workspace work_;
    std::uint64_t adverts_ = 0, unread_ = 0;
    /// By language: one entry for each evidence, trap, cue and lint rule of the packs.
    std::map<std::string, std::map<std::pair<packs::owner_kind, std::uint32_t>, rule_coverage>> by_rule_;
    std::map<const rule_coverage *, std::uint64_t> last_advert_;
};

}  // namespace rolewright
