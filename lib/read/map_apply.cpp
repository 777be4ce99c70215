// Each rule of a map looks up its places; values that are read go to the given facts, words that are none of their kind
// ("£20 an hour", "1 March") become a row of the text, so that nothing of an advert is lost and the language pack can read it.
#include "read/map_parts.hpp"

#include "read/given_values.hpp"
#include "read/markup.hpp"
#include "text/characters.hpp"
#include "text/country.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rolewright::readers {
namespace {

// One line of words: entities decoded, white space folded.
std::string line_of(std::string_view words) { return text::squeezed(entities_decoded(words)); }

// The found words of a source, and the name of the place that held them.
struct found_words {
    std::string words;
    std::string name;
};

class mapper {
public:
    mapper(const tree & of, place_in_tree advert, const field_map::parts & map, const read_limits & limits) : of_(of), at_(advert), map_(map), limits_(limits) {}

    document map() {
        for (const auto & r : map_.rules)
            if (r.of == field::country) read(r);
        for (const auto & r : map_.rules)
            if (r.of != field::text && r.of != field::country) read(r);
        for (const auto & r : map_.rules)
            if (r.of == field::text) read_text(r);
        if (to_.given.title || text_.blocks.empty()) return joined(std::move(rows_), std::move(text_));
        return joined(std::move(text_), std::move(rows_));
    }

private:
    document joined(document first, document second) {
        if (first.blocks.empty()) std::swap(first, second);
        if (!second.blocks.empty()) append(first, second);
        first.given = std::move(to_.given);
        return first;
    }

    // --- words ---

    found_words words_of(const map_source & from, place_in_tree at, bool all) const {
        for (const auto & sum : from) {
            found_words made;
            for (const auto & term : sum) {
                if (term.literal) {
                    made.words += (made.words.empty() ? "" : ", ") + term.words;
                    continue;
                }
                constexpr std::size_t most = 8;
                auto places = term.path.find(of_, at);
                if (places.size() > (all ? most : 1)) places.resize(all ? most : 1);
                for (const auto p : places) {
                    const auto words = line_of(of_.words(p));
                    if (words.empty() || made.words.find(words) != std::string::npos) continue;
                    made.words += (made.words.empty() ? "" : ", ") + words;
                    if (made.name.empty()) made.name = of_[p].name;
                }
            }
            if (!made.words.empty()) return made;
        }
        return {};
    }
    found_words words_of(const map_source & from, bool all = false) const { return words_of(from, at_, all); }

    void read(const map_rule & r) {
        auto & g = to_.given;
        switch (r.of) {
            case field::id: return keep(r, g.id);
            case field::title: return keep(r, g.title);
            case field::employer: return keep(r, g.employer);
            case field::country: return read_country(r);
            case field::language: return read_language(r);
            case field::location: return keep(r, g.location, true);
            case field::qualification: return keep(r, g.qualification);
            case field::reference: return keep(r, g.reference);
            case field::contact_email: return read_email(r);
            case field::contact_phone: return keep(r, g.contact_phone);
            case field::salary: return read_salary(r);
            case field::posted: return read_date(r, g.posted, false);
            case field::closing: return read_date(r, g.closing, true);
            case field::start: return read_date(r, g.start, true);
            case field::hours_per_week: return read_number(r, g.hours_per_week, 168);
            case field::experience_years: return read_number(r, g.experience_years, 60);
            case field::contract: return read_code(r, g.contract, &contract_of);
            case field::workplace: return read_code(r, g.workplace, &workplace_of);
            case field::posts: return read_posts(r);
            case field::row: return add_row(r, words_of(r.from, true));
            case field::text: return;
        }
    }

    std::string meant(const map_rule & r, std::string words) const {
        for (const auto & [when, value] : r.values)
            if (words == when) return value;
        return words;
    }

    void keep(const map_rule & r, std::optional<std::string> & to, bool all = false) {
        if (to) return;
        if (auto words = meant(r, words_of(r.from, all).words); !words.empty()) to = std::move(words);
    }

    // --- values ---

    void read_country(const map_rule & r) {
        if (to_.given.country) return;
        const auto words = meant(r, words_of(r.from).words);
        auto code = text::country_code(words);
        if (!code.empty()) to_.given.country = std::move(code);
    }

    void read_language(const map_rule & r) {
        const auto tag = language_tag(meant(r, words_of(r.from).words));
        if (!tag.empty() && !to_.given.language) to_.given.language = tag;
    }

    void read_email(const map_rule & r) {
        const auto words = words_of(r.from).words;
        if (!to_.given.contact_email && words.find('@') != std::string::npos && words.find(' ') == std::string::npos) to_.given.contact_email = words;
    }

    void read_salary(const map_rule & r) {
        auto & to = to_.given.salary;
        const auto plain = words_of(r.from);
        salary made;
        made.min = amount_of(words_of(r.min).words);
        made.max = amount_of(words_of(r.max).words);
        const bool only_number = !made.min && !made.max && amount_of(plain.words);
        if (only_number) made.min = made.max = amount_of(plain.words);
        constexpr double cents = 100;
        for (auto * amount : {&made.min, &made.max})
            if (*amount && r.in_cents) **amount /= cents;
        const auto unit = meant(r, words_of(r.per).words);
        const auto period = period_of(unit);
        const double most = std::max(made.min.value_or(0), made.max.value_or(0));
        // An amount without its unit is a year's where it is too large for anything else.
        constexpr double a_year = 10'000;
        if (!to && most > 0 && (period || (unit.empty() && most >= a_year))) {
            if (made.min && *made.min <= 0) made.min.reset();
            if (made.max && *made.max <= 0) made.max.reset();
            made.per = period.value_or(pay_period::year);
            for (const char c : words_of(r.currency).words) made.currency += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
            if (made.currency.size() != 3) made.currency.clear();
            to = made;
        }
        if (!only_number) add_row(r, plain);
    }

    std::string_view order_of(const map_rule & r) const {
        if (!r.date_order.empty() || !to_.given.country) return r.date_order;
        return *to_.given.country == "US" ? "mdy" : "dmy";
    }

    void read_date(const map_rule & r, std::optional<calendar_date> & to, bool row) {
        if (to) return;
        const auto found = words_of(r.from);
        if (found.words.empty()) return;
        const auto order = order_of(r);
        to = date_of(found.words, order);
        if (!to && order == "dmy" && r.date_order.empty()) to = date_of(found.words, "");
        if (!to && row) add_row(r, found);
    }

    void read_number(const map_rule & r, std::optional<double> & to, double most) {
        if (to) return;
        const auto found = words_of(r.from);
        const auto n = amount_of(found.words);
        if (n && *n > 0 && *n <= most) to = n;
        else if (!n) add_row(r, found);
    }

    void read_posts(const map_rule & r) {
        const auto n = amount_of(words_of(r.from).words);
        if (!to_.given.posts && n && *n >= 1 && *n < 100'000 && *n == std::floor(*n)) to_.given.posts = static_cast<std::uint32_t>(*n);
    }

    // A field that says what its words mean means nothing by any other.
    template <class E>
    void read_code(const map_rule & r, std::optional<E> & to, std::optional<E> (*known)(std::string_view)) {
        if (to) return;
        const auto words = words_of(r.from, true).words;
        for (const auto & [when, value] : r.values)
            if (words == when) to = from_string<E>(value);
        if (r.values.empty()) to = known(words);
    }

    // --- text ---

    void add_row(const map_rule & r, const found_words & found) {
        constexpr std::size_t shortest = 4;  // "n/a", "-"
        if (found.words.size() < shortest && !amount_of(found.words)) return;
        const auto label = !r.label.empty() ? r.label : label_of(found.name);
        const auto middle = static_cast<std::uint32_t>(label.size()), end = static_cast<std::uint32_t>(label.size() + 1 + found.words.size());
        if (rows_.text.size() > limits_.bytes) return;
        document row;
        row.text = label + '\n' + found.words;
        if (!label.empty()) row.blocks.push_back({.text = {0, middle}, .kind = block_kind::table_cell, .spaced = rows_.blocks.empty(), .table = 1, .row = rows_count_, .head_cell = true});
        row.blocks.push_back({.text = {middle + 1, end}, .kind = block_kind::table_cell, .table = 1, .row = rows_count_, .column = 1});
        ++rows_count_;
        const auto offset = static_cast<std::uint32_t>(rows_.text.empty() ? 0 : rows_.text.size() + 1);
        rows_.text += (offset ? "\n" : "") + row.text;
        for (auto b : row.blocks) {
            b.text = {b.text.begin + offset, b.text.end + offset};
            rows_.blocks.push_back(b);
        }
    }

    void read_text(const map_rule & r) {
        if (!r.repeated) return add_text(r, at_);
        constexpr std::size_t most = 1000;
        auto places = r.each.find(of_, at_);
        if (places.size() > most) places.resize(most), too_many();
        for (const auto place : places) add_text(r, place);
    }

    void add_text(const map_rule & r, place_in_tree at) {
        for (const auto & sum : r.from) {
            bool any = false;
            for (const auto & term : sum) {
                constexpr std::size_t most = 1000;
                auto places = term.literal ? std::vector<place_in_tree>() : term.path.find(of_, at);
                if (places.size() > most) places.resize(most), too_many();
                for (const auto p : places) any = add_piece(of_.markup(p), any ? std::string() : r.heading_is_name ? label_of(of_[p].name) : words_of(r.heading, at, false).words, places.size() > 1 && of_[p].name.empty()) || any;
            }
            if (any) return;
        }
    }

    bool add_piece(std::string_view field, const std::string & heading, bool item) {
        auto piece = markup_document(field, limits_);
        if (piece.blocks.empty()) return false;
        // The same text is often given twice, whole and in parts.
        constexpr std::size_t few = 16;
        if (pieces_++ < few) {
            const auto words = letters_of(piece.text);
            if (words.empty() || held_.find(words) != std::string::npos) return !words.empty();
            held_ += words;
        }
        if (item && piece.blocks.size() == 1 && piece.blocks[0].kind == block_kind::paragraph) piece.blocks[0].kind = block_kind::list_item, piece.blocks[0].level = 1;
        if (!heading.empty()) add(heading_document(heading));
        add(std::move(piece));
        return true;
    }

    void add(document piece) {
        if (text_.blocks.empty()) text_ = std::move(piece);
        else if (text_.blocks.size() < limits_.blocks) append(text_, piece);
        else too_many();
    }

    void too_many() {
        if (text_.notes.empty() || text_.notes.back().code != note_code::too_many_blocks) text_.notes.push_back({note_code::too_many_blocks, {std::to_string(limits_.blocks)}});
    }

    const tree & of_;
    const place_in_tree at_;
    const field_map::parts & map_;
    const read_limits & limits_;
    document to_, rows_, text_;
    std::string held_;
    std::size_t pieces_ = 0;
    std::uint32_t rows_count_ = 0;
};

bool has(const tree & of, place_in_tree at, const map_source & wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const auto & sum) {
        return std::all_of(sum.begin(), sum.end(), [&](const auto & term) { return term.literal || !term.path.find(of, at).empty(); });
    });
}

// What has a title and a text by the map's own rules; nothing with thousands of fields is an advert.
bool has_fields(const tree & of, place_in_tree at, const field_map::parts & map) {
    constexpr int most = 1000;
    int fields = 0;
    for (auto c = of[at].first; c; c = of[c].next)
        if (++fields > most) return false;
    const auto has_one = [&](field wanted) {
        return std::any_of(map.rules.begin(), map.rules.end(), [&](const auto & r) { return r.of == wanted && has(of, at, r.from); });
    };
    return has_one(field::title) && has_one(field::text);
}

void look_everywhere(const tree & of, place_in_tree at, const field_map::parts & map, int depth, std::vector<place_in_tree> & to) {
    constexpr int deepest = 12;
    if (depth > deepest) return;
    if (!of[at].list && of[at].first && has_fields(of, at, map)) return to.push_back(at);
    for (auto c = of[at].first; c; c = of[c].next)
        if (of[c].first) look_everywhere(of, c, map, depth + 1, to);
}

}  // namespace

std::vector<place_in_tree> adverts_in(const tree & of, const field_map::parts & map) {
    std::vector<place_in_tree> made;
    if (map.everywhere) look_everywhere(of, tree::root, map, 0, made);
    for (const auto & path : map.adverts) {
        if (map.everywhere || !made.empty()) break;
        made = path.find(of, tree::root);
    }
    // One of the first that has what the format needs vouches for the rest.
    constexpr std::size_t first = 16;
    if (!map.needs.empty() && std::none_of(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(std::min(first, made.size())), [&](place_in_tree at) { return has(of, at, map.needs); })) made.clear();
    return made;
}

document mapped_document(const tree & of, place_in_tree advert, const field_map::parts & map, const read_limits & limits) { return mapper(of, advert, map, limits).map(); }

known_columns columns_known(std::span<const std::string> head, const field_map::parts & map) {
    known_columns made{.read = std::vector<bool>(head.size())};
    for (std::size_t c = 0; c < head.size(); ++c)
        for (const auto & r : map.rules) {
            const auto names_it = [&](const map_source & from) {
                return std::any_of(from.begin(), from.end(), [&](const auto & sum) { return std::any_of(sum.begin(), sum.end(), [&](const auto & term) { return alike(term.path.last_name(), head[c]); }); });
            };
            if (!names_it(r.from) && !names_it(r.min) && !names_it(r.max) && !names_it(r.currency) && !names_it(r.per) && !names_it(r.heading)) continue;
            made.count += !made.read[c];
            made.read[c] = true;
            made.title = made.title || r.of == field::title;
            made.text = made.text || r.of == field::text;
        }
    return made;
}

}  // namespace rolewright::readers
