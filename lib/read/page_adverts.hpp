#pragma once
#include "read/page_evidence.hpp"

namespace rolewright::readers {

/// Blocks that are one of several adverts of a page.
struct page_part {
    std::uint32_t first = 0, end = 0;
};

/// The adverts of a page whose areas are marked: none where it is no advert, one part of all blocks where it is one,
/// several where it holds several. `list`: most of it was a list of links.
std::vector<page_part> adverts_in(const web_page & page, const page_evidence & says, bool list);

/// Cuts the document of a page into those of its parts: what lies between them is the chrome of the next one, what follows
/// the last one that of the last.
std::vector<document> cut(document page, const std::vector<page_part> & parts);

}  // namespace rolewright::readers
