#pragma once
#include <rolewright/result.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace rolewright {

/// A mapping file: where the adverts and their fields stand in XML, JSON or a table of one's own. lib/read/README.md
/// describes the language. Immutable; a copy shares what it copies.
class field_map {
public:
    /// Errors (`bad_map`) name `file`, line and column.
    static result<field_map> parse(std::string_view xml, const std::string & file = {});

    struct parts;
    const parts & inside() const { return *parts_; }

private:
    explicit field_map(std::shared_ptr<const parts> parts) : parts_(std::move(parts)) {}
    std::shared_ptr<const parts> parts_;
};

}  // namespace rolewright
