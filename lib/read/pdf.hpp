#pragma once
#include "read/formats.hpp"

namespace rolewright::readers {

result<bool> read_pdf(const input & in, reading & to);
int sniff_pdf(std::string_view bytes);

/// A document of what `pdftotext -bbox-layout` writes: XHTML with the box of each word.
result<document> document_of_boxes(std::string xhtml, const read_limits & limits);

}  // namespace rolewright::readers
