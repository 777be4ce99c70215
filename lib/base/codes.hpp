#pragma once
#include <rolewright/note.hpp>
#include <rolewright/result.hpp>

#include <span>

namespace rolewright {

template <class E>
struct code_entry {
    E code;
    std::string_view name;     ///< as it stands in JSON
    std::string_view meaning;  ///< one line, for the documentation
};

std::span<const code_entry<error_code>> error_codes();
std::span<const code_entry<note_code>> note_codes();

}  // namespace rolewright
