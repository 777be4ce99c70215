// As a prefilter is made for regular expressions: of things in a row the rarest will do, of a choice every branch is
// needed, what is optional says nothing. Neighbouring words make a run, which is rarer than each of them. Where the
// anchors of a pattern stand is settled when it is made; the runs are gathered once a query has chosen.
#include "query/near_rows.hpp"
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

constexpr double neighbours_are_rarer = 0.2;
constexpr std::size_t longest_run = 3;
constexpr std::size_t most_pairs = 1u << 14;  // of the first two words of a run: each may take up room of its own
constexpr std::uint32_t most_words = 1u << 20;  // keeps sums of widths from running over

void find_rarest(pattern & p, const class_table & classes) {
    const auto prefer = [&](double cost, std::size_t child, std::size_t run) {
        if (cost >= p.cost) return;
        p.cost = cost;
        p.anchor_child = static_cast<std::uint32_t>(child);
        p.anchor_run = static_cast<std::uint32_t>(run);
    };
    for (std::size_t i = 0; i < p.children.size(); ++i) {
        prefer(p.children[i]->cost, i, 1);
        if (p.what != pattern::kind::row) continue;
        double cheapest = unusable;
        for (std::size_t run = 1; run <= longest_run && i + run <= p.children.size() && p.children[i + run - 1]->what == pattern::kind::leaf; ++run) {
            if (run == 2 && classes.members(p.children[i]->of).size() * classes.members(p.children[i + 1]->of).size() > most_pairs) break;
            cheapest = std::min(cheapest, classes.cost(p.children[i + run - 1]->of));
            if (run > 1) prefer(cheapest * neighbours_are_rarer, i, run);
        }
    }
}

// What is known of a piece of a pattern when its anchors are gathered: how many words a match can have before it, and what
// stands near it, counted from its first word.
struct surroundings {
    std::uint32_t least_before = 0, most_before = 0;
    std::vector<neighbour> near;
    bool whole = true;  ///< there is nothing else
};

double rarity(const neighbour & n) { return n.cost() * (n.to - n.from + 1); }

anchor anchor_at(std::span<const pattern_ptr> leaves, surroundings here) {
    anchor made{{}, here.least_before, here.most_before, {}, here.whole};
    for (const auto * l : leaves) {
        made.run.push_back(l->of);
        made.whole = made.whole && l->surface.empty();
    }
    std::sort(here.near.begin(), here.near.end(), [](const neighbour & a, const neighbour & b) { return rarity(a) < rarity(b); });
    std::copy_n(here.near.begin(), std::min(here.near.size(), made.near.size()), made.near.begin());
    return made;
}

// What stands far off, or anywhere in many words, tells little, and where any word will do, nothing.
void add_near(surroundings & to, const neighbour & n) {
    constexpr int limit = near_rows::farthest, widest = 2 * near_rows::longest;
    if (n.from > -limit && n.to < limit && n.to - n.from < widest && n.cost() != unusable) to.near.push_back(n);
}

// The surroundings of the children [first, last) of a row.
surroundings around_children(const pattern & p, std::size_t first, std::size_t last, const surroundings & of_row) {
    const auto gap_behind = [&](std::size_t i) { return p.gaps.empty() ? 0 : p.gaps[i]; };
    surroundings made{.whole = of_row.whole && last - first == p.children.size()};
    int least = 0, most = 0;
    const auto pass = [&](const pattern & c) { least += static_cast<int>(c.least), most += static_cast<int>(c.most); };
    for (auto j = first; j-- > 0;) {
        most += gap_behind(j);
        if (!p.children[j]->can_be_empty()) add_near(made, {p.children[j], true, -1 - most, -1 - least});
        pass(*p.children[j]);
    }
    made.least_before = of_row.least_before + static_cast<std::uint32_t>(least), made.most_before = of_row.most_before + static_cast<std::uint32_t>(most);
    for (const auto & n : of_row.near) add_near(made, {n.of, n.closing, n.from - most, n.to - least});
    least = most = 0;
    for (auto j = first; j < p.children.size(); ++j) {
        if (j >= last && !p.children[j]->can_be_empty()) add_near(made, {p.children[j], false, least, most});
        pass(*p.children[j]);
        if (j + 1 < p.children.size()) most += gap_behind(j);
    }
    return made;
}

void gather(const pattern & p, const surroundings & here, std::vector<anchor> & to) {
    switch (p.what) {
        case pattern::kind::optional: return;
        case pattern::kind::leaf: {
            const pattern_ptr leaf = &p;
            return to.push_back(anchor_at({&leaf, 1}, here));
        }
        case pattern::kind::choice:
            for (const auto & c : p.children) gather(*c, here, to);
            return;
        default: break;
    }
    const auto inside = around_children(p, p.anchor_child, p.anchor_child + p.anchor_run, here);
    if (p.anchor_run == 1) gather(*p.children[p.anchor_child], inside, to);
    else to.push_back(anchor_at(p.children.subspan(p.anchor_child, p.anchor_run), inside));
}

}  // namespace

pattern finished(pattern p, const class_table & classes) {
    switch (p.what) {
        case pattern::kind::leaf: p.cost = p.opening_cost = p.closing_cost = classes.cost(p.of); break;
        case pattern::kind::optional:
            p.least = 0;
            p.most = p.children[0]->most;
            p.opening_cost = p.children[0]->opening_cost, p.closing_cost = p.children[0]->closing_cost;
            break;
        case pattern::kind::choice:
            p.least = most_words, p.most = 0, p.cost = 0;
            for (const auto & c : p.children) {
                p.least = std::min(p.least, c->least);
                p.most = std::max(p.most, c->most);
                p.cost += c->cost;
                p.opening_cost += c->opening_cost, p.closing_cost += c->closing_cost;
            }
            break;
        case pattern::kind::row:
        case pattern::kind::gap:
            p.least = p.most = 0;
            for (const auto & c : p.children) p.least = std::min(p.least + c->least, most_words), p.most = std::min(p.most + c->most, most_words);
            for (const auto g : p.gaps) p.most += static_cast<std::uint32_t>(g);
            for (auto c = p.children.begin(); c != p.children.end(); ++c) {
                p.opening_cost += (*c)->opening_cost;
                if (!(*c)->can_be_empty()) break;
            }
            // Where the last piece of a gap is missing, any word of the gap may close the match.
            for (auto c = p.children.rbegin(); c != p.children.rend(); ++c) {
                const bool any_word = p.what == pattern::kind::gap && (*c)->can_be_empty();
                p.closing_cost += any_word ? unusable : (*c)->closing_cost;
                if (!(*c)->can_be_empty()) break;
            }
            find_rarest(p, classes);
    }
    return p;
}

double cost_of(const condition & c) {
    switch (c.what) {
        case condition::kind::pattern: return c.words->cost;
        case condition::kind::scope:
        case condition::kind::without: return cost_of(c.children[0]);
        case condition::kind::both: {
            double best = unusable;
            for (const auto & child : c.children) best = std::min(best, cost_of(child));
            return best;
        }
        case condition::kind::any: {
            double sum = 0;
            for (const auto & child : c.children) sum += cost_of(child);
            return sum;
        }
    }
    return unusable;
}

void gather_anchors(const condition & c, std::vector<anchor> & to) {
    switch (c.what) {
        case condition::kind::pattern: return gather(*c.words, {}, to);
        case condition::kind::scope:
        case condition::kind::without: {
            const auto first = to.size();
            gather_anchors(c.children[0], to);
            for (auto a = first; a < to.size(); ++a) to[a].whole = false;
            return;
        }
        case condition::kind::both: {
            // The anchors are those of one side; the match covers both, and so may begin anywhere before.
            const auto first = to.size();
            gather_anchors(*std::min_element(c.children.begin(), c.children.end(), [](const condition & a, const condition & b) { return cost_of(a) < cost_of(b); }), to);
            for (auto a = first; a < to.size(); ++a) to[a].least_before = 0, to[a].most_before = most_words, to[a].whole = false;
            return;
        }
        case condition::kind::any:
            for (const auto & child : c.children) gather_anchors(child, to);
    }
}

}  // namespace rolewright::query
