// Decoded, controls as question marks, cut between characters.
#include "read/shown.hpp"

#include "text/decode.hpp"

namespace rolewright::readers {

std::string shown(std::string_view words) {
    constexpr std::size_t longest = 200;
    auto made = text::decode(words.substr(0, 4 * longest)).text;
    if (made.size() > longest) {
        auto end = longest;
        while (end > 0 && (static_cast<unsigned char>(made[end]) & 0xC0) == 0x80) --end;
        made.resize(end);
        made += "…";
    }
    while (!made.empty() && (made.back() == '\n' || made.back() == ' ')) made.pop_back();
    for (auto & c : made)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    return made;
}

}  // namespace rolewright::readers
