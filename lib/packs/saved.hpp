#pragma once
#include "packs/model.hpp"

#include <map>
#include <string>
#include <string_view>

// What compiling the built-in packs makes, kept as bytes in the library: it is made when the library is built, and an
// engine whose packs are exactly those takes it up instead of compiling them again.
namespace rolewright::packs {

/// The compiled part of a language_set.
struct saved_language {
    text::lexicon words;
    query::program program;
};

std::string save(const pack_set & packs);

/// By language; empty where `bytes` were not saved from packs of this hash.
std::map<std::string, saved_language> restore(std::string_view bytes, std::string_view hash);

}  // namespace rolewright::packs
