// Tables with open addressing: words of up to 15 bytes, as nearly all are, by their letters; all else over xxh3, spellings
// in one arena. A prefix entry has a byte behind it in the tables of letters that no word holds, and in the other its hash
// another seed, so that a word and a prefix of the same letters are two entries.
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

template <std::size_t N>
bool fits(std::string_view folded, bool prefix) { return folded.size() + prefix <= letter_table<N>::longest; }

template <std::size_t N>
letters<N> letters_of(std::string_view folded, bool prefix) {
    constexpr char end_of_prefix = '\xFF';  // stands in no UTF-8
    char bytes[sizeof(letters<N>)] = {};
    folded.copy(bytes, folded.size());
    if (prefix) bytes[folded.size()] = end_of_prefix;
    return std::bit_cast<letters<N>>(bytes);
}

bool is_long_prefix(std::string_view folded) { return folded.size() >= sizeof(std::uint32_t); }

std::size_t by_first(std::string_view folded) { return static_cast<unsigned char>(folded[0]); }

std::size_t by_first_four(std::string_view folded) {
    std::uint32_t four;
    std::memcpy(&four, folded.data(), sizeof four);
    return four * 0x9E3779B1u >> 22;
}

}  // namespace

word_id lexicon::look_up(std::string_view folded, bool prefix) const {
    return fits<1>(folded, prefix) ? short_words_.find(letters_of<1>(folded, prefix))
         : fits<2>(folded, prefix) ? middling_words_.find(letters_of<2>(folded, prefix))
                                   : look_up_long(folded, prefix);
}

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
    const auto old = std::exchange(slots_, std::vector<slot>(slots_.size() * 2));
    for (const auto & s : old)
        if (s.id != no_word) place(hash_of(spelling(s.id), is_prefix(s.id)), s.id);
}

word_id lexicon::put(std::string_view folded, bool prefix) {
    if (const auto known = look_up(folded, prefix)) return known;
    const auto id = static_cast<word_id>(entries_.size());
    entries_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(folded.size()), prefix});
    letters_ += folded;
    if (fits<1>(folded, prefix)) {
        short_words_.add(letters_of<1>(folded, prefix), id);
    } else if (fits<2>(folded, prefix)) {
        middling_words_.add(letters_of<2>(folded, prefix), id);
    } else {
        if (++long_words_ * 2 > slots_.size()) grow();
        place(hash_of(folded, prefix), id);
    }
    return id;
}

word_id lexicon::add(std::string_view folded) { return put(folded, false); }

word_id lexicon::add_prefix(std::string_view folded) {
    const auto shortened = folded.substr(0, longest_prefix);
    if (!shortened.empty()) (is_long_prefix(shortened) ? long_prefixes_[by_first_four(shortened)] : short_prefixes_[by_first(shortened)]) |= std::uint64_t{1} << shortened.size();
    return put(shortened, true);
}

// Of listed prefixes that may begin `folded`, which is not empty.
std::uint64_t lexicon::prefix_sizes_of(std::string_view folded) const {
    const auto all = short_prefixes_[by_first(folded)] | (is_long_prefix(folded) ? long_prefixes_[by_first_four(folded)] : 0);
    return folded.size() < longest_prefix ? all & ((std::uint64_t{2} << folded.size()) - 1) : all;
}

word_id lexicon::find(std::string_view folded) const {
    if (folded.empty()) return no_word;
    const auto id = look_up(folded, false);
    return id != no_word ? id : longest_prefix_of(folded);
}

word_id lexicon::longest_prefix_of(std::string_view folded) const {
    for (auto sizes = prefix_sizes_of(folded); sizes;) {
        const auto size = 63u - static_cast<unsigned>(std::countl_zero(sizes));
        if (const auto id = look_up(folded.substr(0, size), true)) return id;
        sizes &= ~(std::uint64_t{1} << size);
    }
    return no_word;
}

void lexicon::prefixes_of(std::string_view folded, std::vector<word_id> & out) const {
    if (folded.empty()) return;
    for (auto sizes = prefix_sizes_of(folded); sizes; sizes &= sizes - 1)
        if (const auto id = look_up(folded.substr(0, static_cast<std::size_t>(std::countr_zero(sizes))), true)) out.push_back(id);
}

std::string_view lexicon::spelling(word_id id) const { return std::string_view(letters_).substr(entries_[id].at, entries_[id].size); }

std::uint32_t lexicon::size() const { return static_cast<std::uint32_t>(entries_.size()); }

template <class Lexicon, class F>
void lexicon::each_plain(Lexicon & in, F && f) {
    f(in.letters_), f(in.entries_), f(in.slots_), f(in.long_words_), f(in.short_prefixes_), f(in.long_prefixes_);
}

void lexicon::save(byte_writer & to) const {
    each_plain(*this, [&](const auto & part) { to.add(part); });
    short_words_.save(to), middling_words_.save(to);
}

void lexicon::restore(byte_reader & from) {
    each_plain(*this, [&](auto & part) { from.take(part); });
    short_words_.restore(from), middling_words_.restore(from);
}

}  // namespace rolewright::text
