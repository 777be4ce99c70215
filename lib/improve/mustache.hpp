#pragma once
#include <rolewright/result.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Mustache, as its specification has it: interpolation, sections, inverted sections, comments, partials, set
// delimiters, inheritance. Templates are parsed once and rendered as often as needed.
namespace rolewright::mustache {

/// What a template is filled with.
struct value {
    using list = std::vector<value>;
    using object = std::map<std::string, value, std::less<>>;

    value() : held(false) {}
    value(bool b) : held(b) {}
    value(std::string s) : held(std::move(s)) {}
    value(const char * s) : held(std::string(s)) {}
    value(list l) : held(std::move(l)) {}
    value(object o) : held(std::move(o)) {}

    /// False, "" and the empty list do not open a section.
    bool truthy() const;

    std::variant<bool, std::string, list, object> held;
};

struct node {
    enum class kind : std::uint8_t { text, escaped, plain, section, inverted, partial, parent, block };
    kind what = kind::text;
    std::string name;      ///< text: the words themselves
    std::string indent;    ///< partial: white space before a standalone tag
    std::vector<node> children;
};

using nodes = std::vector<node>;

/// An error names line and column within `text`.
result<nodes> parse(std::string_view text);

/// The source of a partial or parent by name; nullptr where there is none (it renders as nothing).
using find_template = std::function<const nodes *(std::string_view name)>;

std::string render(const nodes & of, const value & with, const find_template & partials);

}  // namespace rolewright::mustache
