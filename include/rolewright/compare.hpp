#pragma once
#include <rolewright/range.hpp>
#include <rolewright/vocabulary.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright {

/// How the advert stands to the description of its job, in one criterion or fact. `weaker` is said of criteria (the advert
/// asks in general what the description asks in particular, or wishes for what it demands), `differs` of facts.
enum class standing : std::uint8_t { dropped, weaker, differs, kept, added };

/// One criterion that the advert, the description or both ask for.
struct criterion_comparison {
    std::uint16_t criterion = 0;
    rolewright::standing standing = standing::kept;
    std::vector<std::uint32_t> advert;       ///< into the judgement::evidence of the advert, what asks most first
    std::vector<std::uint32_t> description;  ///< the same of the description
    std::string sentence;            ///< dropped, weaker: ready to paste into the advert
    bool own_words = false;          ///< the sentence is the description's own; else the packs'
};

/// One fact that the description states, or both do.
struct fact_comparison {
    std::string_view fact;  ///< its name in the vocabulary
    rolewright::standing standing = standing::kept;
    std::vector<std::string> missing;  ///< of a fact with several values (licences, checks): those that the advert lacks
    std::vector<range> advert;         ///< where the advert states it, best first
    std::vector<range> description;    ///< where the description states it; of a fact with several values: the missing ones
};

/// An advert beside the description of its job.
struct comparison {
    bool judged = false;  ///< false: one of the two could not be judged; then only facts are compared
    std::vector<criterion_comparison> criteria;  ///< in the order of the packs
    std::vector<fact_comparison> facts;
};

/// How well a team as a whole asks for something: by a tool or a task, in general words alone, or not at all.
enum class team_coverage : std::uint8_t { asked, vague, nobody };

/// What one advert of the team asks for a criterion.
struct team_ask {
    std::uint32_t advert = 0;  ///< its number among those given
    rolewright::level level = level::vague;
    rolewright::strength strength = strength::essential;
    std::vector<std::uint32_t> evidence;  ///< into its judgement::evidence, what asks most first
};

/// One criterion for the whole team.
struct team_criterion {
    std::uint16_t criterion = 0;
    bool basic = false;                   ///< everyday or security: every team needs somebody who can do it
    team_coverage coverage = team_coverage::nobody;
    std::vector<team_ask> asked_by;
    std::vector<std::uint32_t> core_for;  ///< the adverts whose work is made of it
    std::string sentence;                 ///< not asked, or only in general: ready to paste …
    std::optional<std::uint32_t> best_for;  ///< … into this advert
};

/// A habit of account security, and who is asked for it.
struct team_practice {
    security_practice practice = security_practice::two_factor;
    std::vector<std::uint32_t> asked_by;
    std::string sentence;  ///< nobody: ready to paste
};

/// Several adverts of one office.
struct team_view {
    std::vector<std::uint32_t> judged;     ///< the adverts that could be judged; the others are left out of all that follows
    std::vector<team_criterion> criteria;  ///< the basics, and what the work of one of them is made of or one of them asks; in the order of the packs
    std::vector<team_practice> practices;
};

}  // namespace rolewright
