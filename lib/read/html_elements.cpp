// The markup vocabulary of HTML, as tables.
#include "read/html_elements.hpp"

#include <array>

namespace rolewright::readers {
namespace {

struct named_role {
    std::string_view name;
    element_role role;
};

using enum element_role;
constexpr named_role roles[] = {
    {"address", block}, {"article", article}, {"aside", chrome}, {"b", strong}, {"blockquote", block}, {"br", line_break}, {"button", control}, {"center", block},
    {"dd", cell}, {"details", block}, {"dialog", hidden}, {"div", block}, {"dl", table}, {"dt", cell}, {"fieldset", block}, {"figcaption", block}, {"figure", block},
    {"footer", chrome}, {"form", form}, {"h1", heading}, {"h2", heading}, {"h3", heading}, {"h4", heading}, {"h5", heading}, {"h6", heading}, {"head", hidden},
    {"header", header}, {"hr", rule}, {"iframe", hidden}, {"input", field}, {"legend", block}, {"li", item}, {"link", hidden}, {"main", main}, {"map", hidden}, {"nav", chrome},
    {"noscript", hidden}, {"object", hidden}, {"ol", list}, {"option", hidden}, {"p", block}, {"pre", pre}, {"script", hidden}, {"section", block}, {"select", field},
    {"strong", strong}, {"style", hidden}, {"summary", block}, {"svg", hidden}, {"a", link}, {"table", table}, {"tbody", plain}, {"td", cell}, {"template", hidden},
    {"textarea", field}, {"th", cell}, {"thead", plain}, {"title", hidden}, {"tr", row}, {"ul", list}, {"video", hidden}, {"audio", hidden}, {"canvas", hidden}};

// A table of the names by their length and first letter.
struct named_roles {
    static constexpr std::size_t slots = 512;
    std::array<std::uint8_t, slots> first{};   // 1 + the place in `roles`
    std::array<std::uint8_t, std::size(roles)> next{};

    static constexpr std::size_t slot(std::string_view name) { return (name.size() * 31 + static_cast<unsigned char>(name[0]) * 7 + static_cast<unsigned char>(name.back())) % slots; }

    constexpr named_roles() {
        for (std::size_t i = 0; i < std::size(roles); ++i) {
            next[i] = first[slot(roles[i].name)];
            first[slot(roles[i].name)] = static_cast<std::uint8_t>(i + 1);
        }
    }
};
constexpr named_roles by_name;

}  // namespace

element_role role_of(std::string_view name) {
    if (name.empty()) return plain;
    for (auto i = by_name.first[named_roles::slot(name)]; i; i = by_name.next[i - 1])
        if (roles[i - 1].name == name) return roles[i - 1].role;
    return plain;
}

}  // namespace rolewright::readers
