// Lines are those of the file that the reader has open, where there is one.
#include "render/quotes.hpp"

#include "render/layout.hpp"

#include <cctype>

namespace rolewright::rendering {

place place_in(const review & of, const review_result & from, range where) {
    const auto source = of.advert.source.source_of(where);
    return source && !from.bytes.empty() ? place_of(from.bytes, source->begin) : place_of(of.advert.source.text, where.begin);
}

std::string on_line(const review & of, const review_result & from, range where, const packs::messages & say) {
    return say("review.line", {{"line", std::int64_t{place_in(of, from, where).line}}});
}

std::string quoted(const review & of, range where, unsigned most) { return "\"" + shortened(where.of(of.advert.source.text), most) + "\""; }

std::string within_sentence(std::string title) {
    const bool abbreviation = title.size() > 1 && std::isupper(static_cast<unsigned char>(title[1]));
    if (!title.empty() && !abbreviation) title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
    return title;
}

}  // namespace rolewright::rendering
