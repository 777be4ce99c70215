#pragma once
#include "render/render.hpp"

#include <string>
#include <string_view>

namespace rolewright::rendering {

/// Lines of text for a terminal: indented, wrapped by what the eye sees, coloured where asked.
class page {
public:
    enum class tone : std::uint8_t { plain, heading, good, dim, warn };

    explicit page(const terminal & on) : on_(on) {}

    /// One paragraph, wrapped; the first line begins with `lead` (as wide as it is), the others with spaces.
    void paragraph(std::string_view words, unsigned indent = 0, std::string_view lead = {}, tone in = tone::plain);
    /// `left`, and `right` closed up to the right edge, if both fit on a line.
    void spread(std::string_view left, std::string_view right, tone in = tone::plain);
    void heading(std::string_view words);
    void line(std::string_view words, tone in = tone::plain);
    void gap();
    std::string take() { return std::move(out_); }

    unsigned width() const { return on_.width; }

private:
    std::string coloured(std::string_view words, tone in) const;

    const terminal & on_;
    std::string out_;
};

/// How many columns a text takes on a terminal.
unsigned columns(std::string_view text);
/// `text` closed with spaces up to `width` columns.
std::string padded(std::string_view text, unsigned width);
/// At most `most` columns, cut at a word and closed with "…".
std::string shortened(std::string_view text, unsigned most);

}  // namespace rolewright::rendering
