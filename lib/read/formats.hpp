#pragma once
#include <rolewright/document.hpp>

#include "text/decode.hpp"

// The readers: each takes decoded text and gives documents. One file per format; formats.cpp has the table.
namespace rolewright::readers {

/// What every reader is handed.
struct input {
    const text::decoded & decoded;
    const read_limits & limits;
};

struct format {
    input_format id;
    std::string_view name;
    /// How sure the format is that the text is its own, 0 to 100.
    int (*sniff)(std::string_view text);
    void (*read)(const input & in, reading & to);
};

std::span<const format> formats();

void read_text(const input & in, reading & to);
void read_html(const input & in, reading & to);
int sniff_html(std::string_view text);

/// The charset that an HTML page declares, or "".
std::string declared_charset(std::string_view bytes);

/// A document of plain text, ranges being ranges of `text`.
document text_document(std::string text, const read_limits & limits);
/// A document of an HTML page or fragment.
document html_document(std::string_view html, const read_limits & limits);

}  // namespace rolewright::readers
