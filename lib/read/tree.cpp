// Children hang in chains, in the order of the input; value 0 is the root and therefore nobody's child.
#include "read/tree.hpp"

namespace rolewright::readers {
namespace {

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool counts(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '@' || static_cast<unsigned char>(c) >= 0x80; }

bool same_letters(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (true) {
        while (i < a.size() && !counts(folded(a[i]))) ++i;
        while (j < b.size() && !counts(folded(b[j]))) ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size() && !a.empty() && !b.empty();
        if (folded(a[i++]) != folded(b[j++])) return false;
    }
}

// FNV-1a over the letters and digits.
std::uint32_t key_of(std::string_view name) {
    std::uint32_t key = 2166136261u;
    for (const char c : name)
        if (counts(folded(c))) key = (key ^ static_cast<unsigned char>(folded(c))) * 16777619u;
    return key;
}

// What an object is known by, where a field wants one text of it.
constexpr std::string_view known_by[] = {"name", "label", "value", "text", "title"};
constexpr int deepest = 4;

void add_all(const tree & in, place_in_tree from, std::vector<place_in_tree> & to) {
    to.push_back(from);
    for (auto i = to.size() - 1; i < to.size(); ++i)
        for (auto c = in[to[i]].first; c; c = in[c].next)
            if (in[c].first) to.push_back(c);
}

}  // namespace

bool alike(std::string_view wanted, std::string_view name) {
    if (same_letters(wanted, name)) return true;
    const auto colon = name.find(':');
    return colon != std::string_view::npos && wanted.find(':') == std::string_view::npos && same_letters(wanted, name.substr(colon + 1));
}

tree::tree() { values_.emplace_back(); }

place_in_tree tree::add(place_in_tree parent, std::string_view name, std::string_view text) {
    const auto at = static_cast<place_in_tree>(values_.size());
    const auto key = key_of(name);
    const auto colon = name.find(':');
    values_.push_back({.name = name, .text = text, .parent = parent, .key = key, .local_key = colon == std::string_view::npos ? key : key_of(name.substr(colon + 1))});
    auto & to = values_[parent];
    if (to.last) values_[to.last].next = at;
    else to.first = at;
    to.last = at;
    return at;
}

std::string_view tree::keep(std::string text) { return texts_.emplace_back(std::move(text)); }

std::string tree::words(place_in_tree at) const {
    const auto look = [&](const auto & self, place_in_tree from, int depth) -> std::string {
        const auto & v = values_[from];
        if (!v.text.empty() || !v.first || depth > deepest) return std::string(v.text);
        std::string made;
        if (v.list) {
            for (auto c = v.first; c; c = values_[c].next)
                if (const auto item = self(self, c, depth + 1); !item.empty()) made += (made.empty() ? "" : ", ") + item;
            return made;
        }
        for (const auto known : known_by)
            for (auto c = v.first; c; c = values_[c].next)
                if (alike(known, values_[c].name))
                    if (made = self(self, c, depth + 1); !made.empty()) return made;
        return made;
    };
    return look(look, at, 0);
}

std::string tree::markup(place_in_tree at) const {
    const auto & v = values_[at];
    return v.markup && inner_markup ? inner_markup(v.markup) : words(at);
}

tree_path tree_path::of(std::string_view written) {
    tree_path made;
    while (!written.empty()) {
        // A slash within brackets is part of a value.
        std::size_t end = 0;
        for (int open = 0; end < written.size() && (open || written[end] != '/'); ++end) open += (written[end] == '[') - (written[end] == ']');
        auto name = written.substr(0, end);
        written.remove_prefix(std::min(end + 1, written.size()));
        if (name == ".") continue;
        step s;
        if (const auto bracket = name.find('['); bracket != std::string_view::npos && name.ends_with(']')) {
            const auto test = name.substr(bracket + 1, name.size() - bracket - 2);
            const auto equals = test.find('=');
            if (equals != std::string_view::npos) {
                s.key = test.substr(0, equals);
                s.wanted = test.substr(equals + 1);
                name = name.substr(0, bracket);
            }
        }
        s.name = name;
        s.name_key = key_of(name);
        s.prefixed = name.find(':') != std::string_view::npos;
        made.steps_.push_back(std::move(s));
    }
    return made;
}

tree_path tree_path::column(std::string_view name) {
    tree_path made;
    made.steps_.push_back({std::string(name), {}, {}, key_of(name), name.find(':') != std::string_view::npos});
    return made;
}

std::vector<place_in_tree> tree_path::find(const tree & in, place_in_tree from) const {
    std::vector<place_in_tree> now{from}, next;
    const auto items = [&](const auto & self, place_in_tree at, auto && take, int depth) -> void {
        if (!in[at].list || depth > deepest) return take(at);
        for (auto c = in[at].first; c; c = in[c].next) self(self, c, take, depth + 1);
    };
    for (const auto & s : steps_) {
        next.clear();
        for (const auto at : now)
            items(items, at, [&](place_in_tree owner) {
                const auto take = [&](auto && fits) {
                    const auto before = next.size();
                    for (auto c = in[owner].first; c; c = in[c].next)
                        if (fits(in[c])) next.push_back(c);
                    return next.size() > before;
                };
                if (s.name == "..") {
                    auto up = in[owner].parent;
                    while (in[up].list && up != tree::root) up = in[up].parent;
                    next.push_back(up);
                } else if (s.name == "**") add_all(in, owner, next);
                else if (s.name == "*") take([](const tree_value & v) { return !v.name.starts_with('@'); });
                else if (!take([&](const tree_value & v) { return v.key == s.name_key && v.name == s.name; }))
                    take([&](const tree_value & v) { return (v.key == s.name_key || (!s.prefixed && v.local_key == s.name_key)) && alike(s.name, v.name); });
            }, 0);
        if (!s.key.empty()) {
            const auto key = tree_path::of(s.key);
            std::vector<place_in_tree> kept;
            for (const auto at : next)
                items(items, at, [&](place_in_tree one) {
                    for (const auto k : key.find(in, one))
                        if (in.words(k) == s.wanted) return kept.push_back(one);
                }, 0);
            next = std::move(kept);
        }
        now.swap(next);
    }
    std::vector<place_in_tree> made;
    for (const auto at : now) items(items, at, [&](place_in_tree one) { made.push_back(one); }, 0);
    return made;
}

const std::string & tree_path::last_name() const {
    static const std::string none;
    return steps_.empty() ? none : steps_.back().name;
}

}  // namespace rolewright::readers
