#pragma once
#include <rolewright/draft.hpp>
#include <rolewright/engine.hpp>

#include "packs/model.hpp"
#include "packs/say.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::improving {

/// A line of the facts at the top: what the advert says, or nothing where it must be asked.
struct fact_row {
    std::string fact;                 ///< "salary", "hours_per_week", "contract", "location", "workplace", "closing"
    std::vector<std::string> values;  ///< empty: a question
    bool no_question = false;         ///< without values: no row, because the text says something of it or nobody needs to be asked
};

/// The facts that people look for first.
struct fact_table {
    std::vector<fact_row> rows;
    std::vector<std::uint32_t> moved;  ///< statements that went there whole, ascending
    std::vector<change> changes;
};

/// Key-value lines of these facts go to the table. What is said in running text stays there, and the table says it too; what
/// stood beside the text is known, and nobody needs to be asked. A line that asks for a skill (`asks`: how often each
/// statement does) stays where it is.
fact_table make_fact_table(const review & of, std::span<const std::uint32_t> asks, const packs::language_set & set, const packs::messages & say);

/// The value of a key-value line, as it is written.
std::string value_of(const statement & s, std::string_view text);

}  // namespace rolewright::improving
