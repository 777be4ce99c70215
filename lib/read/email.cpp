// A small parser of MIME: headers, multiparts within one another up to a depth, the two transfer encodings, encoded words.
// Of alternatives the one that says most in the better form is read; attachments are read as files of their own. A letter
// that only brings an attached advert is left out, with a note. Several messages in one file (mbox) are read one by one.
#include "read/formats.hpp"
#include "read/mail_codings.hpp"
#include "read/markup.hpp"
#include "read/shown.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace rolewright::readers {
namespace {

struct header {
    std::string name, value;  // name in lower case, value unfolded
};

struct part {
    std::vector<header> headers;
    std::string_view body;

    std::string_view operator[](std::string_view name) const {
        const auto at = std::find_if(headers.begin(), headers.end(), [&](const header & h) { return h.name == name; });
        return at == headers.end() ? std::string_view() : std::string_view(at->value);
    }
};

std::string lower_case(std::string_view s) {
    std::string made(s);
    std::transform(made.begin(), made.end(), made.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return made;
}

bool blank(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && (blank(s.front()) || s.front() == '\r' || s.front() == '\n')) s.remove_prefix(1);
    while (!s.empty() && (blank(s.back()) || s.back() == '\r' || s.back() == '\n')) s.remove_suffix(1);
    return s;
}

std::string_view next_line(std::string_view & rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

// "Name: value"; the name has no space in it.
std::size_t header_colon(std::string_view line) {
    constexpr std::size_t longest = 80;
    const auto colon = line.substr(0, longest).find(':');
    if (colon == 0 || colon == std::string_view::npos) return 0;
    const bool plain = std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
    return plain ? colon : 0;
}

part parse_part(std::string_view bytes) {
    constexpr std::size_t most_headers = 1000;
    part made;
    auto rest = bytes;
    // The line that begins a message in an mbox.
    if (rest.starts_with("From ")) next_line(rest);
    while (!rest.empty() && made.headers.size() < most_headers) {
        const auto before = rest;
        const auto line = next_line(rest);
        if (line.empty()) break;
        if (blank(line.front())) {
            if (!made.headers.empty()) made.headers.back().value += " " + std::string(trimmed(line));
            continue;
        }
        const auto colon = header_colon(line);
        if (!colon) {
            rest = before;
            break;
        }
        made.headers.push_back({lower_case(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
    }
    made.body = rest;
    return made;
}

// A parameter of "type/subtype; name=value; name="value"".
std::string parameter(std::string_view of, std::string_view name) {
    auto rest = of;
    while (true) {
        const auto semicolon = rest.find(';');
        if (semicolon == std::string_view::npos) return {};
        rest = trimmed(rest.substr(semicolon + 1));
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) return {};
        auto key = lower_case(trimmed(rest.substr(0, equals)));
        // name*0=, name*= of RFC 2231: the first piece is enough to tell a file's kind.
        key = key.substr(0, key.find('*'));
        auto value = trimmed(rest.substr(equals + 1));
        std::string made;
        if (!value.empty() && value[0] == '"') {
            std::size_t i = 1;
            for (; i < value.size() && value[i] != '"'; ++i) {
                if (value[i] == '\\' && i + 1 < value.size()) ++i;
                made += value[i];
            }
            rest = value.substr(std::min(i, value.size()));
        } else {
            made = std::string(trimmed(value.substr(0, value.find(';'))));
            rest = value;
        }
        if (key == name) return made;
    }
}

struct found_part {
    std::string type;          ///< "text/html"
    std::string charset, name;
    bool attached = false, flowed = false;
    std::string bytes;         ///< decoded
};

class message_reader {
public:
    message_reader(const input & in, reading & to) : in_(in), to_(to) {}

    result<bool> read(std::string_view bytes) {
        const auto top = parse_part(bytes);
        if (auto done = walk(top, 0); !done) return done;
        const auto subject = decoded_words(top["subject"]);
        const auto letters = to_.documents.size();
        read_bodies();
        for (auto i = letters; i < to_.documents.size(); ++i) name_after(subject, to_.documents[i]);
        const auto attached = to_.documents.size();
        if (auto done = read_attachments(); !done) return done;
        leave_out_covering_letter(letters, attached);
        return true;
    }

private:
    // Gathers what can be read: of alternatives all, to choose from later.
    result<bool> walk(const part & p, std::uint32_t depth) {
        constexpr std::uint32_t deepest = 20;
        constexpr std::size_t most_parts = 1000;
        if (depth > deepest || found_.size() > most_parts) return error{error_code::too_large, "expected an e-mail with at most " + std::to_string(deepest) + " parts in one another and " + std::to_string(most_parts) + " in all"};
        const auto content = p["content-type"].empty() ? std::string_view("text/plain") : p["content-type"];
        const auto type = lower_case(trimmed(content.substr(0, content.find(';'))));
        if (type.starts_with("multipart/")) {
            const bool choice = type == "multipart/alternative";
            const auto group = choice && !alternatives_ ? ++groups_ : group_;
            const auto outer_group = group_;
            const bool outer = alternatives_;
            group_ = group, alternatives_ = alternatives_ || choice;
            for (const auto piece : pieces_of(p.body, parameter(content, "boundary")))
                if (auto done = walk(parse_part(piece), depth + 1); !done) return done;
            group_ = outer_group, alternatives_ = outer;
            return true;
        }
        const auto disposition = p["content-disposition"];
        found_part made{.type = type, .charset = parameter(content, "charset"), .name = decoded_words(parameter(disposition, "filename"))};
        if (made.name.empty()) made.name = decoded_words(parameter(content, "name"));
        made.attached = lower_case(disposition).starts_with("attachment") || (!made.name.empty() && !type.starts_with("text/"));
        made.flowed = lower_case(parameter(content, "format")) == "flowed";
        made.bytes = decoded_body(p.body, lower_case(trimmed(p["content-transfer-encoding"])));
        in_.budget.bytes += made.bytes.size();
        if (in_.budget.bytes > in_.limits.expanded_bytes) return error{error_code::too_large, "expected an e-mail of at most " + std::to_string(in_.limits.expanded_bytes) + " bytes, found more"};
        found_.push_back({std::move(made), alternatives_ ? group_ : 0});
        return true;
    }

    static std::vector<std::string_view> pieces_of(std::string_view body, const std::string & boundary) {
        std::vector<std::string_view> made;
        if (boundary.empty()) return {body};
        const auto mark = "--" + boundary;
        std::optional<std::size_t> begin;
        auto rest = body;
        while (!rest.empty()) {
            const auto at = body.size() - rest.size();
            const auto line = next_line(rest);
            if (!line.starts_with(mark)) continue;
            const auto tail = trimmed(line.substr(mark.size()));
            if (!tail.empty() && tail != "--") continue;
            if (begin) made.push_back(body.substr(*begin, at - *begin));
            begin = body.size() - rest.size();
            if (tail == "--") return made;
        }
        // A message cut off before its end.
        if (begin) made.push_back(body.substr(*begin));
        return made;
    }

    static bool is_text(const found_part & p) { return p.type == "text/plain" || p.type == "text/html" || p.type == "text/markdown"; }

    static std::size_t words_in(const document & d) {
        std::size_t n = 0;
        for (const auto & b : d.blocks)
            if (b.area == block_area::main) n += 1 + static_cast<std::size_t>(std::count(d.text.begin() + b.text.begin, d.text.begin() + b.text.end, ' '));
        return n;
    }

    static std::size_t words_in(const std::vector<document> & all) {
        std::size_t n = 0;
        for (const auto & d : all) n += words_in(d);
        return n;
    }

    // What a body says: one document, several where it is a newsletter of adverts.
    std::vector<document> documents_of(const found_part & p) {
        const auto charset = p.charset.empty() && p.type == "text/html" ? declared_charset(p.bytes) : p.charset;
        auto text = text::decode(p.bytes, charset);
        if (to_.encoding.empty()) to_.encoding = text.encoding;
        if (p.flowed) text.text = unflowed(text.text);
        std::vector<document> made;
        // A letter is one even where it is no advert: the advert may be attached.
        if (p.type == "text/html") made = html_documents(text.text, in_.limits, to_.notes);
        if (made.empty()) made.push_back(p.type == "text/html" ? html_document(text.text, in_.limits) : text_document(entities_decoded(text.text), in_.limits));
        for (auto & d : made) d.sources.clear();
        made.front().notes.insert(made.front().notes.end(), text.notes.begin(), text.notes.end());
        return made;
    }

    // Bodies that say the same are one document: HTML has the better form, unless it says much less.
    void read_bodies() {
        std::vector<bool> done(found_.size(), false);
        for (std::size_t i = 0; i < found_.size(); ++i) {
            if (done[i] || found_[i].of.attached || !is_text(found_[i].of)) continue;
            auto best = documents_of(found_[i].of);
            bool best_is_html = found_[i].of.type == "text/html";
            for (auto k = i + 1; k < found_.size() && found_[i].group; ++k) {
                if (found_[k].group != found_[i].group || found_[k].of.attached || !is_text(found_[k].of)) continue;
                done[k] = true;
                auto other = documents_of(found_[k].of);
                const bool html = found_[k].of.type == "text/html";
                const auto mine = words_in(best), its = words_in(other);
                const bool better = html && !best_is_html ? its * 10 >= mine * 7 : !html && best_is_html ? mine * 10 < its * 7 : its > mine;
                if (better) best = std::move(other), best_is_html = html;
            }
            for (auto & d : best)
                if (!d.blocks.empty() && !add_document(std::move(d), in_.limits, to_)) break;
        }
    }

    result<bool> read_attachments() {
        for (const auto & f : found_) {
            const bool message = f.of.type == "message/rfc822";
            if (!message && !f.of.attached && (is_text(f.of) || f.of.name.empty())) continue;
            if (f.of.type.starts_with("image/") || f.of.type.starts_with("application/pgp") || f.of.type == "application/pkcs7-signature") continue;
            const auto before = to_.documents.size();
            const auto name = shown(f.of.name.empty() ? f.of.type : f.of.name);
            auto done = read_inside(f.of.bytes, in_, to_);
            if (!done && done.error().code == error_code::too_large) return done;
            if (!done) to_.notes.push_back({note_code::part_not_read, {name, done.error().message}});
            for (auto i = before; i < to_.documents.size(); ++i) {
                auto & part = to_.documents[i].part;
                part = part.empty() ? name : name + "/" + part;
            }
        }
        return true;
    }

    // A title is only a part of the subject that the advert itself has among its first lines.
    static void name_after(const std::string & subject, document & doc) {
        constexpr std::size_t far = 8;
        const auto wanted = lower_case(subject);
        for (std::size_t i = 0; i < std::min(doc.blocks.size(), far); ++i) {
            const auto line = trimmed(doc.blocks[i].text.of(doc.text));
            constexpr std::size_t shortest = 4, longest = 100;
            if (doc.blocks[i].area != block_area::main || line.size() < shortest || line.size() > longest) continue;
            const auto at = wanted.find(lower_case(line));
            if (at == std::string::npos) continue;
            const auto edge = [&](std::size_t k) { return k >= wanted.size() || !std::isalnum(static_cast<unsigned char>(wanted[k])); };
            if (!edge(at + line.size()) || (at > 0 && !edge(at - 1))) continue;
            doc.given.title = std::string(line);
            return;
        }
    }

    // "Please see the attached vacancy": few words beside a document of many.
    void leave_out_covering_letter(std::size_t letters, std::size_t attached) {
        constexpr std::size_t short_letter = 80;
        std::size_t most = 0;
        for (auto i = attached; i < to_.documents.size(); ++i) most = std::max(most, words_in(to_.documents[i]));
        for (auto i = attached; i > letters; --i) {
            const auto n = words_in(to_.documents[i - 1]);
            if (n >= short_letter || most < 2 * n) continue;
            to_.documents.erase(to_.documents.begin() + static_cast<std::ptrdiff_t>(i - 1));
            to_.notes.push_back({note_code::letter_left_out});
        }
    }

    struct candidate {
        found_part of;
        int group = 0;  ///< parts of one choice have one number; 0: none
    };

    const input & in_;
    reading & to_;
    std::vector<candidate> found_;
    int groups_ = 0, group_ = 0;
    bool alternatives_ = false;
};

// Where the messages of an mbox begin; a file of one message has one.
std::vector<std::string_view> messages_in(std::string_view bytes) {
    if (!bytes.starts_with("From ")) return {bytes};
    std::vector<std::string_view> made;
    std::size_t begin = 0;
    for (auto at = bytes.find("\n\nFrom "); at != std::string_view::npos; at = bytes.find("\n\nFrom ", at + 1)) {
        auto after = bytes.substr(at + 2);
        next_line(after);
        if (!header_colon(next_line(after))) continue;
        made.push_back(bytes.substr(begin, at + 1 - begin));
        begin = at + 2;
    }
    made.push_back(bytes.substr(begin));
    return made;
}

}  // namespace

result<bool> read_email(const input & in, reading & to) {
    for (const auto message : messages_in(in.bytes))
        if (auto done = message_reader(in, to).read(message); !done) return done;
    if (to.documents.empty()) to.notes.push_back({note_code::no_advert});
    return true;
}

// Only mail has a Message-ID, a version of MIME or a trace of who carried it; a saved letter has its sender and subject.
int sniff_email(std::string_view bytes) {
    constexpr std::size_t far = 60;
    constexpr int certain = 97;
    static constexpr std::array<std::string_view, 7> only_mail{"message-id", "mime-version", "received", "return-path", "delivered-to", "x-mailer", "dkim-signature"};
    auto rest = bytes;
    if (rest.starts_with("From ")) next_line(rest);
    bool from = false, subject = false, date = false, to = false, mail = false;
    for (std::size_t i = 0; i < far && !rest.empty(); ++i) {
        const auto line = next_line(rest);
        if (line.empty()) break;
        if (blank(line.front()) && i > 0) continue;
        const auto colon = header_colon(line);
        if (!colon) return 0;
        const auto name = lower_case(line.substr(0, colon));
        mail = mail || std::find(only_mail.begin(), only_mail.end(), name) != only_mail.end();
        from = from || name == "from";
        to = to || name == "to";
        subject = subject || name == "subject";
        date = date || name == "date";
    }
    return (mail && (from || subject || date || to)) || (from && subject && (date || to)) ? certain : 0;
}

}  // namespace rolewright::readers
