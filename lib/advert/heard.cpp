// One table with open addressing. It is forgotten by counting on: what an earlier round took is free.
#include "advert/heard.hpp"

#include <functional>
#include <utility>

namespace rolewright::adverts {

bool heard::is_new(std::string_view text) {
    if (2 * (taken_ + 1) > slots_.size()) grow();
    const auto hash = std::uint64_t{std::hash<std::string_view>()(text)};
    auto & place = place_of(text, hash);
    if (place.round == round_) return false;
    place = {text, hash, round_};
    ++taken_;
    return true;
}

void heard::forget_all() {
    ++round_;
    taken_ = 0;
}

// Where `text` stands, or the free slot where it would.
heard::slot & heard::place_of(std::string_view text, std::uint64_t hash) {
    const auto mask = slots_.size() - 1;
    auto i = hash & mask;
    while (slots_[i].round == round_ && (slots_[i].hash != hash || slots_[i].text != text)) i = (i + 1) & mask;
    return slots_[i];
}

void heard::grow() {
    const auto old = std::exchange(slots_, std::vector<slot>(slots_.size() * 2));
    for (const auto & s : old)
        if (s.round == round_) place_of(s.text, s.hash) = s;
}

}  // namespace rolewright::adverts
