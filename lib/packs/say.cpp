// A lookup and ICU.
#include "packs/say.hpp"

#include "text/currency.hpp"

#include <fmt/format.h>

#include <cctype>

namespace rolewright::packs {
namespace {

std::string figure(double v) {
    auto text = fmt::format("{:.2f}", v);
    return text.ends_with(".00") ? text.substr(0, text.size() - 3) : text;
}

// "24,907": grouped by thousands as the advert's readers write it.
std::string grouped(double v) {
    const auto text = figure(v);
    const auto whole = std::min(text.size(), text.find('.'));
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) made += ',';
        made += text[i];
    }
    return made;
}

// "£24,907"; "24,907 CAD" where the sign could be other money's.
std::string money(double v, const std::string & currency) {
    const auto sign = text::sign_of_currency(currency);
    const bool letters = sign.empty() || std::isalpha(static_cast<unsigned char>(sign.front()));
    return letters || (sign == "$" && currency != "USD") ? grouped(v) + " " + currency : sign + grouped(v);
}

}  // namespace

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

std::string said(const salary & s, const messages & say) {
    const auto per = say("per." + std::string(to_string(s.per)));
    if (!s.min) return say("pay.up-to", {{"max", money(*s.max, s.currency)}, {"per", per}});
    if (!s.max) return say("pay.from", {{"min", money(*s.min, s.currency)}, {"per", per}});
    if (*s.min == *s.max) return say("pay.one", {{"min", money(*s.min, s.currency)}, {"per", per}});
    return say("pay.range", {{"min", money(*s.min, s.currency)}, {"max", money(*s.max, s.currency)}, {"per", per}});
}

}  // namespace rolewright::packs
