#pragma once
#include "read/page_evidence.hpp"

namespace rolewright::readers {

/// What stands around a page's matter becomes chrome: by landmarks (<nav>, roles), names of classes, runs of links, rows of
/// cards, headings that say so ("Related jobs"). A piece of a page that somebody cut out has no cards and no such headings.
/// Gives whether most of what is left was a list of links to other pages.
bool mark_areas(web_page & page, const page_evidence & says);

/// The same for a piece of HTML, of which only landmarks, names and runs of links are looked at.
void mark_areas(web_page & page);

}  // namespace rolewright::readers
