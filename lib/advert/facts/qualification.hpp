#pragma once
#include "advert/facts/fact_words.hpp"

namespace rolewright::adverts {

/// The qualification that is asked for, in the advert's words: "NVQ Level 2 in Business Administration", "ECDL or equivalent".
void read_qualification(const fact_words & in, fact<std::string> & to);

/// How many people are wanted.
void read_posts(const fact_words & in, fact<std::uint32_t> & to);

}  // namespace rolewright::adverts
