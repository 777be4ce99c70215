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

std::string facts_json(std::span<const review_result> results, const frame & in);
std::string facts_text(const review_result & result, const frame & in, const terminal & on);
/// The adverts' text with names, e-mail addresses and telephone numbers blanked; what surrounds them on a page is left out.
std::string redacted_text(const review_result & result, const frame & in);
std::string explanation_text(const std::vector<clause_explanation> & of, const review & in_advert, const frame & in, const terminal & on);

}  // namespace rolewright::rendering
