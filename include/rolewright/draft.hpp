#pragma once
#include <rolewright/finding.hpp>

#include <string>
#include <vector>

namespace rolewright {

enum class change_kind : std::uint8_t { move, replace, add, ask };

/// One thing that the draft does differently, and why.
struct change {
    change_kind kind = change_kind::add;
    std::string rule;    ///< criterion, finding or fact that asked for it
    std::string reason;  ///< a sentence for people
    range where;         ///< what it replaces or moves in the original; empty for additions
    std::string text;    ///< what stands in the draft
};

/// The improved advert, its changes and the questions that it could not answer.
struct draft {
    std::string text;    ///< in the format asked for
    std::string format;  ///< "md", "html", "txt"
    std::vector<change> changes;
    std::vector<std::string> questions;
};

}  // namespace rolewright
