#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Data written into a page's elements: microdata (itemscope, itemprop) and RDFa (typeof, property).
namespace rolewright::readers {

/// A thing with properties, whose values are words or other things.
struct page_item {
    struct property {
        std::string name;
        std::string words;
        std::uint32_t item = 0;  ///< the number of the thing that is the value, from 1; 0: words are
    };
    std::string type;
    std::uint32_t parent = 0;    ///< the thing that it is a value of; 0: none
    std::vector<property> properties;
};

/// What the attributes of an element say about things.
struct item_attributes {
    bool scope = false;              ///< itemscope, typeof
    std::string_view type, property;
    std::string_view content, datetime, address;  ///< values that stand in attributes
    bool any() const { return scope || !property.empty(); }
};

/// Gathers the things of a page while its elements are opened and closed.
class item_reader {
public:
    explicit item_reader(std::vector<page_item> & to) : to_(to) {}

    /// An element begins; `at` is how much text the page has so far, `element` how deep it stands.
    void open(const item_attributes & of, std::uint32_t element, std::size_t at);
    /// An element ends. `page` is the page's text so far.
    void close(std::uint32_t element, std::string_view page);
    /// Words of an element that is not shown.
    void hidden(std::string_view words);
    /// The JobPosting whose element begins with `of`, counted from 1; 0: none. To be called after `open`.
    std::uint32_t posting_opened() const { return opened_; }
    bool idle() const { return open_.empty(); }

private:
    struct open_value {
        std::uint32_t element = 0;
        std::uint32_t owner = 0;   ///< whose property it is, from 1
        std::uint32_t item = 0;    ///< the thing it opens, from 1; 0: none
        std::string name;
        std::size_t at = 0;
        std::string unseen;
        bool given = false;        ///< an attribute gave the value
    };
    std::vector<page_item> & to_;
    std::vector<open_value> open_;
    std::uint32_t opened_ = 0;
};

/// A thing as JSON, as if it had been written as JSON-LD.
std::string json_of_item(const std::vector<page_item> & all, std::uint32_t number);

}  // namespace rolewright::readers
