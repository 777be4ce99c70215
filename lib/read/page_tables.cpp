// Cells of a table come in order, but for tables within its cells: each is looked at row by row.
#include "read/page_tables.hpp"

#include <algorithm>
#include <span>

namespace rolewright::readers {
namespace {

bool labels(const block & b, std::string_view text) { return b.head_cell || b.text.of(text).ends_with(':'); }

// Label, value, label, value: at least two pairs, each of one block.
bool is_pairs(std::span<block * const> row, std::string_view text) {
    if (row.size() < 4 || row.size() % 2) return false;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i]->column != i || labels(*row[i], text) != (i % 2 == 0)) return false;
    return true;
}

}  // namespace

void tidy_tables(std::vector<block> & blocks, std::string_view text) {
    std::vector<bool> wide;
    for (const auto & b : blocks) {
        if (b.table >= wide.size()) wide.resize(b.table + 1);
        if (b.column > 0) wide[b.table] = true;
    }
    std::vector<block *> cells;
    for (auto & b : blocks) {
        if (b.kind != block_kind::table_cell) continue;
        if (wide[b.table]) cells.push_back(&b);
        else b.kind = block_kind::paragraph, b.table = b.row = 0, b.head_cell = false;
    }
    const auto place = [](const block * b) { return std::pair(b->table, b->row); };
    std::stable_sort(cells.begin(), cells.end(), [&](const block * a, const block * b) { return place(a) < place(b); });
    std::uint32_t table = 0, more = 0;  // rows that pairs have added to this table
    for (std::size_t first = 0; first < cells.size();) {
        const auto at = place(cells[first]);
        auto end = first + 1;
        while (end < cells.size() && place(cells[end]) == at) ++end;
        const std::span row(cells.data() + first, end - first);
        if (cells[first]->table != table) table = cells[first]->table, more = 0;
        const bool pairs = is_pairs(row, text);
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i]->row += more + (pairs ? static_cast<std::uint32_t>(i / 2) : 0);
            if (pairs) row[i]->column = i % 2;
        }
        if (pairs) more += static_cast<std::uint32_t>(row.size() / 2) - 1;
        first = end;
    }
}

}  // namespace rolewright::readers
