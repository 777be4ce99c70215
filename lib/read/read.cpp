// Decode, find the format by content (or take the one told), and let its reader do the rest.
#include "read/formats.hpp"

#include <algorithm>

namespace rolewright {
namespace readers {
namespace {

// Every text can be plain text; anything surer of itself comes first.
constexpr int plain_text = 1;

constexpr format known_formats[] = {
    {input_format::html, "html", &sniff_html, &read_html},
    {input_format::text, "text", [](std::string_view) { return plain_text; }, &read_text},
};

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return !(c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v' || c == '\0'); });
}

}  // namespace

std::span<const format> formats() { return known_formats; }

}  // namespace readers

result<reading> read(std::string_view bytes, const read_options & options) {
    if (bytes.size() > options.limits.bytes)
        return error{error_code::too_large, "expected at most " + std::to_string(options.limits.bytes) + " bytes, found " + std::to_string(bytes.size())};
    if (!readers::has_words(bytes)) return error{error_code::empty_input, bytes.empty() ? "expected text, found an empty file" : "expected text, found only white space"};
    if (const auto kind = text::binary_kind(bytes); !kind.empty()) return error{error_code::binary_input, "expected text or HTML, found " + std::string(kind)};
    const auto decoded = text::decode(bytes, readers::declared_charset(bytes));
    const auto all = readers::formats();
    const auto best = options.format != input_format::automatic
                          ? std::find_if(all.begin(), all.end(), [&](const auto & f) { return f.id == options.format; })
                          : std::max_element(all.begin(), all.end(), [&](const auto & a, const auto & b) { return a.sniff(decoded.text) < b.sniff(decoded.text); });
    reading made{.format = std::string(best->name), .encoding = decoded.encoding, .notes = decoded.notes};
    best->read({decoded, options.limits}, made);
    return made;
}

std::optional<range> document::source_of(range where) const { return text::source_of(sources, static_cast<std::uint32_t>(text.size()), where); }

place place_finder::operator()(std::uint32_t offset) {
    offset = static_cast<std::uint32_t>(std::min<std::size_t>(offset, bytes_.size()));
    if (offset < last_) last_ = 0, at_ = {};
    for (; last_ < offset; ++last_) {
        const char c = bytes_[last_];
        if (c == '\n') ++at_.line, at_.column = 1;
        else at_.column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
    return at_;
}

place place_of(std::string_view bytes, std::uint32_t offset) { return place_finder(bytes)(offset); }

}  // namespace rolewright
