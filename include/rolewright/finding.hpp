#pragma once
#include <rolewright/score.hpp>

#include <string>
#include <vector>

namespace rolewright {

struct edit {
    range where;  ///< in document::text; empty: put in before `where.begin`
    std::string text;
};

struct fix {
    std::string title;
    fix_safety safety = fix_safety::ask;
    std::vector<edit> edits;
};

struct finding {
    std::string rule;
    rolewright::severity severity = severity::advice;
    std::string message;
    std::string why;
    range where;  ///< empty: about the advert as a whole
    std::vector<fix> fixes;
};

}  // namespace rolewright
