#pragma once
#include <rolewright/document.hpp>

#include <string_view>
#include <vector>

namespace rolewright::readers {

/// Tables of pages as what they mean: one of a single column only holds things in place, its cells are paragraphs; a row of
/// several labels and values side by side becomes a row for each pair.
void tidy_tables(std::vector<block> & blocks, std::string_view text);

}  // namespace rolewright::readers
