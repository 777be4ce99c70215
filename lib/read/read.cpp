// Decode, find the format by content (or take the one told), and let its reader do the rest.
#include "read/archive.hpp"
#include "read/feeds.hpp"
#include "read/formats.hpp"
#include "read/http_headers.hpp"
#include "read/map_parts.hpp"
#include "read/office.hpp"
#include "read/pdf.hpp"
#include "read/record.hpp"
#include "read/xml_text.hpp"

#include <algorithm>
#include <array>

namespace rolewright {
namespace readers {
namespace {

// Every text can be plain text; anything surer of itself comes first.
constexpr int plain_text = 1;

constexpr format known_formats[] = {
    {"text", false, [](std::string_view) { return plain_text; }, &read_text},
    {"html", false, &sniff_html, &read_html},
    {"markdown", false, &sniff_markdown, &read_markdown},
    {"docx", true, &sniff_docx, &read_docx},
    {"odt", true, &sniff_odt, &read_odt},
    {"pdf", true, &sniff_pdf, &read_pdf},
    {"email", true, &sniff_email, &read_email},
    {"zip", true, &sniff_zip, &read_archive},
    {"gzip", true, &sniff_gzip, &read_archive},
    {"zstd", true, &sniff_zstd, &read_archive},
    {"xz", true, &sniff_xz, &read_archive},
    {"bzip2", true, &sniff_bzip2, &read_archive},
    {"json", false, &sniff_json, &read_json},
    {"ndjson", false, &sniff_records, &read_records},
    {"xml", false, &sniff_xml, &read_xml},
    {"csv", false, &sniff_csv, &read_csv},
};

constexpr auto names = [] {
    std::array<std::string_view, std::size(known_formats) + 1> made{"auto"};
    for (std::size_t i = 0; i < std::size(known_formats); ++i) made[i + 1] = known_formats[i].name;
    return made;
}();

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return !(c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v' || c == '\0'); });
}

const format * best_of(bool of_bytes, std::string_view input) {
    const format * best = nullptr;
    int surest = 0;
    for (const auto & f : known_formats) {
        if (f.of_bytes != of_bytes) continue;
        if (const int sure = f.sniff(input); sure > surest) surest = sure, best = &f;
    }
    return best;
}

const format * named(std::string_view name) {
    const auto found = std::find_if(std::begin(known_formats), std::end(known_formats), [&](const auto & f) { return f.name == name; });
    return found == std::end(known_formats) ? nullptr : found;
}

result<reading> read_bytes(std::string_view bytes, const read_options & options, unpacking & budget, const std::string & charset_told = {}) {
    if (bytes.size() > options.limits.bytes)
        return error{error_code::too_large, "expected at most " + std::to_string(options.limits.bytes) + " bytes, found " + std::to_string(bytes.size())};
    if (!has_words(bytes)) return error{error_code::empty_input, bytes.empty() ? "expected text, found an empty file" : "expected text, found only white space"};
    const auto & format_told = (options.format.empty() || options.format == "auto") && options.map ? options.map->inside().container : options.format;
    const bool told = !format_told.empty() && format_told != "auto";
    const auto * by_bytes = best_of(true, bytes);
    const auto * of = told ? named(format_told) : by_bytes;
    // A format of text that is told is that of the files in an archive.
    if (of && !of->of_bytes && by_bytes && by_bytes->read == &read_archive) of = by_bytes;
    if (told && !of) return error{error_code::bad_option, "expected the name of a format, found '" + format_told + "'"};
    reading made;
    if (of && of->of_bytes) {
        made.format = of->name;
        if (auto read = of->read({bytes, nullptr, options, options.limits, budget}, made); !read) return std::move(read).error();
        return made;
    }
    if (const auto kind = text::binary_kind(bytes); !kind.empty()) return error{error_code::binary_input, "expected text or a document, found " + std::string(kind)};
    const auto in_xml = declared_xml_encoding(bytes);
    auto decoded = text::decode(bytes, !charset_told.empty() ? charset_told : in_xml.empty() ? declared_charset(bytes) : in_xml);
    if (!of) of = best_of(false, decoded.text);
    made = {.format = std::string(of->name), .encoding = decoded.encoding, .notes = decoded.notes};
    if (auto read = of->read({bytes, &decoded, options, options.limits, budget}, made); !read) return std::move(read).error();
    return made;
}

}  // namespace

bool add_document(document doc, const read_limits & limits, reading & to) {
    if (to.documents.size() < limits.adverts) return to.documents.push_back(std::move(doc)), true;
    if (std::none_of(to.notes.begin(), to.notes.end(), [](const note & n) { return n.code == note_code::too_many_adverts; })) to.notes.push_back({note_code::too_many_adverts, {std::to_string(limits.adverts)}});
    return false;
}

result<bool> read_inside(std::string_view bytes, const input & of, reading & to) {
    if (of.budget.depth >= of.limits.containers) return error{error_code::too_large, "expected at most " + std::to_string(of.limits.containers) + " archives in one another"};
    auto options = of.options;
    if (const auto * told = named(options.format); !told || told->of_bytes) options.format.clear();
    ++of.budget.depth;
    auto inside = read_bytes(bytes, options, of.budget);
    --of.budget.depth;
    if (!inside) return std::move(inside).error();
    for (auto & doc : inside->documents) {
        doc.sources.clear();
        if (!add_document(std::move(doc), of.limits, to)) break;
    }
    to.notes.insert(to.notes.end(), inside->notes.begin(), inside->notes.end());
    if (to.encoding.empty()) to.encoding = inside->encoding;
    return true;
}

}  // namespace readers

std::span<const std::string_view> input_formats() { return readers::names; }

result<reading> read(std::string_view bytes, const read_options & options) {
    readers::unpacking budget;
    const auto headers = readers::http_headers_of(bytes);
    auto made = readers::read_bytes(bytes.substr(headers.size), options, budget, headers.charset);
    if (made && headers.size)
        for (auto & doc : made->documents)
            for (auto & s : doc.sources)
                if (s.source_size) s.source += static_cast<std::uint32_t>(headers.size);
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
