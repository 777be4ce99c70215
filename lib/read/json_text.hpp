#pragma once
#include "read/tree.hpp"

#include <rolewright/document.hpp>

#include <simdjson.h>

#include <string_view>

namespace rolewright::readers {

/// Parses JSON strictly; what is refused is mended once (bytes that are no UTF-8, raw line ends in strings, half surrogates,
/// unknown escapes, comments, commas too many, words around it) and tried again. One reader serves many texts; what it
/// gave last is gone with the next.
class json_reader {
public:
    explicit json_reader(const read_limits & limits) : limits_(limits) {}

    result<simdjson::dom::element> parse(std::string_view bytes);
    /// Whether the last text had to be mended.
    bool mended() const { return mended_; }

private:
    const read_limits limits_;
    simdjson::dom::parser parser_;
    std::string again_;
    bool mended_ = false;
};

/// The same as a tree, whose texts point into `from`.
tree tree_of(const simdjson::dom::element & from);

}  // namespace rolewright::readers
