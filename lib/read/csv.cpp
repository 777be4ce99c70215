// A row is a record, its columns are its fields. The delimiter is the one that parts the head into names that are known.
#include "read/csv_text.hpp"
#include "read/feeds.hpp"
#include "read/map_parts.hpp"

namespace rolewright::readers {
namespace {

struct choice {
    csv_guess guess;
    known_columns known;
};

choice choose(std::string_view text, const field_map::parts & map) {
    choice best;
    for (auto & g : csv_guesses(text)) {
        const auto known = columns_known(g.head, map);
        const bool better = best.guess.head.empty() || known.count > best.known.count || (known.count == best.known.count && g.even && g.head.size() > best.guess.head.size());
        if (better) best = {std::move(g), known};
    }
    return best;
}

}  // namespace

result<bool> read_csv(const input & in, reading & to) {
    const std::string_view text = in.decoded->text;
    const auto & map = in.options.map ? in.options.map->inside() : format_maps().back().inside();
    const auto best = choose(text, map);
    known_columns known;
    bool too_many = false;
    const auto table = read_csv_text(text, best.guess.delimiter, [&](const auto & head, const auto & row) {
        if (known.read.empty()) known = columns_known(head, map);
        tree fields;
        for (std::size_t c = 0; c < row.size(); ++c)
            if (known.read[c] && !row[c].empty()) fields.add(tree::root, head[c], row[c]);
        auto doc = mapped_document(fields, tree::root, map, in.limits);
        if (doc.blocks.empty() && !doc.given.title) return true;
        too_many = to.documents.size() >= in.limits.adverts;
        if (!too_many) to.documents.push_back(std::move(doc));
        return !too_many;
    });
    if (table.ragged) to.notes.push_back({note_code::rows_ragged, {std::to_string(table.ragged), std::to_string(table.first_ragged)}});
    if (table.open_quote) to.notes.push_back({note_code::quote_not_closed});
    if (too_many) to.notes.push_back({note_code::too_many_adverts, {std::to_string(in.limits.adverts)}});
    if (to.documents.empty()) to.notes.push_back({note_code::no_advert_fields});
    return true;
}

int sniff_csv(std::string_view text) {
    // Surer than HTML, which may well stand in the cells.
    constexpr int sure = 93;
    constexpr std::size_t enough = 3;
    const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (first == std::string_view::npos || text[first] == '{' || text[first] == '[' || text[first] == '<') return 0;
    const auto best = choose(text, format_maps().back().inside());
    const auto & known = best.known;
    if (!best.guess.rows || !known.title || !(known.text || known.count >= enough)) return 0;
    const bool all_known = known.count >= enough && known.count == best.guess.head.size();
    return best.guess.even || all_known ? sure : 0;
}

}  // namespace rolewright::readers
