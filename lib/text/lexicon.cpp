// Two tables with open addressing: short words by their letters, which fit into one machine word; all else over xxh3,
// spellings in one arena. A prefix entry hashes like its word with another seed, so that a word and a prefix of the same
// letters are two entries.
#include "text/lexicon.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace rolewright::text {
namespace {

constexpr std::size_t longest_prefix = 63;  // a longer one stands for its first letters

std::uint64_t hash_of(std::string_view folded, bool prefix) { return XXH3_64bits_withSeed(folded.data(), folded.size(), prefix); }

bool is_short(std::string_view folded, bool prefix) { return folded.size() <= 8 && !prefix; }

template <class T>
std::uint64_t load(const char * from) {
    T made;
    std::memcpy(&made, from, sizeof made);
    return made;
}

// The bytes of a short word, the rest zero: two loads that overlap.
std::uint64_t letters_of(std::string_view s) {
    const auto two = [&](auto part) { return load<decltype(part)>(s.data()) | load<decltype(part)>(s.data() + s.size() - sizeof part) << (8 * (s.size() - sizeof part)); };
    return s.size() >= 4 ? two(std::uint32_t{}) : s.size() >= 2 ? two(std::uint16_t{}) : s.empty() ? 0 : static_cast<unsigned char>(s[0]);
}

std::size_t first_slot(std::uint64_t letters, std::size_t mask) { return (letters * 0x9E3779B97F4A7C15u >> 32) & mask; }

}  // namespace

word_id lexicon::look_up_short(std::string_view folded) const {
    const auto mask = short_slots_.size() - 1;
    const auto letters = letters_of(folded);
    for (auto i = first_slot(letters, mask);; i = (i + 1) & mask) {
        const auto & s = short_slots_[i];
        if (s.id == no_word || (s.letters == letters && s.size == folded.size())) return s.id;
    }
}

word_id lexicon::look_up(std::string_view folded, bool prefix) const { return is_short(folded, prefix) ? look_up_short(folded) : look_up_long(folded, prefix); }

word_id lexicon::look_up_long(std::string_view folded, bool prefix) const {
    const auto mask = slots_.size() - 1;
    const auto hash = hash_of(folded, prefix);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (auto i = hash & mask;; i = (i + 1) & mask) {
        const auto s = slots_[i];
        if (s.id == no_word) return no_word;
        if (s.tag != tag) continue;
        const auto & e = entries_[s.id];
        if ((e.prefix != 0) == prefix && e.size == folded.size() && std::memcmp(letters_.data() + e.at, folded.data(), e.size) == 0) return s.id;
    }
}

void lexicon::place(std::uint64_t hash, word_id id) {
    const auto mask = slots_.size() - 1;
    auto i = hash & mask;
    while (slots_[i].id != no_word) i = (i + 1) & mask;
    slots_[i] = {static_cast<std::uint32_t>(hash >> 32), id};
}

void lexicon::grow() {
    slots_.assign(slots_.size() * 2, {});
    for (word_id id = 1; id < entries_.size(); ++id)
        if (const bool prefix = is_prefix(id); !is_short(spelling(id), prefix)) place(hash_of(spelling(id), prefix), id);
}

void lexicon::place_short(short_slot made) {
    const auto mask = short_slots_.size() - 1;
    auto i = first_slot(made.letters, mask);
    while (short_slots_[i].id != no_word) i = (i + 1) & mask;
    short_slots_[i] = made;
}

void lexicon::grow_short() {
    const auto old = std::exchange(short_slots_, std::vector<short_slot>(short_slots_.size() * 2));
    for (const auto & s : old)
        if (s.id != no_word) place_short(s);
}

word_id lexicon::put(std::string_view folded, bool prefix) {
    if (const auto known = look_up(folded, prefix)) return known;
    const auto id = static_cast<word_id>(entries_.size());
    entries_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size()), prefix});
    letters_ += folded;
    if (is_short(folded, prefix)) {
        if (++short_words_ * 2 > short_slots_.size()) grow_short();
        place_short({letters_of(folded), static_cast<std::uint32_t>(folded.size()), id});
    } else if (++long_words_ * 2 > slots_.size()) grow();
    else place(hash_of(folded, prefix), id);
    return id;
}

word_id lexicon::add(std::string_view folded) { return put(folded, false); }

// Six bits of each of the first two bytes tell letters apart.
std::size_t lexicon::opening_of(std::string_view folded) {
    const auto bits = [&](std::size_t i) { return i < folded.size() ? static_cast<std::size_t>(folded[i]) & 63u : 0u; };
    return bits(0) << 6 | bits(1);
}

word_id lexicon::add_prefix(std::string_view folded) {
    const auto shortened = folded.substr(0, longest_prefix);
    const auto size = std::uint64_t{1} << shortened.size();
    if (shortened.size() > 1) prefix_sizes_[opening_of(shortened)] |= size;
    else if (shortened.size() == 1)
        for (std::size_t second = 0; second < 64; ++second) prefix_sizes_[opening_of(shortened) + second] |= size;
    return put(shortened, true);
}

word_id lexicon::find(std::string_view folded) const {
    if (folded.empty()) return no_word;
    if (const auto id = look_up(folded, false)) return id;
    for (auto sizes = prefix_sizes_[opening_of(folded)]; sizes;) {
        const auto size = 63u - static_cast<unsigned>(std::countl_zero(sizes));
        sizes &= ~(std::uint64_t{1} << size);
        if (size > folded.size()) continue;
        if (const auto id = look_up(folded.substr(0, size), true)) return id;
    }
    return no_word;
}

void lexicon::prefixes_of(std::string_view folded, std::vector<word_id> & out) const {
    if (folded.empty()) return;
    for (auto sizes = prefix_sizes_[opening_of(folded)]; sizes; sizes &= sizes - 1) {
        const auto size = static_cast<std::size_t>(std::countr_zero(sizes));
        if (size > folded.size()) return;
        if (const auto id = look_up(folded.substr(0, size), true)) out.push_back(id);
    }
}

std::string_view lexicon::spelling(word_id id) const { return std::string_view(letters_).substr(entries_[id].at, entries_[id].size); }

std::uint32_t lexicon::size() const { return static_cast<std::uint32_t>(entries_.size()); }

template <class Lexicon, class F>
void lexicon::each_part(Lexicon & in, F && f) {
    f(in.letters_), f(in.entries_), f(in.slots_), f(in.short_slots_), f(in.long_words_), f(in.short_words_), f(in.prefix_sizes_);
}

void lexicon::save(byte_writer & to) const {
    each_part(*this, [&](const auto & part) { to.add(part); });
}

void lexicon::restore(byte_reader & from) {
    each_part(*this, [&](auto & part) { from.take(part); });
}

}  // namespace rolewright::text
