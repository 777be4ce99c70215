#pragma once
#include "read/web_page.hpp"

#include <cstdint>
#include <vector>

namespace rolewright::readers {

/// What the words of a block say about adverts.
struct block_evidence {
    std::uint32_t words = 0;
    std::uint32_t labels = 0;      ///< a bit for each kind of label that it has ("Salary:", "How to apply")
    std::uint8_t label_count = 0;
    bool is_label = false;         ///< it is, or begins with, a label
    bool around = false;           ///< the heading of something around an advert
    bool notice = false;           ///< what a page says of itself, such as that it uses cookies
    bool adverts = false;          ///< the heading of a part that holds adverts
    bool action = false;           ///< nothing but the words of a link such as "Print this job"
    bool remark = false;           ///< what the site says of how the advert does
    bool gone = false;             ///< that there is no such page, or no such advert any more
};

/// The same for all of a page.
struct page_evidence {
    std::vector<block_evidence> blocks;
    struct phrase {
        std::uint32_t block = 0, entry = 0;
    };
    std::vector<phrase> phrases;           ///< in order: what adverts are full of
    std::vector<std::uint32_t> common;     ///< by language: how many of its commonest words
    std::uint32_t words = 0;

    /// Whether the words are mostly of a language whose signs are known.
    bool known_language() const;
};

page_evidence evidence_of(const web_page & page);

/// Whether a block looks like a heading.
bool heads(const web_page & page, std::size_t block);
/// The rank of such a heading: 1 to 6, 7 where it is only bold.
int rank_of(const web_page & page, std::size_t block);

}  // namespace rolewright::readers
