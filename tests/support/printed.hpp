#pragma once
#include <rolewright/document.hpp>

#include <string>

namespace support {

/// One block a line: kind, level, flags and text. "h1" heading, "p" paragraph, "-2" item, "c1/0/1" cell of table, row,
/// column; "*" bold, "~" chrome.
inline std::string printed(const rolewright::document & doc) {
    using namespace rolewright;
    std::string out;
    for (const auto & b : doc.blocks) {
        static constexpr const char * kinds[] = {"h", "p", "-", "c"};
        out += kinds[static_cast<int>(b.kind)];
        if (b.kind == block_kind::heading || b.level > 1) out += std::to_string(b.level);
        if (b.kind == block_kind::table_cell) out += std::to_string(b.table) + "/" + std::to_string(b.row) + "/" + std::to_string(b.column);
        if (b.strong) out += '*';
        if (b.area == block_area::chrome) out += '~';
        out += " " + std::string(b.text.of(doc.text)) + "\n";
    }
    return out;
}

}  // namespace support
