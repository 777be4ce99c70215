// Words get numbers, by their hashes; a text is looked through once, word by word, and where a word begins known runs their
// other words are compared by number.
#include "read/page_signs.hpp"

#include "base/eight_bytes.hpp"
#include "base/embedded.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace rolewright::readers {
namespace {

bool capital(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return capital(c) ? static_cast<char>(c + 32) : c; }

// Letters and digits in lower case; 0 for what is between words.
constexpr auto of_words = [] {
    std::array<char, 256> made{};
    for (int c = 0; c < 256; ++c) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
        made[static_cast<std::size_t>(c)] = word ? static_cast<char>(c) : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : '\0';
    }
    return made;
}();
char of_word(char c) { return of_words[static_cast<unsigned char>(c)]; }

// An apostrophe within a word is part of it, whichever it is; dashes, quotes and bullets beyond ASCII are not.
std::size_t apostrophe(std::string_view s, std::size_t i) {
    constexpr std::string_view curly = "\xE2\x80\x99";
    const std::size_t n = s[i] == '\'' ? 1 : s[i] == curly[0] && s.substr(i, 3) == curly ? 3 : 0;
    return n && i > 0 && i + n < s.size() && of_word(s[i - 1]) && of_word(s[i + n]) ? n : 0;
}
std::size_t sign(std::string_view s, std::size_t i) { return s[i] == '\xE2' && i + 1 < s.size() && (s[i + 1] == '\x80' || s[i + 1] == '\x97' || s[i + 1] == '\x96') ? 3 : 0; }

// The hash of a word in lower case, eight bytes of which make one step.
class word_hash {
public:
    void add_eight(std::uint64_t letters) {
        hash_ = (hash_ ^ letters) * 0x9E3779B97F4A7C15u;
        hash_ ^= hash_ >> 32;
    }
    /// Fewer than eight, after all that were eight.
    void add_first(std::uint64_t letters, std::size_t n) { letters_ = letters, size_ = n; }
    void add(char c) {
        letters_ |= std::uint64_t{static_cast<unsigned char>(c)} << 8 * size_;
        if (++size_ < eight_bytes::size) return;
        add_eight(letters_);
        letters_ = size_ = 0;
    }
    std::uint64_t value() {
        if (size_) add_eight(letters_);
        return hash_;
    }

private:
    std::uint64_t hash_ = 0, letters_ = 0;
    std::size_t size_ = 0;
};

// Calls `take` with the hash of each word in lower case and its place.
template <class F>
void each_word(std::string_view text, const F & take) {
    for (std::size_t i = 0; i < text.size();) {
        if (!of_word(text[i])) {
            ++i;
            continue;
        }
        if (const auto n = sign(text, i)) {
            i += n;
            continue;
        }
        const auto begin = i;
        word_hash hash;
        while (eight_bytes::usable && i + eight_bytes::size <= text.size()) {
            const eight_bytes here(text.data() + i);
            const auto n = here.word_size();
            i += n;
            if (n < eight_bytes::size) {
                hash.add_first(here.folded(n), n);
                break;
            }
            hash.add_eight(here.folded(n));
        }
        while (i < text.size()) {
            auto c = of_word(text[i]);
            std::size_t n = 1;
            if (!c || c == '\xE2') {
                if (const auto between = apostrophe(text, i)) c = '\'', n = between;
                else if (!c || sign(text, i)) break;
            }
            hash.add(c);
            i += n;
        }
        take(hash.value(), begin, i);
    }
}

constexpr std::uint32_t name_bits = 1 << 14;
std::uint32_t step(std::uint32_t hash, char c) { return (hash + static_cast<unsigned char>(c)) * 0x9E3779B1u ^ (hash >> 15); }

struct phrase {
    std::vector<std::string> words;
    bool open = false;
};

// "a b, c *": the runs of words between the commas; a star says that there may be more.
std::vector<phrase> phrases_in(std::string_view text) {
    std::vector<phrase> made;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(',', at), text.size());
        const auto part = text.substr(at, end - at);
        phrase one{.words = {}, .open = part.find('*') != std::string_view::npos};
        each_word(part, [&](std::uint64_t, std::size_t begin, std::size_t word_end) {
            std::string word(part.substr(begin, word_end - begin));
            std::transform(word.begin(), word.end(), word.begin(), lower);
            one.words.push_back(std::move(word));
        });
        if (!one.words.empty()) made.push_back(std::move(one));
        at = end + 1;
    }
    return made;
}

// The phrases by their first words.
std::unordered_map<std::string, std::vector<std::vector<std::string>>> listed(std::string_view text) {
    std::unordered_map<std::string, std::vector<std::vector<std::string>>> made;
    for (auto & p : phrases_in(text)) made[p.words.front()].push_back(std::move(p.words));
    return made;
}

// "mainNav job-list" as {{main, nav}, {job, list}}.
std::vector<std::vector<std::string>> names_in(std::string_view attribute) {
    std::vector<std::vector<std::string>> made(1);
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) made.back().push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < attribute.size(); ++i) {
        const char c = attribute[i];
        if (c == ' ' || c == '\n' || c == '\t') {
            end_word();
            if (!made.back().empty()) made.emplace_back();
        } else if (!of_word(c)) end_word();
        else {
            if (capital(c) && i > 0 && !capital(attribute[i - 1])) end_word();
            word += lower(c);
        }
    }
    end_word();
    return made;
}

}  // namespace

page_signs::page_signs() {
    std::vector<std::string> kinds;
    std::unordered_map<std::string, std::uint32_t> words;
    std::uint8_t language = 0;
    std::uint32_t entries = 0;
    by_first_.emplace_back();
    const auto number = [&](const std::string & word) {
        const auto [at, fresh] = words.emplace(word, static_cast<std::uint32_t>(by_first_.size()));
        if (fresh) by_first_.emplace_back();
        return at->second;
    };
    for (const auto & file : embedded_below("lib/read/pages")) {
        pugi::xml_document parsed;
        const bool good = parsed.load_buffer(file.bytes.data(), file.bytes.size(), pugi::parse_default, pugi::encoding_utf8);
        assert(good);
        if (!good) continue;
        const auto root = parsed.document_element();
        if (root.name() == std::string_view("names")) {
            for (auto [to, name] : {std::pair{&around_, "around"}, {&beside_, "beside"}, {&own_, "own"}, {&denies_, "denies"}, {&hides_, "hides"}}) *to = listed(root.child_value(name));
            continue;
        }
        for (const auto & p : phrases_in(root.child_value("common"))) common_.emplace_back(number(p.words.front()), language);
        for (const auto child : root.children()) {
            static constexpr std::pair<std::string_view, sign_kind> known[] = {{"label", sign_kind::label}, {"phrase", sign_kind::phrase}, {"around", sign_kind::around}, {"notice", sign_kind::notice}, {"adverts", sign_kind::adverts}, {"action", sign_kind::action}, {"remark", sign_kind::remark}, {"gone", sign_kind::gone}};
            const auto * kind = std::find_if(std::begin(known), std::end(known), [&](const auto & k) { return k.first == child.name(); });
            if (kind == std::end(known)) continue;
            page_sign as;
            as.kind = kind->second;
            if (as.kind == sign_kind::label) {
                const std::string_view name = child.attribute("kind").value();
                as.number = static_cast<std::uint8_t>(std::find(kinds.begin(), kinds.end(), name) - kinds.begin());
                if (as.number == kinds.size()) kinds.emplace_back(name);
                assert(kinds.size() <= most_labels);
            }
            for (const auto & p : phrases_in(child.child_value())) {
                entry made{.words = {}, .sign = as};
                made.sign.open = p.open;
                made.sign.entry = entries++;
                for (const auto & w : p.words) made.words.push_back(number(w));
                made.sign.words = static_cast<std::uint32_t>(made.words.size());
                if (made.words.size() > 1) made.second = made.words[1];
                by_first_[made.words.front()].push_back(std::move(made));
            }
        }
        ++language;
    }
    lay_out(words);
    name_words_.resize(name_bits);
    for (const auto * known : {&around_, &hides_})
        for (const auto & [word, names] : *known) {
            std::uint32_t hash = 0;
            for (const char c : word) hash = step(hash, c);
            name_words_[hash % name_bits] = true;
        }
    // The longest first.
    for (auto & all : by_first_) std::stable_sort(all.begin(), all.end(), [](const entry & a, const entry & b) { return a.words.size() > b.words.size(); });
}

const page_signs & page_signs::built_in() {
    static const page_signs signs;
    return signs;
}

void page_signs::lay_out(const std::unordered_map<std::string, std::uint32_t> & words) {
    words_.resize(std::bit_ceil(words.size() * 4 + 1));
    may_be_known_.resize(word_bits / 64);
    for (const auto & [word, number] : words)
        each_word(word, [&, n = number](std::uint64_t hash, std::size_t, std::size_t) {
            auto at = hash & (words_.size() - 1);
            while (words_[at].number) at = (at + 1) & (words_.size() - 1);
            words_[at] = {hash, n};
            may_be_known_[hash % word_bits / 64] |= std::uint64_t{1} << hash % 64;
        });
}

std::uint32_t page_signs::number_of(std::uint64_t hash) const {
    auto at = hash & (words_.size() - 1);
    while (words_[at].number && words_[at].hash != hash) at = (at + 1) & (words_.size() - 1);
    return words_[at].number;
}

bool page_signs::holds(std::span<const std::string> name, const phrases & of) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto begin_so = of.find(name[i]);
        if (begin_so == of.end()) continue;
        const auto rest = name.subspan(i);
        if (std::any_of(begin_so->second.begin(), begin_so->second.end(), [&](const auto & p) { return p.size() <= rest.size() && std::equal(p.begin(), p.end(), rest.begin()); })) return true;
    }
    return false;
}

bool page_signs::may_be_known(std::string_view attribute) const {
    std::uint32_t hash = 0;
    for (std::size_t i = 0; i <= attribute.size(); ++i) {
        const char c = i < attribute.size() ? of_word(attribute[i]) : '\0';
        const bool begins = c && i > 0 && capital(attribute[i]) && !capital(attribute[i - 1]);
        if ((!c || begins) && name_words_[hash % name_bits]) return true;
        hash = !c ? 0 : begins ? step(0, c) : step(hash, c);
    }
    return false;
}

naming page_signs::of_name(std::string_view attribute) const {
    auto made = naming::nothing;
    for (auto & name : names_in(attribute)) {
        if (name.empty()) continue;
        if (holds(name, hides_)) return naming::hides;
        // "content with sidebar": what is denied, or had, is no name of its own.
        if (const auto denied = std::find_if(name.begin(), name.end(), [&](const auto & word) { return holds({&word, 1}, denies_); }); denied != name.end()) name.erase(denied, name.end());
        if (!holds(name, around_)) continue;
        // What is left once the words for "beside" are gone.
        if (holds(name, own_)) {
            std::erase_if(name, [&](const auto & word) { return holds({&word, 1}, beside_); });
            if (!holds(name, around_)) continue;
        }
        made = naming::around;
    }
    return made;
}

void page_signs::find(std::string_view text, found_signs & to) const {
    auto & words = to.words;
    words.clear();
    to.signs.clear();
    to.starts.clear();
    to.times.resize(by_first_.size());
    each_word(text, [&](std::uint64_t hash, std::size_t begin, std::size_t end) {
        const auto number = may_be_word(hash) ? number_of(hash) : 0;
        if (number) {
            ++to.times[number];
            if (!by_first_[number].empty()) to.starts.push_back(static_cast<std::uint32_t>(words.size()));
        }
        words.push_back({number, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    });
    // Words of a run stand close together: a stop or a comma parts them.
    const auto together = [&](std::size_t i) {
        const auto between = text.substr(words[i].where.end, words[i + 1].where.begin - words[i].where.end);
        return between.find_first_of(".,;:!?()\n") == std::string_view::npos && between.size() <= 3;
    };
    for (const std::size_t i : to.starts) {
        const auto next = i + 1 < words.size() ? words[i + 1].number : 0;
        for (const auto & e : by_first_[words[i].number]) {
            if (e.second && e.second != next) continue;
            std::size_t n = 1;
            while (n < e.words.size() && i + n < words.size() && words[i + n].number == e.words[n] && together(i + n - 1)) ++n;
            if (n < e.words.size()) continue;
            auto found = e.sign;
            found.where = {words[i].where.begin, words[i + n - 1].where.end};
            found.word = static_cast<std::uint32_t>(i);
            to.signs.push_back(found);
        }
    }
}

std::vector<std::uint32_t> page_signs::common_words(const found_signs & in) const {
    std::vector<std::uint32_t> made(most_languages);
    for (const auto & [word, language] : common_) made[language] += word < in.times.size() ? in.times[word] : 0;
    return made;
}

}  // namespace rolewright::readers
