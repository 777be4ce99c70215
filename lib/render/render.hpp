#pragma once
#include <rolewright/engine.hpp>

#include "base/json.hpp"
#include "packs/model.hpp"

#include <string>

namespace rolewright::rendering {

/// What every rendered result names.
struct frame {
    const packs::pack_set & packs;
    const review_options & options;
};

/// `review --format json`: {"schema":1,"engine":…,"packs":[…],"adverts":[…],"notes":[…]} with a line end.
/// `results` are the inputs in order; `errors` those that could not be read.
std::string review_json(std::span<const review_result> results, std::span<const error> errors, const frame & in);

/// One advert as an object, without line end: a line of `batch` (with "schema", "engine", "packs_hash") or an element of "adverts".
std::string advert_json(const review & of, const review_result & from, const frame & in, bool as_line);

struct terminal {
    bool colour = false;
    unsigned width = 80;
};

/// The review as a person reads it.
std::string review_text(const review_result & result, const frame & in, const terminal & on);

/// What a pack holds, for people: of a criteria pack one criterion (`only`) or all, with the queries where asked for.
std::string pack_text(const pack_info & pack, const frame & in, const terminal & on, std::string_view only, bool with_queries);

std::string facts_json(std::span<const review_result> results, const frame & in);
std::string facts_text(const review_result & result, const frame & in, const terminal & on);

/// An advert with the explanations of some of its clauses, or of all.
struct explained {
    const review & advert;
    const review_result & from;
    std::vector<clause_explanation> clauses;
};

/// Why each of the clauses counts or does not. `whole`: the score first, part by part and criterion by criterion, then
/// the clauses that hold evidence or what only looks so.
std::string explanation_text(const explained & of, const frame & in, const terminal & on, bool whole);

/// The same as JSON, with a line end: {"schema":1,…,"adverts":[{"score":…,"parts":[…],"criteria":[…],"clauses":[…]}]}.
std::string explanation_json(std::span<const explained> of, const frame & in);

/// One advert of an input.
struct named_advert {
    const review & advert;
    const review_result & from;
};

/// An advert beside the description of its job, as a person reads it, and as JSON with a line end.
std::string comparison_text(const named_advert & advert, const named_advert & description, const comparison & of, const frame & in, const terminal & on);
std::string comparison_json(const named_advert & advert, const named_advert & description, const comparison & of, const frame & in);

/// Several adverts as a team; `errors` are the inputs that could not be read.
std::string team_text(std::span<const named_advert> adverts, const team_view & of, const frame & in, const terminal & on);
std::string team_json(std::span<const named_advert> adverts, const team_view & of, std::span<const error> errors, const frame & in);

/// The adverts' text with names, e-mail addresses and telephone numbers blanked; what surrounds them on a page is left out.
std::string redacted_text(const review_result & result, const frame & in);

}  // namespace rolewright::rendering
