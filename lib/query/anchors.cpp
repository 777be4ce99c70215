// As a prefilter is made for regular expressions: of things in a row the rarest will do, of a choice every branch is
// needed, what is optional says nothing. Neighbouring words make a run, which is rarer than each of them. Where the
// anchors of a pattern stand is settled when it is made; the runs are gathered once a query has chosen.
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

constexpr double neighbours_are_rarer = 0.2;
constexpr std::size_t longest_run = 3;
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
            cheapest = std::min(cheapest, classes.cost(p.children[i + run - 1]->of));
            if (run > 1) prefer(cheapest * neighbours_are_rarer, i, run);
        }
    }
}

void gather(const pattern & p, std::uint32_t least_before, std::uint32_t most_before, std::vector<anchor> & to) {
    switch (p.what) {
        case pattern::kind::optional: return;
        case pattern::kind::leaf: to.push_back({{p.of}, least_before, most_before}); return;
        case pattern::kind::choice:
            for (const auto & c : p.children) gather(*c, least_before, most_before, to);
            return;
        default: break;
    }
    for (std::size_t i = 0; i < p.anchor_child; ++i) {
        least_before += p.children[i]->least;
        most_before += p.children[i]->most + (p.gaps.empty() ? 0 : static_cast<std::uint32_t>(p.gaps[i]));
    }
    if (p.anchor_run == 1) return gather(*p.children[p.anchor_child], least_before, most_before, to);
    anchor made{{}, least_before, most_before};
    for (std::uint32_t i = 0; i < p.anchor_run; ++i) made.run.push_back(p.children[p.anchor_child + i]->of);
    to.push_back(std::move(made));
}

}  // namespace

pattern finished(pattern p, const class_table & classes) {
    switch (p.what) {
        case pattern::kind::leaf: p.cost = classes.cost(p.of); break;
        case pattern::kind::optional:
            p.least = 0;
            p.most = p.children[0]->most;
            break;
        case pattern::kind::choice:
            p.least = most_words, p.most = 0, p.cost = 0;
            for (const auto & c : p.children) {
                p.least = std::min(p.least, c->least);
                p.most = std::max(p.most, c->most);
                p.cost += c->cost;
            }
            break;
        case pattern::kind::row:
        case pattern::kind::gap:
            p.least = p.most = 0;
            for (const auto & c : p.children) p.least = std::min(p.least + c->least, most_words), p.most = std::min(p.most + c->most, most_words);
            for (const auto g : p.gaps) p.most += static_cast<std::uint32_t>(g);
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
        case condition::kind::pattern: return gather(*c.words, 0, 0, to);
        case condition::kind::scope:
        case condition::kind::without: return gather_anchors(c.children[0], to);
        case condition::kind::both: {
            // The anchors are those of one side; the match covers both, and so may begin anywhere before.
            const auto first = to.size();
            gather_anchors(*std::min_element(c.children.begin(), c.children.end(), [](const condition & a, const condition & b) { return cost_of(a) < cost_of(b); }), to);
            for (auto a = first; a < to.size(); ++a) to[a].least_before = 0, to[a].most_before = most_words;
            return;
        }
        case condition::kind::any:
            for (const auto & child : c.children) gather_anchors(child, to);
    }
}

}  // namespace rolewright::query
