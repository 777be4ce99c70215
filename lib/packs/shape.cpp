// One table says what every element may hold; each top-level element is held against it before it is read, so readers
// only fetch what they know to be there.
#include "packs/shape.hpp"

#include <algorithm>

namespace rolewright::packs {
namespace {

constexpr element_shape shapes[] = {
    {"source", "", "id title year url", ""},
    {"list", "", "name", "", true},
    {"query", "", "", "", true},
    {"yes", "", "", "m", true},
    {"no", "", "", "", true},
    {"m", "", "", "", true},
    {"title", "", "", "", true},
    {"about", "", "", "", true},
    // criteria
    {"criterion", "", "id part everyone implied-by", "title about"},
    {"level", "", "is value", ""},
    {"strength", "", "is value", ""},
    {"band", "", "is from", ""},
    {"evidence", "", "id criterion level strength practice source roles except", "query yes no"},
    {"trap", "", "id criterion why clause", "query yes no"},
    {"bound", "", "id least most reach after", "query yes no"},
    {"suggest", "", "id criterion families strength way practice", "", true},
    {"practice", "", "id", "title about"},
    {"tools", "", "criterion for source practice", "tool"},
    {"tool", "", "free url note", "", true},
    {"framework", "", "id title source", "item maps"},
    {"item", "", "id", "", true},
    {"maps", "", "criterion to statements", ""},
    // language
    {"headings", "", "", "heading"},
    {"heading", "", "kind whole", "query yes no"},
    {"prior", "", "section subject act weight", ""},
    {"cue", "", "id subject act section why weight opens introduces", "query yes no"},
    {"breaker", "", "mark", "", true},
    {"abbreviations", "", "", "", true},
    {"openers", "", "", "", true},
    {"never-first", "", "", "", true},
    {"never-last", "", "", "", true},
    {"organisations", "", "", "", true},
    {"occupations", "", "", "", true},
    {"vowels", "", "", "", true},
    {"suffix", "", "ending becomes", ""},
    {"irregular", "", "", "", true},
    {"spelling", "", "", "", true},
    {"kind", "", "is value", "", true},
    {"label", "", "fact", "", true},
    {"value", "", "fact is", "query yes no"},
    {"aside", "", "id alone", "query yes no"},
    {"short", "", "for", "", true},
    {"common", "", "", "", true},
    // roles
    {"family", "", "id core fits generic", "title query yes no"},
    {"role", "", "id family core generic", "title query duties yes no"},
    {"duties", "", "", "", true},
    // rules
    {"rule", "", "id kind severity jurisdiction except in fact first then criterion most least section", "query message why fix yes no"},
    {"message", "rule", "", "", true},
    {"why", "", "", "", true},
    {"fix", "", "safety title", "", true},
    // messages
    {"message", "", "id", "", true},
};

constexpr std::pair<std::string_view, std::string_view> kinds[] = {
    {"language", "headings prior cue breaker abbreviations openers never-first never-last organisations occupations vowels suffix irregular spelling kind label value aside short common list source"},
    {"criteria", "criterion evidence trap bound suggest practice tools framework list level strength band source"},
    {"roles", "family role list source"},
    {"rules", "rule list source"},
    {"messages", "message source"},
};

bool among(std::string_view names, std::string_view name) {
    while (!names.empty()) {
        const auto end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == name) return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

// "query yes no" as "<query>, <yes> or <no>".
std::string spoken(std::string_view names) {
    std::string made;
    const auto words = split_words(names);
    for (std::size_t i = 0; i < words.size(); ++i) made += (i == 0 ? "<" : i + 1 == words.size() ? " or <" : ", <") + words[i] + ">";
    return made;
}

std::string spoken_attributes(std::string_view names) {
    std::string made;
    const auto words = split_words(names);
    for (std::size_t i = 0; i < words.size(); ++i) made += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return made;
}

const element_shape & shape_of(pugi::xml_node node) {
    const std::string_view name = node.name(), parent = node.parent().name();
    const auto fits = [&](const element_shape & s) { return s.name == name && (s.parent.empty() || s.parent == parent); };
    return *std::find_if(std::begin(shapes), std::end(shapes), fits);
}

void check_inside(const xml_file & file, pugi::xml_node node) {
    const auto & shape = shape_of(node);
    for (const auto a : node.attributes())
        if (!among(shape.attributes, a.name())) file.fail(node, "unexpected attribute " + std::string(a.name()) + " in <" + node.name() + ">" + (shape.attributes.empty() ? "" : ", expected " + spoken_attributes(shape.attributes)));
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_element) {
            if (!among(shape.children, child.name())) file.unexpected(child, shape.children.empty() ? "words alone" : spoken(shape.children));
            check_inside(file, child);
        } else if (!shape.text && !split_words(child.value()).empty() && (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)) {
            file.fail(child, "unexpected words in <" + std::string(node.name()) + ">" + (shape.children.empty() ? "" : ", expected " + spoken(shape.children)));
        }
    }
}

}  // namespace

std::span<const element_shape> element_shapes() { return shapes; }

std::string_view elements_of(std::string_view pack_kind) {
    for (const auto & [kind, names] : kinds)
        if (kind == pack_kind) return names;
    return {};
}

void check_shape(const xml_file & file, pugi::xml_node node, std::string_view pack_kind) {
    const auto names = elements_of(pack_kind);
    if (!among(names, node.name())) file.unexpected(node, spoken(names));
    check_inside(file, node);
}

}  // namespace rolewright::packs
