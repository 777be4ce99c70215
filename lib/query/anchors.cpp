// As a prefilter is made for regular expressions: of things in a row the rarest will do, of a choice every branch is
// needed, what is optional says nothing. Neighbouring words make a run, which is rarer than each of them.
#include "query/program_parts.hpp"

#include <limits>

namespace rolewright::query {
namespace {

constexpr double unusable = std::numeric_limits<double>::infinity();
constexpr double neighbours_are_rarer = 0.2;
constexpr std::size_t longest_run = 3;

anchors none() { return {{}, unusable}; }

anchors of_row(const pattern & p, const class_table & classes) {
    anchors best = none();
    for (std::size_t i = 0; i < p.children.size(); ++i) {
        auto here = anchors_of(p.children[i], classes);
        if (here.cost < best.cost) best = std::move(here);
        if (p.what != pattern::kind::row) continue;
        std::vector<class_id> run;
        double cheapest = unusable;
        for (auto k = i; k < p.children.size() && run.size() < longest_run && p.children[k].what == pattern::kind::leaf; ++k) {
            run.push_back(p.children[k].of);
            cheapest = std::min(cheapest, classes.cost(p.children[k].of));
            const double cost = run.size() > 1 ? cheapest * neighbours_are_rarer : cheapest;
            if (run.size() > 1 && cost < best.cost) best = {{run}, cost};
        }
    }
    return best;
}

anchors of_all(std::span<const anchors> branches) {
    anchors made;
    for (const auto & b : branches) {
        if (b.cost == unusable) return none();
        made.runs.insert(made.runs.end(), b.runs.begin(), b.runs.end());
        made.cost += b.cost;
    }
    return made;
}

}  // namespace

bool can_be_empty(const pattern & p) {
    const auto empty_child = [](const pattern & c) { return can_be_empty(c); };
    switch (p.what) {
        case pattern::kind::leaf: return false;
        case pattern::kind::optional: return true;
        case pattern::kind::choice: return std::any_of(p.children.begin(), p.children.end(), empty_child);
        default: return std::all_of(p.children.begin(), p.children.end(), empty_child);
    }
}

anchors anchors_of(const pattern & p, const class_table & classes) {
    switch (p.what) {
        case pattern::kind::leaf: return {{{p.of}}, classes.cost(p.of)};
        case pattern::kind::optional: return none();
        case pattern::kind::choice: {
            std::vector<anchors> branches;
            for (const auto & c : p.children) branches.push_back(anchors_of(c, classes));
            return of_all(branches);
        }
        default: return of_row(p, classes);
    }
}

anchors anchors_of(const condition & c, const class_table & classes) {
    switch (c.what) {
        case condition::kind::pattern: return anchors_of(c.words, classes);
        case condition::kind::scope:
        case condition::kind::without: return anchors_of(c.children[0], classes);
        case condition::kind::both: {
            anchors best = none();
            for (const auto & child : c.children)
                if (auto here = anchors_of(child, classes); here.cost < best.cost) best = std::move(here);
            return best;
        }
        case condition::kind::any: {
            std::vector<anchors> branches;
            for (const auto & child : c.children) branches.push_back(anchors_of(child, classes));
            return of_all(branches);
        }
    }
    return none();
}

}  // namespace rolewright::query
