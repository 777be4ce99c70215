// The references share the children of what they refer to; nothing is copied.
#include "read/json_api.hpp"

#include <string>
#include <unordered_map>

namespace rolewright::readers {
namespace {

place_in_tree child(const tree & in, place_in_tree of, std::string_view name) {
    for (auto c = in[of].first; c; c = in[c].next)
        if (in[c].name == name) return c;
    return 0;
}

std::string key_of(const tree & in, place_in_tree thing) {
    const auto type = child(in, thing, "type"), id = child(in, thing, "id");
    return type && id ? std::string(in[type].text) + '/' + std::string(in[id].text) : std::string();
}

// Few values without any inside: sharing what is large among many would cost its size each time.
bool is_small(const tree & in, place_in_tree of) {
    constexpr int most = 64;
    int n = 0;
    for (auto c = in[of].first; c; c = in[c].next)
        if (in[c].first || ++n > most) return false;
    return true;
}

}  // namespace

void join_included(tree & of) {
    const auto included = child(of, tree::root, "included"), data = child(of, tree::root, "data");
    if (!included || !data) return;
    std::unordered_map<std::string, place_in_tree> attributes;
    for (auto thing = of[included].first; thing; thing = of[thing].next)
        if (const auto a = child(of, thing, "attributes"); a && is_small(of, a)) attributes.emplace(key_of(of, thing), a);
    const auto refer = [&](place_in_tree reference) {
        const auto found = attributes.find(key_of(of, reference));
        if (found == attributes.end() || child(of, reference, "attributes")) return;
        const auto joined = of.add(reference, "attributes");
        of[joined].first = of[found->second].first;
        of[joined].last = of[found->second].last;
    };
    const auto things = of[data].list ? of[data].first : data;
    for (auto thing = things; thing; thing = of[data].list ? of[thing].next : 0) {
        const auto relations = child(of, thing, "relationships");
        for (auto r = relations ? of[relations].first : 0; r; r = of[r].next) {
            const auto to = child(of, r, "data");
            if (!to) continue;
            if (!of[to].list) refer(to);
            else
                for (auto item = of[to].first; item; item = of[item].next) refer(item);
        }
    }
}

}  // namespace rolewright::readers
