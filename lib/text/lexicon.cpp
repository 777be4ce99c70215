// Open addressing over xxh3, spellings in one arena. A prefix entry hashes like its word with another seed, so that a
// word and a prefix of the same letters are two entries.
#include "text/lexicon.hpp"

#include <xxhash.h>

#include <algorithm>
#include <functional>

namespace rolewright::text {
namespace {

std::uint64_t hash_of(std::string_view folded, bool prefix) { return XXH3_64bits_withSeed(folded.data(), folded.size(), prefix); }

}  // namespace

word_id lexicon::look_up(std::string_view folded, bool prefix) const {
    const auto mask = slots_.size() - 1;
    for (auto i = hash_of(folded, prefix) & mask;; i = (i + 1) & mask) {
        const auto id = slots_[i];
        if (id == no_word) return no_word;
        const auto & e = entries_[id];
        if (e.prefix == prefix && std::string_view(letters_).substr(e.at, e.size) == folded) return id;
    }
}

void lexicon::grow() {
    slots_.assign(slots_.size() * 2, no_word);
    const auto mask = slots_.size() - 1;
    for (word_id id = 1; id < entries_.size(); ++id) {
        const auto & e = entries_[id];
        auto i = hash_of(std::string_view(letters_).substr(e.at, e.size), e.prefix) & mask;
        while (slots_[i] != no_word) i = (i + 1) & mask;
        slots_[i] = id;
    }
}

word_id lexicon::put(std::string_view folded, bool prefix) {
    if (const auto known = look_up(folded, prefix)) return known;
    const auto id = static_cast<word_id>(entries_.size());
    entries_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size()), prefix});
    letters_ += folded;
    if (entries_.size() * 2 > slots_.size()) {
        grow();
        return id;
    }
    const auto mask = slots_.size() - 1;
    auto i = hash_of(folded, prefix) & mask;
    while (slots_[i] != no_word) i = (i + 1) & mask;
    slots_[i] = id;
    return id;
}

word_id lexicon::add(std::string_view folded) { return put(folded, false); }

word_id lexicon::add_prefix(std::string_view folded) {
    const auto id = put(folded, true);
    const auto size = static_cast<std::uint32_t>(folded.size());
    const auto at = std::lower_bound(prefix_sizes_.begin(), prefix_sizes_.end(), size, std::greater<>());
    if (at == prefix_sizes_.end() || *at != size) prefix_sizes_.insert(at, size);
    return id;
}

word_id lexicon::find(std::string_view folded) const {
    if (const auto id = look_up(folded, false)) return id;
    for (const auto size : prefix_sizes_)
        if (size <= folded.size())
            if (const auto id = look_up(folded.substr(0, size), true)) return id;
    return no_word;
}

void lexicon::prefixes_of(std::string_view folded, std::vector<word_id> & out) const {
    for (const auto size : prefix_sizes_)
        if (size <= folded.size())
            if (const auto id = look_up(folded.substr(0, size), true)) out.push_back(id);
}

std::string_view lexicon::spelling(word_id id) const { return std::string_view(letters_).substr(entries_[id].at, entries_[id].size); }

std::uint32_t lexicon::size() const { return static_cast<std::uint32_t>(entries_.size()); }

}  // namespace rolewright::text
