#pragma once
#include "read/web_page.hpp"

#include <string>
#include <vector>

namespace rolewright::readers {

/// A JobPosting that a page holds as data: JSON-LD, microdata or RDFa.
struct page_posting {
    document text;        ///< what its fields say, with them as given facts
    bool beside = false;  ///< its words stand on the page anyway: it is microdata or RDFa
};

/// All JobPostings of a page, in order. `notes` says what had to be mended.
std::vector<page_posting> postings_of(const web_page & page, const read_limits & limits, std::vector<note> & notes);

/// Puts what is known from data to the adverts of a page: their given facts; and where the page itself does not hold the
/// text of a posting, the posting's own. `page` is all of the page, for a posting that has no advert on it.
void join_postings(std::vector<page_posting> postings, document page, std::vector<document> & adverts);

}  // namespace rolewright::readers
