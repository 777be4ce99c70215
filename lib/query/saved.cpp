// A program as bytes: its parts one after another.
#include "query/program_parts.hpp"

namespace rolewright::query {
namespace {

// The members of `in` that are plain numbers, each handed to `f`.
template <class Parts, class F>
void each_plain(Parts & in, F && f) {
    f(in.queries), f(in.code), f(in.large_sets), f(in.large_stride), f(in.words);
    for (auto & a : in.anchors) {
        f(a.role_of), f(a.roles), f(a.slots), f(a.pairs), f(a.nodes), f(a.trie);
        for (auto * p : {&a.lone, &a.of_pairs, &a.of_long}) f(p->near), f(p->all);
    }
}

}  // namespace

void program::save(byte_writer & to) const {
    each_plain(*parts_, [&](const auto & part) { to.add(part); });
    parts_->choices.save(to);
    for (const auto & a : parts_->anchors) a.runs.save(to);
    to.add(static_cast<std::uint64_t>(parts_->surfaces.size()));
    for (const auto & s : parts_->surfaces) to.add(s);
}

program program::restore(byte_reader & from) {
    auto made = std::make_unique<parts>();
    each_plain(*made, [&](auto & part) { from.take(part); });
    made->choices.restore(from);
    for (auto & a : made->anchors) a.runs.restore(from);
    std::uint64_t surfaces = 0;
    for (from.take(surfaces); surfaces > 0 && from.good(); --surfaces) from.take(made->surfaces.emplace_back());
    return program(std::move(made));
}

}  // namespace rolewright::query
