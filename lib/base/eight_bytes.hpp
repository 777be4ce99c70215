#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace rolewright {

/// Eight bytes of a text at once, the first in the lowest place of a machine word; what is found of each is its top bit.
class eight_bytes {
public:
    static constexpr std::size_t size = 8;
    /// Whether the machine has its bytes in that order.
    static constexpr bool usable = std::endian::native == std::endian::little;
    static constexpr std::uint64_t top_bits = 0x8080808080808080u;
    static constexpr std::uint64_t top_bit_of_first = 0x80;

    /// Eight times the same byte.
    static constexpr std::uint64_t each(std::uint64_t byte) { return byte * 0x0101010101010101u; }

    explicit eight_bytes(const char * from) {
        std::memcpy(&raw_, from, sizeof raw_);
        const auto ascii = ~raw_ & top_bits;
        folded_ = (raw_ & ~top_bits) | each(0x20);
        letters_ = in_range(folded_, 'a', 'z') & ascii;
        word_ = letters_ | (in_range(raw_ & ~top_bits, '0', '9') & ascii);
    }

    bool ascii() const { return (raw_ & top_bits) == 0; }
    /// The first bytes of characters of UTF-8 that are not ASCII.
    std::uint64_t opening_beyond_ascii() const { return raw_ & raw_ << 1 & top_bits; }
    /// Of bytes that are ASCII: those below `bound`.
    std::uint64_t below(std::uint64_t bound) const { return ~(raw_ + each(0x80 - bound)) & top_bits; }
    /// Of all bytes: those of ASCII from `low` to `high`.
    std::uint64_t between(std::uint64_t low, std::uint64_t high) const { return in_range(raw_ & ~top_bits, low, high) & ~raw_; }
    /// How many letters and digits of ASCII the bytes begin with.
    std::size_t word_size() const { return static_cast<std::size_t>(std::countr_zero(~word_ & top_bits)) / 8; }

    /// The first `n` bytes, letters and digits, in lower case.
    std::uint64_t folded(std::size_t n) const { return folded_ & first(n); }

    // Of the letters and digits that the bytes begin with:
    std::uint64_t folded_word() const { return folded_ & of_word(); }
    std::uint64_t uppers() const { return letters_ & ~small() & of_word(); }
    std::uint64_t lowers() const { return letters_ & small() & of_word(); }
    std::uint64_t digits() const { return word_ & ~letters_ & of_word(); }

private:
    // Those in [low, high], all bytes being ASCII.
    static constexpr std::uint64_t in_range(std::uint64_t bytes, std::uint64_t low, std::uint64_t high) { return (bytes + each(0x80 - low)) & ~(bytes + each(0x7F - high)) & top_bits; }
    static constexpr std::uint64_t first(std::size_t n) { return n < size ? (std::uint64_t{1} << 8 * n) - 1 : ~std::uint64_t{0}; }
    // All bits of the bytes before the first that is no letter or digit.
    std::uint64_t of_word() const {
        const auto others = ~word_ & top_bits;
        return ((others & (~others + 1)) >> 7) - 1;
    }
    // The bit that parts small letters from capitals, where the top bit is.
    std::uint64_t small() const { return raw_ << 2; }

    std::uint64_t raw_, folded_, letters_, word_;
};

}  // namespace rolewright
