#pragma once
#include "read/tree.hpp"

namespace rolewright::readers {

/// JSON:API keeps related things apart, in "included", and refers to them by type and id: each reference is given the
/// attributes of what it refers to.
void join_included(tree & of);

}  // namespace rolewright::readers
