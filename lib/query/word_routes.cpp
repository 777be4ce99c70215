#include "query/word_routes.hpp"

#include <algorithm>

namespace rolewright::query {

// Sorted by word, by counting; for each word the order stays.
word_routes word_routes::maker::made(std::uint32_t words) const {
    std::vector<std::uint32_t> place(words + 1, 0);
    for (const auto & r : all_) ++place[r.word + 1];
    for (std::uint32_t w = 0; w < words; ++w) place[w + 1] += place[w];
    std::vector<route> by_word(all_.size());
    for (const auto & r : all_) by_word[place[r.word]++] = r;

    word_routes made;
    made.may_lead_.assign(words, 0);
    made.first_.assign(words + 1, 0);
    made.edges_.clear();
    const route * last = nullptr;
    for (const auto & r : by_word) {
        const bool same_edge = last && last->word == r.word && last->from == r.from;
        if (same_edge && last->to == r.to) continue;
        if (!same_edge) {
            made.may_lead_[r.word] |= std::uint64_t{1} << (r.from % 64);
            made.edges_.push_back({r.from, static_cast<std::uint32_t>(made.targets_.size())});
            made.first_[r.word + 1] = static_cast<std::uint32_t>(made.edges_.size());
        }
        made.targets_.push_back(r.to);
        last = &r;
    }
    for (std::uint32_t w = 0; w < words; ++w) made.first_[w + 1] = std::max(made.first_[w + 1], made.first_[w]);
    made.edges_.push_back({0, static_cast<std::uint32_t>(made.targets_.size())});
    return made;
}

void word_routes::save(byte_writer & to) const { to.add(may_lead_), to.add(first_), to.add(edges_), to.add(targets_); }
void word_routes::restore(byte_reader & from) { from.take(may_lead_), from.take(first_), from.take(edges_), from.take(targets_); }

}  // namespace rolewright::query
