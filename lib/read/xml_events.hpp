#pragma once
#include <rolewright/document.hpp>

#include <string>
#include <string_view>

namespace rolewright::readers {

/// The attributes of one element, by local name.
class xml_attributes {
public:
    xml_attributes(const unsigned char * const * five, int count) : five_(five), count_(count) {}

    /// The value, or "" where there is none.
    std::string_view operator[](std::string_view name) const;
    bool has(std::string_view name) const;

private:
    const unsigned char * const * five_;  ///< libxml2: local name, prefix, URI, begin and end of the value
    int count_;
};

/// Who is told of elements and text, in the order of the file. `space` is the URI of the namespace.
class xml_listener {
public:
    virtual ~xml_listener() = default;
    virtual void start(std::string_view space, std::string_view name, const xml_attributes & attributes) = 0;
    virtual void end(std::string_view space, std::string_view name) = 0;
    virtual void text(std::string_view words) = 0;
};

/// Parses well-formed XML without building a tree; entities that a file declares are not expanded. `what` names it in the error.
result<bool> listen(std::string_view xml, std::string_view what, xml_listener & to);

}  // namespace rolewright::readers
