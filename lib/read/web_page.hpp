#pragma once
#include "read/html_elements.hpp"
#include "read/page_items.hpp"

#include <rolewright/document.hpp>

#include <string>
#include <string_view>
#include <vector>

// A page of the web as it was written: its blocks, the elements that hold them, and the data that stands beside the text.
// What of it is an advert is decided by those who read it: page_areas.hpp, page_adverts.hpp.
namespace rolewright::readers {

/// What an element says of itself: that it surrounds the page's matter, by a name that somebody gave it or by its kind.
enum class surroundings : std::uint8_t { none, named, kind };

/// An element that holds blocks. The first of a page holds all of it.
struct page_box {
    std::uint32_t parent = 0;
    std::uint32_t first = 0, end = 0;      ///< its blocks
    std::uint32_t look = 0;                ///< the same for elements of the same name and class
    element_role role = element_role::block;
    surroundings around = surroundings::none;
    bool main = false;                     ///< says that it is the page's matter
    bool article = false;
    std::uint32_t posting = 0;             ///< number of the JobPosting that it is, from 1
    std::uint32_t fields = 0;              ///< a form: how many fields it asks to fill in
};

/// What the page shows of a block beyond its text.
struct block_look {
    std::uint32_t box = 0;
    std::uint32_t lead = 0;        ///< bytes at its start that are bold or a link, where the rest is neither
    bool linked = false;           ///< nearly all of it is links
    bool lead_linked = false;
    bool control = false;          ///< the words of a button or the label of a field
    bool ruled = false;            ///< a line (<hr>) stands before it
};

struct web_page {
    document doc;
    std::vector<page_box> boxes{{}};
    std::vector<block_look> looks;          ///< one for each block
    std::vector<std::string> scripts;       ///< JSON-LD, as it stands
    std::vector<page_item> items;           ///< microdata and RDFa
    bool whole = false;                     ///< it has <html>, <head> or <body>: not a piece that somebody cut out
};

web_page read_web_page(std::string_view html, const read_limits & limits);

}  // namespace rolewright::readers
