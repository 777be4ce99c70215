// UTF-8 is copied; UTF-16 and the single-byte encodings are turned into it character by character, each run of
// characters of one width becoming one segment of the source map.
#include "text/decode.hpp"

#include "base/ascii.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rolewright::text {
namespace {

// Windows-1252 where Latin-1 has control characters; 0 where it has none either.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// Steps over the character at `i`; negative for bytes that are no UTF-8.
UChar32 next_of(std::string_view bytes, std::size_t & i) {
    const auto * s = reinterpret_cast<const std::uint8_t *>(bytes.data());
    UChar32 c;
    U8_NEXT(s, i, bytes.size(), c);
    return c;
}

class writer {
public:
    explicit writer(decoded & to) : to_(to) {}

    void put(char32_t c, std::size_t source, std::uint32_t width) {
        const auto begin = static_cast<std::uint32_t>(to_.text.size());
        char buffer[4];
        std::int32_t n = 0;
        UBool failed = false;
        U8_APPEND(reinterpret_cast<std::uint8_t *>(buffer), n, 4, static_cast<UChar32>(c), failed);
        if (failed) return put(0xFFFD, source, width);
        to_.text.append(buffer, static_cast<std::size_t>(n));
        // Characters of one byte in the text and one width in the source run together.
        const auto from = static_cast<std::uint32_t>(source);
        if (n == 1 && run_ && !to_.sources.empty() && width == run_width_ && to_.sources.back().source + to_.sources.back().source_size == from) {
            to_.sources.back().source_size += width;
            return;
        }
        to_.sources.push_back({begin, from, width});
        run_ = n == 1;
        run_width_ = width;
    }

    /// Many characters of one byte each, here and there.
    void put_ascii(std::string_view words, std::size_t source) {
        put(static_cast<unsigned char>(words[0]), source, 1);
        to_.text += words.substr(1);
        to_.sources.back().source_size += static_cast<std::uint32_t>(words.size() - 1);
    }

private:
    decoded & to_;
    bool run_ = false;
    std::uint32_t run_width_ = 0;
};

// Where the first bytes from `i` on stand that are no UTF-8, or the end.
std::size_t past_valid_utf8(std::string_view bytes, std::size_t i) {
    while ((i = past_ascii(bytes, i)) < bytes.size()) {
        const auto at = i;
        if (next_of(bytes, i) < 0) return at;
    }
    return i;
}

// `valid`: where the first bytes stand that are no UTF-8.
decoded from_utf8(std::string_view bytes, std::size_t skip, std::size_t valid) {
    decoded made{.encoding = "utf-8"};
    made.text.reserve(bytes.size() - skip);
    bool broken = false;
    auto run = skip;
    const auto flush = [&](std::size_t end) {
        if (end == run) return;
        made.sources.push_back({static_cast<std::uint32_t>(made.text.size()), static_cast<std::uint32_t>(run), static_cast<std::uint32_t>(end - run)});
        made.text.append(bytes.substr(run, end - run));
    };
    for (auto at = valid; at < bytes.size(); at = past_valid_utf8(bytes, run)) {
        auto i = at;
        next_of(bytes, i);
        flush(at);
        made.sources.push_back({static_cast<std::uint32_t>(made.text.size()), static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(i - at)});
        made.text += "\xEF\xBF\xBD";
        run = i;
        broken = true;
    }
    flush(bytes.size());
    if (broken) made.notes.push_back({note_code::invalid_utf8});
    return made;
}

decoded from_utf16(std::string_view bytes, bool big, std::size_t skip) {
    decoded made{.encoding = big ? "utf-16be" : "utf-16le"};
    writer to(made);
    const auto unit = [&](std::size_t i) {
        const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(big ? a << 8 | b : b << 8 | a);
    };
    bool broken = bytes.size() % 2 != 0;
    for (std::size_t i = skip; i + 1 < bytes.size(); i += 2) {
        const auto c = unit(i);
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            to.put(0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00), i, 4);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            to.put(0xFFFD, i, 2);
            broken = true;
        } else to.put(c, i, 2);
    }
    if (broken) made.notes.push_back({note_code::invalid_utf8});
    return made;
}

decoded from_utf32(std::string_view bytes, bool big) {
    decoded made{.encoding = big ? "utf-32be" : "utf-32le"};
    writer to(made);
    bool broken = bytes.size() % 4 != 0;
    for (std::size_t i = 4; i + 3 < bytes.size(); i += 4) {
        char32_t c = 0;
        for (std::size_t k = 0; k < 4; ++k) c = c << 8 | static_cast<unsigned char>(bytes[i + (big ? k : 3 - k)]);
        const bool character = c < 0xD800 || (c >= 0xE000 && c <= 0x10FFFF);
        broken = broken || !character;
        to.put(character ? c : 0xFFFD, i, 4);
    }
    if (broken) made.notes.push_back({note_code::invalid_utf8});
    return made;
}

decoded from_windows_1252(std::string_view bytes) {
    decoded made{.encoding = "windows-1252", .notes = {{note_code::encoding_guessed, {"windows-1252"}}}};
    made.text.reserve(bytes.size());
    writer to(made);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto run = past_ascii(bytes, i);
        if (run > i) to.put_ascii(bytes.substr(i, run - i), i);
        i = run;
        if (i == bytes.size()) break;
        const auto b = static_cast<unsigned char>(bytes[i]);
        const auto c = b >= 0x80 && b < 0xA0 ? windows_1252[b - 0x80] : b;
        to.put(c ? c : 0xFFFD, i, 1);
    }
    return made;
}

// Any charset that ICU knows, of one byte a character or of several. Bytes of a page that could be read as far as the word
// "utf-16" are no UTF-16, so the Unicode ones are none of these.
std::optional<decoded> from_declared(std::string_view bytes, const std::string & declared) {
    UErrorCode status = U_ZERO_ERROR;
    struct closer {
        UConverter * c;
        ~closer() { ucnv_close(c); }
    } converter{ucnv_open(declared.c_str(), &status)};
    if (U_FAILURE(status) || declared.starts_with("utf") || declared.starts_with("ucs")) return std::nullopt;
    decoded made{.encoding = declared};
    writer to(made);
    const char * const end = bytes.data() + bytes.size();
    for (const char * at = bytes.data(); at < end;) {
        const char * const begin = at;
        const auto c = ucnv_getNextUChar(converter.c, &at, end, &status);
        if (at == begin) ++at;
        // Signs that only switch between sets of characters stand for none.
        if (status != U_INDEX_OUTOFBOUNDS_ERROR) to.put(U_FAILURE(status) ? 0xFFFD : static_cast<char32_t>(c), static_cast<std::size_t>(begin - bytes.data()), static_cast<std::uint32_t>(at - begin));
        status = U_ZERO_ERROR;
    }
    return made;
}

// Mostly valid with a few slips is still UTF-8, not Windows-1252.
bool nearly_utf8(std::string_view bytes) {
    std::size_t good = 0, bad = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto at = i;
        if (next_of(bytes, i) < 0) ++bad;
        else if (i - at > 1) ++good;
    }
    return good > 4 * bad;
}

// In UTF-16 every other byte of Latin text is zero.
int zero_parity(std::string_view bytes) {
    constexpr std::size_t sample = 4096;
    std::size_t even = 0, odd = 0;
    const auto n = std::min(bytes.size(), sample);
    if (bytes.substr(0, n).find('\0') == std::string_view::npos) return -1;
    for (std::size_t i = 0; i < n; ++i)
        if (bytes[i] == 0) ++(i % 2 ? odd : even);
    if (odd > n / 4 && even * 20 <= n) return 1;
    if (even > n / 4 && odd * 20 <= n) return 0;
    return -1;
}

std::string lower_case(std::string_view s) {
    std::string made(s);
    std::transform(made.begin(), made.end(), made.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return made;
}

}  // namespace

decoded decode(std::string_view bytes, std::string_view declared) {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(utf8_mark)) return from_utf8(bytes, utf8_mark.size(), past_valid_utf8(bytes, utf8_mark.size()));
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return from_utf32(bytes, false);
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return from_utf32(bytes, true);
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes, false, 2);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes, true, 2);
    if (const int parity = zero_parity(bytes); parity >= 0) return from_utf16(bytes, parity == 0, 0);
    const auto charset = lower_case(declared);
    // Seven bits and escapes: it would pass for UTF-8.
    if (charset.starts_with("iso-2022") && bytes.find('\x1B') != std::string_view::npos)
        if (auto made = from_declared(bytes, charset)) return *std::move(made);
    const auto valid = past_valid_utf8(bytes, 0);
    if (valid == bytes.size()) return from_utf8(bytes, 0, valid);
    const bool latin = charset.empty() || charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii" || charset == "windows-1252";
    if ((charset == "utf-8" || latin) && nearly_utf8(bytes)) return from_utf8(bytes, 0, valid);
    if (!latin && charset != "utf-8")
        if (auto made = from_declared(bytes, charset)) return *std::move(made);
    return from_windows_1252(bytes);
}

void append_reference(std::string & to, char32_t number) {
    if (number >= 0x80 && number < 0xA0 && windows_1252[number - 0x80]) number = windows_1252[number - 0x80];
    char buffer[4];
    std::int32_t n = 0;
    UBool failed = number == 0 || number > 0x10FFFF;
    if (!failed) U8_APPEND(reinterpret_cast<std::uint8_t *>(buffer), n, 4, static_cast<UChar32>(number), failed);
    if (failed) to += "\xEF\xBF\xBD";
    else to.append(buffer, static_cast<std::size_t>(n));
}

// Those that no text holds. In pieces so short that a byte holds their number, sixteen are looked at together.
static std::size_t controls_in(std::string_view bytes) {
    constexpr std::size_t piece = 240;
    std::size_t n = 0;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        unsigned char here = 0;
        for (const unsigned char c : bytes.substr(at, piece)) {
            const bool of_text = static_cast<unsigned char>(c - '\t') <= '\r' - '\t' || c == 0x1B;
            here += static_cast<unsigned char>((c < ' ' && !of_text) || c == 0x7F);
        }
        n += here;
    }
    return n;
}

std::string_view binary_kind(std::string_view bytes) {
    static constexpr std::pair<std::string_view, std::string_view> magics[] = {
        {"%PDF", "a PDF file"}, {"PK\x03\x04", "a ZIP, DOCX or ODT file"}, {"\x89PNG", "a PNG picture"}, {"\xFF\xD8\xFF", "a JPEG picture"}, {"GIF8", "a GIF picture"},
        {"\x1F\x8B", "a gzip file"}, {"\x28\xB5\x2F\xFD", "a zstd file"}, {"\xFD" "7zXZ", "an xz file"}, {"\xD0\xCF\x11\xE0", "an old Word or Excel file"}, {"{\\rtf", "an RTF file"}, {"\x7F" "ELF", "a program"}};
    for (const auto & [magic, name] : magics)
        if (bytes.starts_with(magic)) return name;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)) || zero_parity(bytes) >= 0) return {};
    constexpr std::size_t sample = 1u << 16;
    const auto head = bytes.substr(0, sample);
    if (controls_in(head) * 20 > head.size()) return "a binary file";
    return {};
}

namespace {

// Finds segments; those asked for one after the other are found by going on from the last.
class segment_finder {
public:
    segment_finder(const std::vector<source_segment> & sources, std::uint32_t size) : sources_(sources), size_(size), last_(sources.begin()) {}

    std::optional<range> operator()(range where) {
        if (sources_.empty() || where.begin > where.end || where.end > size_) return std::nullopt;
        if (where.empty()) {
            const auto at = place(where.begin, false);
            return range{at, at};
        }
        // What a reader put in has no place of its own; a range that holds nothing else has none either.
        auto first = segment_at(where.begin);
        while (first != sources_.end() && first->text < where.end && first->source_size == 0) ++first;
        if (first == sources_.end() || first->text >= where.end) return std::nullopt;
        const auto begin = place(std::max(where.begin, first->text), false);
        return range{begin, std::max(begin, place(where.end, true))};
    }

private:
    using iterator = std::vector<source_segment>::const_iterator;

    iterator segment_at(std::uint32_t at) {
        constexpr int near = 8;
        auto s = last_;
        if (s->text <= at)
            for (int i = 0; i < near; ++i, ++s)
                if (std::next(s) == sources_.end() || std::next(s)->text > at) return last_ = s;
        const auto after = std::upper_bound(sources_.begin(), sources_.end(), at, [](std::uint32_t a, const source_segment & x) { return a < x.text; });
        return last_ = after == sources_.begin() ? after : std::prev(after);
    }

    std::uint32_t end_of(iterator s) const { return std::next(s) == sources_.end() ? size_ : std::next(s)->text; }

    std::uint32_t place(std::uint32_t at, bool closing) {
        const auto s = segment_at(closing && at > 0 ? at - 1 : at);
        const auto text_size = end_of(s) - s->text;
        const auto offset = at - s->text;
        if (text_size && s->source_size % text_size == 0) return s->source + offset * (s->source_size / text_size);
        return s->source + (closing ? s->source_size : 0);
    }

    const std::vector<source_segment> & sources_;
    std::uint32_t size_;
    iterator last_;
};

}  // namespace

std::optional<range> source_of(const std::vector<source_segment> & sources, std::uint32_t size, range where) { return segment_finder(sources, size)(where); }

std::vector<source_segment> compose(const std::vector<source_segment> & outer, const std::vector<source_segment> & inner, std::uint32_t outer_size, std::uint32_t inner_size) {
    if (outer.size() == 1 && outer[0].source == 0 && outer[0].source_size == outer_size) return inner;
    std::vector<source_segment> made;
    made.reserve(inner.size());
    segment_finder find(outer, outer_size);
    const auto add = [&](std::uint32_t text, range where) {
        const auto place = find(where);
        made.push_back(place ? source_segment{text, place->begin, where.empty() ? 0 : place->size()} : source_segment{text, 0, 0});
    };
    for (std::size_t i = 0; i < inner.size(); ++i) {
        const auto & s = inner[i];
        const range where{s.source, s.source + s.source_size};
        const auto text_size = (i + 1 < inner.size() ? inner[i + 1].text : inner_size) - s.text;
        // A piece that maps byte by byte is cut where the outer text changes its way of mapping.
        auto at = where.begin;
        if (text_size == s.source_size) {
            auto next = std::upper_bound(outer.begin(), outer.end(), at, [](std::uint32_t a, const source_segment & x) { return a < x.text; });
            for (; next != outer.end() && next->text < where.end; ++next) {
                add(s.text + (at - where.begin), {at, next->text});
                at = next->text;
            }
        }
        add(s.text + (at - where.begin), {at, where.end});
    }
    return made;
}

}  // namespace rolewright::text
