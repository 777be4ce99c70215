#pragma once
#include "packs/model.hpp"

#include <initializer_list>
#include <pugixml.hpp>
#include <string_view>

// Reading pack files with errors that name file, line and column. Inside the loader a broken pack is an exception,
// caught in load().
namespace rolewright::packs {

struct broken_pack {
    rolewright::error error;
};

/// One parsed file of a pack.
class xml_file {
public:
    /// Throws broken_pack where the bytes are no XML. Queries that are known to be good are not read before they are asked for.
    xml_file(std::string path, std::string_view bytes, bool good_queries = false);

    const std::string & path() const { return path_; }
    pugi::xml_node root() const { return document_.document_element(); }

    origin at(std::ptrdiff_t offset) const;
    origin at(pugi::xml_node node) const { return at(node.offset_debug()); }
    [[noreturn]] void fail(pugi::xml_node node, const std::string & message) const;

    std::string required(pugi::xml_node node, const char * attribute) const;
    std::string text_of(pugi::xml_node node) const;  ///< white space folded
    double number(pugi::xml_node node, const char * attribute) const;
    std::uint32_t count(pugi::xml_node node, const char * attribute) const;
    /// Fails on attributes of the root that are not listed.
    void allow(pugi::xml_node node, std::initializer_list<std::string_view> attributes) const;
    /// Fails with "unexpected <x> in <y>, expected …".
    [[noreturn]] void unexpected(pugi::xml_node node, std::string_view expected) const;

    /// An attribute with a word of the vocabulary.
    template <class E>
    E word(pugi::xml_node node, const char * attribute) const {
        const auto text = required(node, attribute);
        if (const auto value = from_string<E>(text)) return *value;
        fail_word(node, attribute, text, names_of<E>());
    }
    template <class E>
    std::optional<E> optional_word(pugi::xml_node node, const char * attribute) const {
        if (!node.attribute(attribute)) return std::nullopt;
        return word<E>(node, attribute);
    }

    /// Reads <query>, <yes>, <no> children into `to`; gives back whether `child` was one of them.
    bool read_queried(pugi::xml_node child, queried & to) const;
    /// A query that is the element's own text.
    query::expression query_in(pugi::xml_node node) const;
    /// "yes" or "no", or absent.
    bool flag(pugi::xml_node node, const char * attribute, bool otherwise = false) const;

private:
    [[noreturn]] void fail_word(pugi::xml_node node, const char * attribute, const std::string & text, std::span<const std::string_view> names) const;

    std::string path_;
    std::string_view bytes_;
    bool good_queries_;
    std::vector<std::size_t> lines_;  ///< where each line begins
    pugi::xml_document document_;
};

/// Words between white space.
std::vector<std::string> split_words(std::string_view text);

}  // namespace rolewright::packs
