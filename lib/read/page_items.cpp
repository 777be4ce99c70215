// Elements that are open and mean something are kept on a stack with the place in the text where they began: at their end
// the words between are the value, unless an attribute gave it or the element is a thing itself.
#include "read/page_items.hpp"

#include "base/json.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <map>

namespace rolewright::readers {
namespace {

constexpr std::size_t most_values = 32;       // open at once: the words of a value are looked at once for each around it
constexpr std::size_t longest_value = 4096;   // what is longer stands on the page
constexpr int deepest = 8;

// "schema:title", "https://schema.org/title": title.
std::string_view local_name(std::string_view name) {
    name = name.substr(0, name.find(' '));
    return name.substr(name.find_last_of("/#:") + 1);
}

void write(const std::vector<page_item> & all, std::uint32_t number, json_writer & to, int depth) {
    const auto & item = all[number - 1];
    to.begin_object().member("@type", item.type);
    std::map<std::string_view, std::vector<const page_item::property *>> by_name;
    for (const auto & p : item.properties) by_name[p.name].push_back(&p);
    for (const auto & [name, values] : by_name) {
        to.key(name);
        if (values.size() > 1) to.begin_array();
        for (const auto * v : values) {
            if (v->item && depth < deepest) write(all, v->item, to, depth + 1);
            else to.value(v->words);
        }
        if (values.size() > 1) to.end_array();
    }
    to.end_object();
}

}  // namespace

void item_reader::open(const item_attributes & of, std::uint32_t element, std::size_t at) {
    opened_ = 0;
    const std::uint32_t owner = [&] {
        for (auto e = open_.rbegin(); e != open_.rend(); ++e)
            if (e->item) return e->item;
        return 0u;
    }();
    if (!of.any() || open_.size() >= most_values || (!of.scope && !owner)) return;
    open_value made;
    made.element = element;
    made.owner = of.property.empty() ? 0 : owner;
    made.name = local_name(of.property);
    made.at = at;
    if (of.scope) {
        to_.push_back({std::string(local_name(of.type)), made.owner, {}});
        made.item = static_cast<std::uint32_t>(to_.size());
        if (to_.back().type == "JobPosting") opened_ = made.item;
    }
    if (made.owner) {
        const auto given = !of.content.empty() ? of.content : !of.datetime.empty() ? of.datetime : of.address;
        made.given = made.item || !given.empty();
        if (made.given) to_[made.owner - 1].properties.push_back({made.name, made.item ? std::string() : std::string(given), made.item});
    }
    open_.push_back(std::move(made));
}

void item_reader::close(std::uint32_t element, std::string_view page) {
    while (!open_.empty() && open_.back().element >= element) {
        auto & e = open_.back();
        if (e.owner && !e.given) {
            auto end = std::min(page.size(), e.at + longest_value);
            while (end > e.at && end < page.size() && (static_cast<unsigned char>(page[end]) & 0xC0) == 0x80) --end;
            auto words = text::squeezed(page.substr(std::min(e.at, end), end - std::min(e.at, end)));
            if (words.empty()) words = text::squeezed(e.unseen);
            if (!words.empty()) to_[e.owner - 1].properties.push_back({e.name, std::move(words), 0});
        }
        open_.pop_back();
    }
}

void item_reader::hidden(std::string_view words) {
    if (!open_.empty() && open_.back().owner && !open_.back().given && open_.back().unseen.size() < longest_value) open_.back().unseen += words;
}

std::string json_of_item(const std::vector<page_item> & all, std::uint32_t number) {
    std::string made;
    json_writer to(made);
    write(all, number, to, 0);
    return made;
}

}  // namespace rolewright::readers
