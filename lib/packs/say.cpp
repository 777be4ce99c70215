// A lookup and ICU.
#include "packs/say.hpp"

namespace rolewright::packs {

messages::messages(const pack_set & packs, std::string_view language) : locale_("en_GB") {
    const auto * set = packs.find(language);
    if (!set || set->messages.patterns.empty()) set = packs.find("en");
    if (set) pack_ = &set->messages;
}

bool messages::has(std::string_view id) const { return pack_ && pack_->patterns.contains(id); }

std::string messages::operator()(std::string_view id, std::span<const text::message_arg> args) const {
    const auto missing = "?" + std::string(id);
    if (!pack_) return missing;
    const auto found = pack_->patterns.find(id);
    if (found == pack_->patterns.end()) return missing;
    auto made = text::format_message(found->second, args, locale_);
    return made ? *made : missing;
}

std::string messages::operator()(std::string_view id, std::initializer_list<text::message_arg> args) const { return (*this)(id, std::span(args.begin(), args.size())); }

std::string sentence_of(const note & n, const messages & say) {
    const auto first = n.args.empty() ? std::string() : n.args.front();
    const auto second = n.args.size() > 1 ? n.args[1] : std::string();
    return say("note." + std::string(to_string(n.code)), {{"what", first}, {"why", second}});
}

}  // namespace rolewright::packs
