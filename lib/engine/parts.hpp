#pragma once
#include <rolewright/engine.hpp>

#include "advert/understand.hpp"
#include "packs/load.hpp"

namespace rolewright {

/// The inside of an engine: all packs, compiled, and the templates. Only read once built.
struct engine::parts {
    packs::pack_set packs;
    std::vector<packs::pack_file> templates;
    std::vector<criterion_info> criteria;
    judge_options judging;

    /// The stages after reading. `work` is the caller's, one for each thread.
    rolewright::review review(document doc, const review_options & options, adverts::workspace & work) const;
    const packs::language_set * language_of(const rolewright::review & of) const { return packs.find(of.advert.language); }
};

}  // namespace rolewright
