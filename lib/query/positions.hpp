#pragma once
#include <bit>
#include <cstdint>
#include <vector>

// Sets of places between words, 0 (before the first) to n (behind the last). Nearly all clauses fit into one machine
// word; for the others there is a set of any size with the same members.
namespace rolewright::query {

class few_positions {
public:
    static constexpr std::uint32_t most = 63;  ///< words of a span

    explicit few_positions(std::uint32_t) {}
    bool any() const { return bits_ != 0; }
    void add(std::uint32_t at) { bits_ |= std::uint64_t{1} << at; }
    void add(const few_positions & o) { bits_ |= o.bits_; }
    void remove(const few_positions & o) { bits_ &= ~o.bits_; }
    std::uint32_t highest() const { return 63u - static_cast<std::uint32_t>(std::countl_zero(bits_)); }
    /// Each place and the `more` behind it, as far as a word of `words` stands behind the place.
    void spread(std::uint32_t more, std::uint32_t words) {
        auto wide = bits_;
        for (auto all = bits_; more > 0; --more) wide |= all <<= 1;
        bits_ |= wide & ((std::uint64_t{1} << words) - 1);
    }
    template <class F>
    void each(F && f) const {
        for (auto rest = bits_; rest; rest &= rest - 1) f(static_cast<std::uint32_t>(std::countr_zero(rest)));
    }

private:
    std::uint64_t bits_ = 0;
};

class many_positions {
public:
    explicit many_positions(std::uint32_t words) : bits_(words / 64 + 1) {}
    bool any() const {
        for (const auto b : bits_)
            if (b) return true;
        return false;
    }
    void add(std::uint32_t at) { bits_[at / 64] |= std::uint64_t{1} << (at % 64); }
    void add(const many_positions & o) {
        for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= o.bits_[i];
    }
    void remove(const many_positions & o) {
        for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= ~o.bits_[i];
    }
    std::uint32_t highest() const {
        auto i = bits_.size() - 1;
        while (i > 0 && !bits_[i]) --i;
        return static_cast<std::uint32_t>(i * 64) + 63u - static_cast<std::uint32_t>(std::countl_zero(bits_[i]));
    }
    void spread(std::uint32_t more, std::uint32_t words) {
        auto made = *this;
        each([&](std::uint32_t at) {
            for (std::uint32_t k = 1; k <= more && at + k < words; ++k) made.add(at + k);
        });
        *this = std::move(made);
    }
    template <class F>
    void each(F && f) const {
        for (std::size_t i = 0; i < bits_.size(); ++i)
            for (auto rest = bits_[i]; rest; rest &= rest - 1) f(static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }

private:
    std::vector<std::uint64_t> bits_;
};

}  // namespace rolewright::query
