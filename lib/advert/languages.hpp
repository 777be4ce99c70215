#pragma once
#include <rolewright/document.hpp>

#include <map>
#include <string>
#include <vector>

namespace rolewright::adverts {

/// What languages a document is written in.
struct languages {
    std::string tag;                      ///< of most of it; empty: not known
    std::map<std::string, double> share;  ///< of the main text, by tag
    std::vector<std::string> of_block;    ///< by block; empty: not known. None at all: every block is in `tag`
};

/// `likely` settles words that are at home in several languages.
languages languages_of(const document & of, std::string_view likely);

}  // namespace rolewright::adverts
