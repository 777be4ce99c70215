// The file becomes a tree; the first map of a format that finds its adverts in it reads them.
#include "read/feeds.hpp"
#include "read/html_elements.hpp"
#include "read/map_parts.hpp"
#include "read/xml_text.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

bool map_into(const tree & fields, const field_map::parts & map, const read_limits & limits, reading & to) {
    for (const auto at : adverts_in(fields, map)) {
        auto doc = mapped_document(fields, at, map, limits);
        if (doc.blocks.empty() && !doc.given.title) continue;
        if (to.documents.size() >= limits.adverts) {
            to.notes.push_back({note_code::too_many_adverts, {std::to_string(limits.adverts)}});
            break;
        }
        to.documents.push_back(std::move(doc));
    }
    return !to.documents.empty();
}

bool is_page(std::string_view root) {
    std::string lower(root);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower == "html" || (lower != "link" && lower != "title" && lower != "source" && role_of(lower) != element_role::plain);
}

// An end tag or CDATA, as no text and no page would have it.
bool has_data_elements(std::string_view text) {
    constexpr std::size_t far = 4096;
    const auto head = text.substr(0, far);
    if (head.find("<![CDATA[") != std::string_view::npos) return true;
    for (auto at = head.find("</"); at != std::string_view::npos; at = head.find("</", at + 2)) {
        const auto name = head.substr(at + 2, head.find('>', at) - at - 2);
        if (!name.empty() && name.find_first_of(" \n<") == std::string_view::npos && !is_page(name)) return true;
    }
    return false;
}

}  // namespace

result<bool> read_xml(const input & in, reading & to) {
    auto xml = read_xml_text(in.decoded->text, in.limits);
    if (!xml) return xml.error();
    if (xml->first_mend) to.notes.push_back({note_code::xml_mended, {std::to_string(xml->first_mend)}});
    if (xml->declares_entities) to.notes.push_back({note_code::entities_not_expanded});
    if (xml->too_deep) to.notes.push_back({note_code::too_deep, {std::to_string(in.limits.nesting)}});
    if (in.options.map) {
        to.format = in.options.map->inside().name.empty() ? "map" : in.options.map->inside().name;
        if (!map_into(xml->fields, in.options.map->inside(), in.limits, to)) to.notes.push_back({note_code::no_advert_fields});
        return true;
    }
    for (const auto & known : format_maps()) {
        if (known.inside().container == "json") continue;
        if (!map_into(xml->fields, known.inside(), in.limits, to)) continue;
        to.format = known.inside().name;
        return true;
    }
    to.notes.push_back({note_code::no_advert_fields});
    return true;
}

int sniff_xml(std::string_view text) {
    constexpr int declared = 95, undeclared = 92, cut_off = 91;
    const auto root = root_element(text);
    if (root.empty() || is_page(root)) return 0;
    const auto begin = std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), text.size());
    if (text.substr(begin).starts_with("<?xml")) return declared;
    const auto end = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    return end.ends_with("</" + std::string(root) + ">") ? undeclared : has_data_elements(text) ? cut_off : 0;
}

}  // namespace rolewright::readers
