#pragma once
#include <rolewright/engine.hpp>

#include "packs/say.hpp"

#include <string>

// Words of an advert as reports quote them.
namespace rolewright::rendering {

constexpr unsigned quote_columns = 60;

/// Where `where` begins in the input's own bytes; in the text where the format has no such place.
place place_in(const review & of, const review_result & from, range where);

/// "line 9".
std::string on_line(const review & of, const review_result & from, range where, const packs::messages & say);

/// The words between quotation marks, shortened.
std::string quoted(const review & of, range where, unsigned most = quote_columns);

/// A title in the middle of a sentence: "e-mail and calendars", but "AI".
std::string within_sentence(std::string title);

}  // namespace rolewright::rendering
