#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Fields of a record, whatever it was written in: members of JSON, elements and attributes of XML, cells of a table. All
// become one kind of tree, so that one way of naming a place serves them all.
namespace rolewright::readers {

using place_in_tree = std::uint32_t;

struct tree_value {
    std::string_view name;      ///< member, element, column; an attribute's begins with "@"; items of lists have none
    std::string_view text;
    place_in_tree first = 0, last = 0, next = 0, parent = 0;  ///< children and the next sibling, 0: none
    std::uint32_t key = 0, local_key = 0;  ///< equal for names that are alike: with, and without the prefix of a namespace
    bool list = false;
    const void * markup = nullptr;  ///< XML: an element with elements inside, whose markup can be asked for
};

class tree {
public:
    static constexpr place_in_tree root = 0;

    tree();
    place_in_tree add(place_in_tree parent, std::string_view name, std::string_view text = {});
    tree_value & operator[](place_in_tree at) { return values_[at]; }
    const tree_value & operator[](place_in_tree at) const { return values_[at]; }
    std::size_t size() const { return values_.size(); }

    /// Keeps a text as long as the tree.
    std::string_view keep(std::string text);
    /// Keeps what the texts of the tree point into.
    void hold(std::shared_ptr<const void> what) { held_.push_back(std::move(what)); }
    /// Writes out the inside of an element again.
    std::string (*inner_markup)(const void * element) = nullptr;

    /// The words of a value: its text; of an object the one that it is known by; of a list all, parted by commas.
    std::string words(place_in_tree at) const;
    /// The same for a value that may hold markup of its own.
    std::string markup(place_in_tree at) const;

private:
    std::vector<tree_value> values_;
    std::deque<std::string> texts_;
    std::vector<std::shared_ptr<const void>> held_;
};

/// The way from one value to others: "location/city", "@ref", "sections/*/text", "pay[type=base]/amount", "../name",
/// "**/position" (at any depth), "." for itself.
/// A step goes to all children of its name, and through all items of a list. Names are compared as they are; where none is
/// the same, without regard to case, spaces, hyphens, underscores and the prefix of a namespace.
class tree_path {
public:
    /// `written` has no white space at its ends.
    static tree_path of(std::string_view written);
    /// The name of a column as it is: a slash parts nothing.
    static tree_path column(std::string_view name);

    std::vector<place_in_tree> find(const tree & in, place_in_tree from) const;
    const std::string & last_name() const;

private:
    struct step {
        std::string name;         ///< "*": any child, "**": the value and all below it, "..": what it is in
        std::string key, wanted;  ///< [key=wanted]
        std::uint32_t name_key = 0;
        bool prefixed = false;
    };
    std::vector<step> steps_;
};

/// Whether two names are the same without regard to case, spaces and punctuation, or the second one's namespace prefix.
bool alike(std::string_view wanted, std::string_view name);

}  // namespace rolewright::readers
