#pragma once
#include "packs/model.hpp"
#include "text/message_format.hpp"

#include <initializer_list>

namespace rolewright::packs {

/// The sentences of reports, from the messages pack of a language; English where that has none.
class messages {
public:
    messages(const pack_set & packs, std::string_view language);

    /// The message `id`, filled; "?id" where no pack has it, so that a gap shows.
    std::string operator()(std::string_view id, std::initializer_list<text::message_arg> args = {}) const;
    std::string operator()(std::string_view id, std::span<const text::message_arg> args) const;
    bool has(std::string_view id) const;

private:
    const messages_pack * pack_ = nullptr;
    std::string locale_;
};

/// Pay in words: "24,000 to 26,000 GBP a year".
std::string said(const salary & s, const messages & say);

/// The sentence of a note.
std::string sentence_of(const note & n, const messages & say);

}  // namespace rolewright::packs
