#pragma once
#include <rolewright/judgement.hpp>

#include "advert/understand.hpp"

#include <string_view>
#include <vector>

namespace rolewright::judging {

/// For each clause its subject and act; what asks for which criterion; what looks digital and asks nothing; the role.
/// `role` is the id of a role or family, or empty.
judgement judge(const advert & of, const packs::language_set & set, std::string_view role, const judge_options & options,
                adverts::workspace & work);

/// How each criterion stands to a role: core, fits or ask.
std::vector<relevance> relevances_of(const role_reading & role, const packs::language_set & set);

/// The same decision again, with all its summands, for the clauses that touch `where`.
std::vector<clause_explanation> explain(const advert & of, const judgement & judged, range where, const packs::language_set & set,
                                        const judge_options & options, adverts::workspace & work);

}  // namespace rolewright::judging
