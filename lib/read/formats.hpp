#pragma once
#include <rolewright/document.hpp>

#include "text/decode.hpp"

// The readers: each takes bytes or decoded text and gives documents. One file per format; read.cpp has the table.
namespace rolewright::readers {

/// Counts what the containers of one input unpack, against its limits.
struct unpacking {
    std::size_t bytes = 0;
    std::uint32_t depth = 0;
};

/// What every reader is handed. Readers of bytes (archives, office files) get no decoded text.
struct input {
    std::string_view bytes;
    text::decoded * decoded = nullptr;  ///< a reader may take it
    const read_options & options;
    const read_limits & limits;
    unpacking & budget;  ///< what the containers of this input may still unpack
};

struct format {
    std::string_view name;
    bool of_bytes;  ///< sniffs and reads the bytes as they are; else the decoded text
    /// How sure the format is that the input is its own, 0 to 100.
    int (*sniff)(std::string_view input);
    result<bool> (*read)(const input & in, reading & to);
};

/// Adds a document, or notes that there are too many already and says no.
bool add_document(document doc, const read_limits & limits, reading & to);

/// Reads what a container held. The documents have no place in the input's own bytes.
result<bool> read_inside(std::string_view bytes, const input & of, reading & to);

result<bool> read_text(const input & in, reading & to);
result<bool> read_html(const input & in, reading & to);
int sniff_html(std::string_view text);
result<bool> read_markdown(const input & in, reading & to);
int sniff_markdown(std::string_view text);
result<bool> read_email(const input & in, reading & to);
int sniff_email(std::string_view bytes);

/// The charset that an HTML page declares, or "".
std::string declared_charset(std::string_view bytes);

/// A document of plain text, ranges being ranges of `text`.
document text_document(std::string text, const read_limits & limits);
/// A document of an HTML page or fragment that is one advert.
document html_document(std::string_view html, const read_limits & limits);
/// The adverts of an HTML page: none, one or several. `notes` says what had to be mended.
std::vector<document> html_documents(std::string_view html, const read_limits & limits, std::vector<note> & notes);

}  // namespace rolewright::readers
