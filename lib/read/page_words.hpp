#pragma once
#include "read/page_layout.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

/// The words of a document whose lines were broken: they tell whether a hyphen at a line's end belongs to its word.
class word_list {
public:
    explicit word_list(const std::vector<page> & pages);

    /// Appends the next line of the same paragraph.
    void join(std::string & text, std::string_view next) const;

private:
    std::set<std::string, std::less<>> words_;
    bool hyphenates_ = false;
};

}  // namespace rolewright::readers
