#pragma once
#include <rolewright/advert.hpp>

#include <optional>
#include <string>
#include <vector>

namespace rolewright {

/// One summand of a decision: which cue or prior spoke, for what, and how loudly.
struct reason {
    std::string rule;  ///< cue id, or "section:duties" for a prior
    std::string says;  ///< "subject candidate", "act demand"
    double weight = 0;
    range where;       ///< the words it matched; empty for a prior
};

/// Whose clause it is and what it does.
struct clause_reading {
    rolewright::subject subject = subject::employer;
    rolewright::act act = act::information;
    bool counts = false;
    ignored_why why = ignored_why::other;  ///< if it does not count
};

/// A passage that asks for one criterion.
struct evidence {
    std::uint16_t criterion = 0;  ///< index into the engine's list of criteria
    range quote;                  ///< the words that carry the ask
    range match;                  ///< the words that the query matched
    std::uint32_t clause = 0;
    rolewright::level level = level::vague;
    rolewright::strength strength = strength::essential;
    section_kind section = section_kind::other;
    std::string rule;             ///< id of the evidence query
    std::optional<security_practice> practice;  ///< of account security: which habit it asks for, where the rule names one
};

/// A passage that looks digital and asks nothing.
struct ignored_passage {
    range quote;
    std::uint32_t clause = 0;
    std::uint16_t criterion = 0;
    ignored_why why = ignored_why::other;
    std::string rule;  ///< the trap, or the evidence query whose clause did not count
};

struct role_reading {
    std::string id;      ///< empty: none found
    std::string family;  ///< empty: none found
    std::string title;   ///< as people call it, e.g. "caseworker"
    role_why why = role_why::none;
};

struct judgement {
    std::vector<clause_reading> clauses;  ///< one for each clause of the advert
    std::vector<rolewright::evidence> evidence;
    std::vector<ignored_passage> ignored;
    role_reading role;
};

/// What settled the strength of a passage.
enum class strength_why : std::uint8_t { act, rule, offer };  ///< what its clause does; the rule's own words; an offer of training in the sentence behind

/// Why a passage has its level and strength.
struct evidence_reason {
    level of_rule = level::vague;  ///< what the rule's words ask by themselves
    std::string bound;             ///< id of the bound that raised or lowered that; empty: none
    range bound_where;             ///< its words
    strength_why strength = strength_why::act;
};

/// Why one clause counts or does not: the decision with all its summands.
struct clause_explanation {
    range text;
    std::uint32_t clause = 0;  ///< into advert::clauses
    section_kind section = section_kind::other;
    clause_reading reading;
    std::vector<reason> reasons;
    std::vector<rolewright::evidence> evidence;
    std::vector<evidence_reason> evidence_reasons;  ///< one for each of `evidence`
    std::vector<ignored_passage> ignored;
};

/// Parts of the model that can be switched off to measure what they are worth.
struct judge_options {
    bool subject_and_act = true;
    bool sections = true;
    bool levels_by_clause = true;
};

}  // namespace rolewright
