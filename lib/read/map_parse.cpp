// A map is XML: one element a field. pugixml tells where elements begin; the place of an attribute is looked for from there.
#include "read/map_parts.hpp"

#include "base/embedded.hpp"
#include "base/nearest.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>

namespace rolewright {
namespace readers {
namespace {

constexpr std::string_view field_names[] = {"id", "title", "employer", "country", "language", "location", "qualification", "reference", "contact_email", "contact_phone", "salary", "posted", "closing", "start", "hours_per_week", "experience_years", "contract", "workplace", "posts", "row", "text"};
constexpr std::string_view containers[] = {"xml", "json", "ndjson", "csv"};
constexpr std::string_view amounts[] = {"cents", "whole"};
constexpr std::string_view date_orders[] = {"dmy", "mdy", "ymd"};

struct broken_map {
    error why;
};

std::string_view trimmed(std::string_view s) {
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!s.empty() && space(s.front())) s.remove_prefix(1);
    while (!s.empty() && space(s.back())) s.remove_suffix(1);
    return s;
}

std::string listed(std::span<const std::string_view> names) {
    std::string made;
    for (const auto & n : names) made += (made.empty() ? "" : &n == &names.back() ? " or " : ", ") + std::string(n);
    return made;
}

class map_reader {
public:
    map_reader(std::string_view bytes, const std::string & file) : bytes_(bytes), file_(file) {}

    field_map::parts read() {
        pugi::xml_document document;
        if (const auto parsed = document.load_buffer(bytes_.data(), bytes_.size(), pugi::parse_default, pugi::encoding_utf8); !parsed) fail(parsed.offset, std::string("expected a mapping file in XML: ") + parsed.description());
        const auto root = document.document_element();
        if (root.name() != std::string_view("map")) fail(root.offset_debug(), "expected <map>, found <" + std::string(root.name()) + ">");
        allow(root, {"name", "format", "adverts", "needs", "sure"});
        made_.name = root.attribute("name").value();
        made_.container = one_of(root, "format", containers);
        read_adverts(root);
        made_.needs = source(root, "needs");
        if (const std::string_view sure = root.attribute("sure").value(); !sure.empty())
            if (std::from_chars(sure.data(), sure.data() + sure.size(), made_.sure).ptr != sure.data() + sure.size()) fail(root, "sure", "expected a number, found '" + std::string(sure) + "'");
        for (const auto child : root.children())
            if (child.type() == pugi::node_element) made_.rules.push_back(rule(child));
        if (std::none_of(made_.rules.begin(), made_.rules.end(), [](const auto & r) { return r.of == field::text; })) fail(root.offset_debug(), "expected <text> with the place of the advert's text, found none");
        return std::move(made_);
    }

private:
    [[noreturn]] void fail(std::ptrdiff_t offset, const std::string & message) const {
        const auto where = place_of(bytes_, static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(bytes_.size()))));
        throw broken_map{{error_code::bad_map, message, file_, where.line, where.column}};
    }

    [[noreturn]] void fail(pugi::xml_node node, const char * attribute, const std::string & message) const {
        const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
        const auto tag = bytes_.substr(begin, bytes_.find('>', begin) - begin);
        for (auto at = tag.find(attribute); at != std::string_view::npos; at = tag.find(attribute, at + 1)) {
            auto after = at + std::string_view(attribute).size();
            while (after < tag.size() && tag[after] == ' ') ++after;
            if (after < tag.size() && tag[after] == '=') fail(static_cast<std::ptrdiff_t>(begin + at), message);
        }
        fail(node.offset_debug(), message);
    }

    void allow(pugi::xml_node node, std::initializer_list<std::string_view> known) const {
        for (const auto a : node.attributes())
            if (std::find(known.begin(), known.end(), a.name()) == known.end()) fail(node, a.name(), "expected " + listed(known) + ", found '" + a.name() + "'");
    }

    std::string one_of(pugi::xml_node node, const char * attribute, std::span<const std::string_view> known) const {
        const std::string value = node.attribute(attribute).value();
        if (node.attribute(attribute) && std::find(known.begin(), known.end(), value) == known.end()) fail(node, attribute, "expected " + listed(known) + ", found '" + value + "'");
        return value;
    }

    void read_adverts(pugi::xml_node root) {
        std::string_view all = root.attribute("adverts").value();
        made_.everywhere = trimmed(all) == "**";
        while (!all.empty() && !made_.everywhere) {
            const auto end = std::min(all.find(" | "), all.size());
            made_.adverts.push_back(tree_path::of(trimmed(all.substr(0, end))));
            all.remove_prefix(std::min(end + 3, all.size()));
        }
        if (made_.adverts.empty()) made_.adverts.push_back(tree_path::of("."));
    }

    map_source source(pugi::xml_node node, const char * attribute) const {
        map_source made;
        const auto a = node.attribute(attribute);
        if (!a) return made;
        std::string_view all = a.value();
        if (trimmed(all).empty()) fail(node, attribute, std::string("expected the place of a value in '") + attribute + "', found nothing");
        for (std::size_t begin = 0; begin <= all.size();) {
            const auto end = std::min(all.find(" | ", begin), all.size());
            auto sum = all.substr(begin, end - begin);
            begin = end + 3;
            auto & terms = made.emplace_back();
            for (std::size_t from = 0; from <= sum.size();) {
                const auto to = std::min(sum.find(" + ", from), sum.size());
                const auto term = trimmed(sum.substr(from, to - from));
                from = to + 3;
                if (term.empty()) fail(node, attribute, std::string("expected a place between the signs in '") + attribute + "', found nothing");
                const bool literal = term.size() >= 2 && term.front() == '\'' && term.back() == '\'';
                if (literal) terms.push_back({{}, std::string(term.substr(1, term.size() - 2)), true});
                else terms.push_back({made_.container == "csv" ? tree_path::column(term) : tree_path::of(term), {}, false});
            }
        }
        return made;
    }

    map_rule rule(pugi::xml_node node) const {
        const std::string_view name = node.name();
        const auto * known = std::find(std::begin(field_names), std::end(field_names), name);
        if (known == std::end(field_names)) {
            const auto near = nearest(name, field_names, 1);
            fail(node.offset_debug(), "expected the name of a field" + (near.empty() ? std::string() : ", such as <" + std::string(near.front()) + ">") + "; found <" + std::string(name) + ">");
        }
        map_rule made;
        made.of = static_cast<field>(known - std::begin(field_names));
        made.from = source(node, "from");
        switch (made.of) {
            case field::salary:
                allow(node, {"from", "min", "max", "currency", "per", "in", "label"});
                made.in_cents = one_of(node, "in", amounts) == amounts[0];
                made.min = source(node, "min"), made.max = source(node, "max"), made.currency = source(node, "currency"), made.per = source(node, "per");
                break;
            case field::posted:
            case field::closing:
            case field::start:
                allow(node, {"from", "date", "label"});
                made.date_order = one_of(node, "date", date_orders);
                break;
            case field::text:
                allow(node, {"from", "heading", "each"});
                made.heading_is_name = node.attribute("heading").value() == std::string_view("*");
                if (!made.heading_is_name) made.heading = source(node, "heading");
                made.repeated = node.attribute("each") != nullptr;
                made.each = tree_path::of(node.attribute("each").value());
                break;
            default: allow(node, {"from", "label"});
        }
        made.label = node.attribute("label").value();
        if (made.from.empty() && made.min.empty() && made.max.empty()) fail(node.offset_debug(), "expected 'from' with a place in <" + std::string(name) + ">, found none");
        for (const auto child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            if (child.name() != std::string_view("is")) fail(child.offset_debug(), "expected <is when=\"…\" value=\"…\"/> in <" + std::string(name) + ">, found <" + child.name() + ">");
            allow(child, {"when", "value"});
            if (!child.attribute("when") || !child.attribute("value")) fail(child.offset_debug(), "expected 'when' and 'value' in <is>, found one of them or none");
            const std::string value = child.attribute("value").value();
            if (made.of == field::contract) one_of(child, "value", names_of<contract_kind>());
            if (made.of == field::workplace) one_of(child, "value", names_of<workplace_kind>());
            made.values.emplace_back(child.attribute("when").value(), value);
        }
        return made;
    }

    std::string_view bytes_;
    const std::string & file_;
    field_map::parts made_;
};

}  // namespace

std::span<const field_map> format_maps() {
    static const auto maps = [] {
        std::vector<field_map> made;
        for (const auto & f : embedded_below("lib/read/maps")) {
            auto map = field_map::parse(f.bytes, std::string(f.path));
            assert(map);
            if (map) made.push_back(*std::move(map));
        }
        std::stable_sort(made.begin(), made.end(), [](const auto & a, const auto & b) { return a.inside().sure > b.inside().sure; });
        return made;
    }();
    return maps;
}

}  // namespace readers

result<field_map> field_map::parse(std::string_view xml, const std::string & file) {
    try {
        return field_map(std::make_shared<const parts>(readers::map_reader(xml, file).read()));
    } catch (const readers::broken_map & broken) {
        return broken.why;
    }
}

}  // namespace rolewright
