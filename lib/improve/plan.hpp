#pragma once
#include <rolewright/draft.hpp>
#include <rolewright/engine.hpp>

#include "improve/fact_table.hpp"
#include "packs/model.hpp"
#include "packs/say.hpp"

#include <string>
#include <vector>

namespace rolewright::improving {

/// A piece of the draft's body, in order.
struct piece {
    enum class kind : std::uint8_t { heading, line, item };
    kind what = kind::line;
    std::string text;
    std::uint8_t level = 1;  ///< item: nesting
    bool spaced = false;     ///< line: an empty line stands before it
    bool safety = false;     ///< heading of the part on keeping information safe: the template has the words
    bool duties = false;     ///< heading of the duties: the template has the words
    bool apply = false;      ///< heading of how to apply: the template has the words
    bool closing = false;    ///< line: it closes an advert (how to apply, pay, benefits, equality, who we are)
};

struct plan {
    std::string title;  ///< empty: a question
    std::vector<fact_row> facts;
    std::vector<piece> body;
    std::vector<change> changes;
};

/// What to keep, move, replace, add and ask.
plan make_plan(const review & of, const packs::language_set & set, const packs::messages & say);

}  // namespace rolewright::improving
