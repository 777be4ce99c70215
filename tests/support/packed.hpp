#pragma once
#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Archives made for tests.
namespace support {

using files = std::vector<std::pair<std::string, std::string>>;

/// `format` and `filter` are libarchive's names: "zip", "pax", "raw"; "none", "gzip", "zstd", "xz", "bzip2".
inline std::string packed(const files & of, const char * format = "zip", const char * filter = "none") {
    const std::unique_ptr<archive, decltype(&archive_write_free)> to(archive_write_new(), &archive_write_free);
    archive_write_set_format_by_name(to.get(), format);
    if (std::string_view(filter) != "none") archive_write_add_filter_by_name(to.get(), filter);
    archive_write_set_bytes_in_last_block(to.get(), 1);
    std::size_t size = 1u << 16;
    for (const auto & [name, bytes] : of) size += bytes.size() + name.size() + 4096;
    std::string made(size, '\0');
    std::size_t used = 0;
    archive_write_open_memory(to.get(), made.data(), made.size(), &used);
    for (const auto & [name, bytes] : of) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_write_header(to.get(), entry.get());
        archive_write_data(to.get(), bytes.data(), bytes.size());
    }
    archive_write_close(to.get());
    made.resize(used);
    return made;
}

/// A Word document whose body, styles and further parts are given.
inline std::string docx(const std::string & body, const std::string & styles = {}, files more = {}, const std::string & relations = {}) {
    const std::string space = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math")";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    files all{{"[Content_Types].xml", "<Types/>"},
              {"_rels/.rels", R"(<Relationships><Relationship Id="r1" Type=")" + types + R"(officeDocument" Target="word/document.xml"/></Relationships>)"},
              {"word/_rels/document.xml.rels", R"(<Relationships><Relationship Id="r1" Type=")" + types + R"(styles" Target="styles.xml"/><Relationship Id="r2" Type=")" + types + R"(numbering" Target="numbering.xml"/>)" + relations + "</Relationships>"},
              {"word/styles.xml", "<w:styles " + space + ">" + styles + "</w:styles>"},
              {"word/numbering.xml", "<w:numbering " + space + R"(><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="none"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>)"},
              {"word/document.xml", "<?xml version='1.0'?><w:document " + space + "><w:body>" + body + "</w:body></w:document>"}};
    for (auto & [name, part] : more) all.emplace_back(name, "<w:part " + space + ">" + part + "</w:part>");
    return packed(all);
}

/// An OpenDocument text whose body and automatic styles are given.
inline std::string odt(const std::string & body, const std::string & automatic = {}, const std::string & styles = {}) {
    std::string space;
    for (const auto * name : {"office", "style", "text", "table"}) space += " xmlns:" + std::string(name) + "=\"urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0\"";
    space += R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0")";
    return packed({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"META-INF/manifest.xml", "<manifest/>"},
                   {"styles.xml", "<office:document-styles" + space + ">" + styles + "</office:document-styles>"},
                   {"content.xml", "<office:document-content" + space + "><office:automatic-styles>" + automatic + "</office:automatic-styles><office:body><office:text>" + body + "</office:text></office:body></office:document-content>"}});
}

}  // namespace support
