// The markup vocabulary of HTML, as tables.
#include "read/html_elements.hpp"

#include <algorithm>
#include <array>

namespace rolewright::readers {
namespace {

struct named_role {
    std::string_view name;
    element_role role;
};

using enum element_role;
constexpr named_role roles[] = {
    {"address", block}, {"article", main}, {"aside", chrome}, {"b", strong}, {"blockquote", block}, {"br", line_break}, {"button", hidden}, {"center", block},
    {"dd", cell}, {"details", block}, {"dialog", hidden}, {"div", block}, {"dl", table}, {"dt", cell}, {"fieldset", block}, {"figcaption", block}, {"figure", block},
    {"footer", chrome}, {"form", block}, {"h1", heading}, {"h2", heading}, {"h3", heading}, {"h4", heading}, {"h5", heading}, {"h6", heading}, {"head", hidden},
    {"header", block}, {"hr", rule}, {"iframe", hidden}, {"input", hidden}, {"legend", block}, {"li", item}, {"link", hidden}, {"main", main}, {"map", hidden}, {"nav", chrome},
    {"noscript", hidden}, {"object", hidden}, {"ol", list}, {"option", hidden}, {"p", block}, {"pre", pre}, {"script", hidden}, {"section", block}, {"select", hidden},
    {"strong", strong}, {"style", hidden}, {"summary", block}, {"svg", hidden}, {"a", link}, {"table", table}, {"tbody", plain}, {"td", cell}, {"template", hidden},
    {"textarea", hidden}, {"th", cell}, {"thead", plain}, {"title", hidden}, {"tr", row}, {"ul", list}, {"video", hidden}, {"audio", hidden}, {"canvas", hidden}};

// Words of class and id attributes that pages use for what surrounds an article.
constexpr std::string_view furniture[] = {"nav", "navbar", "navigation", "menu", "footer", "cookie", "cookies", "breadcrumb", "breadcrumbs", "related", "sidebar", "share", "sharing", "skip", "pagination", "similar", "toolbar", "masthead", "copyright", "topbar"};

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

element_role role_of(std::string_view name) {
    const auto found = std::find_if(std::begin(roles), std::end(roles), [&](const auto & r) { return r.name == name; });
    return found == std::end(roles) ? plain : found->role;
}

// "has-sidebar" and "no-menu" speak of the page around the element's own words, not of the element.
bool names_furniture(std::string_view attribute) {
    std::string_view before;
    for (std::size_t i = 0; i < attribute.size();) {
        auto end = i;
        while (end < attribute.size() && letter(attribute[end])) ++end;
        const auto word = attribute.substr(i, end - i);
        const bool qualified = before == "has" || before == "with" || before == "no" || before == "without";
        if (!qualified && std::find(std::begin(furniture), std::end(furniture), word) != std::end(furniture)) return true;
        before = end < attribute.size() && attribute[end] == ' ' ? std::string_view() : word;
        i = end + 1;
    }
    return false;
}

}  // namespace rolewright::readers
