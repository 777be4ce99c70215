// pugixml parses without DTD and leaves what is no reference of XML's own as it stands: a raw "&" costs nothing. What it
// refuses (end tags that do not fit, a raw "<", broken attributes) is mended in one walk with a stack of open elements.
#include "read/xml_text.hpp"

#include "read/html_elements.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <cstring>

namespace rolewright::readers {
namespace {

constexpr auto how = pugi::parse_default | pugi::parse_fragment;

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool name_char(char c) { return letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '.'; }

std::string_view name_at(std::string_view text, std::size_t i) {
    auto end = i;
    if (end < text.size() && letter(text[end]))
        while (end < text.size() && name_char(text[end])) ++end;
    return text.substr(i, end - i);
}

std::uint32_t line_at(std::string_view text, std::size_t offset) { return static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n')) + 1; }

// Comments, CDATA, DOCTYPE and processing instructions. An end once looked for in vain is not looked for again.
class opaque_parts {
public:
    explicit opaque_parts(std::string_view text) : text_(text) {}

    /// The size of the one that begins at `i`, or 0.
    std::size_t at(std::size_t i) {
        static constexpr std::pair<std::string_view, std::string_view> parts[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
        const auto rest = text_.substr(i);
        for (std::size_t p = 0; p < std::size(parts); ++p) {
            const auto & [begin, end] = parts[p];
            if (!rest.starts_with(begin)) continue;
            const auto close = endless_[p] ? std::string_view::npos : rest.find(end, begin.size());
            endless_[p] = close == std::string_view::npos;
            return endless_[p] ? 0 : close + end.size();
        }
        return rest.starts_with("<!") ? declaration(rest) : 0;
    }

private:
    std::size_t declaration(std::string_view rest) {
        constexpr std::size_t last = 3;
        int open = 0;
        for (std::size_t k = 0; k < rest.size() && !endless_[last]; ++k) {
            open += (rest[k] == '[') - (rest[k] == ']');
            if (rest[k] == '>' && open <= 0) return k + 1;
        }
        endless_[last] = true;
        return 0;
    }

    std::string_view text_;
    bool endless_[4] = {};
};

bool reference_at(std::string_view text, std::size_t i) {
    constexpr std::size_t longest = 32;
    auto end = i + 1;
    if (end < text.size() && text[end] == '#') ++end;
    while (end < text.size() && end < i + longest && name_char(text[end])) ++end;
    return end > i + 1 && end < text.size() && text[end] == ';';
}

std::size_t first_raw_ampersand(std::string_view text) {
    opaque_parts opaque(text);
    for (auto i = text.find_first_of("&<"); i != std::string_view::npos; i = text.find_first_of("&<", i)) {
        if (text[i] == '&' && !reference_at(text, i)) return i;
        i += text[i] == '<' ? std::max<std::size_t>(opaque.at(i), 1) : 1;
    }
    return std::string_view::npos;
}

// Elements of HTML that stand in XML as they would in a page: some have no end, some end where the next one begins.
bool stands_alone(std::string_view name) { return name == "br" || name == "hr" || name == "img" || name == "BR" || name == "HR" || name == "IMG"; }
bool ends_at_the_next(std::string_view name) { return name == "li" || name == "p" || name == "td" || name == "tr" || name == "dt" || name == "dd" || name == "LI" || name == "P"; }

class mender {
public:
    explicit mender(std::string_view text) : text_(text), opaque_(text) { made_.reserve(text.size() + 64); }

    std::string mend() {
        while (at_ < text_.size()) {
            if (text_[at_] != '<') copy(std::min(text_.find('<', at_), text_.size()) - at_);
            else if (const auto n = opaque_.at(at_)) copy(n);
            else if (text_.substr(at_).starts_with("<![CDATA[")) copy(text_.size() - at_), made_ += "]]>";
            else if (!tag()) escape_bracket();
        }
        while (!open_.empty()) close_last();
        return std::move(made_);
    }

    std::size_t first() const { return first_; }

private:
    void copy(std::size_t n) { made_ += text_.substr(at_, n), at_ += n; }
    void mended() { first_ = std::min(first_, at_); }
    void escape_bracket() { mended(), made_ += "&lt;", ++at_; }
    void close_last() { mended(), (made_ += "</").append(open_.back()) += '>', open_.pop_back(); }

    bool tag() {
        const bool closing = at_ + 1 < text_.size() && text_[at_ + 1] == '/';
        const auto name = name_at(text_, at_ + (closing ? 2 : 1));
        if (name.empty()) return false;
        const auto inside = at_ + (closing ? 2 : 1) + name.size();
        const auto end = end_of_tag(inside);
        if (end == std::string_view::npos) return false;
        if (closing) close(name), at_ = end + 1;
        else open(name, text_.substr(inside, end - inside)), at_ = end + 1;
        return true;
    }

    // The ">" of a tag: quotes hide it, unless a "<" comes first.
    std::size_t end_of_tag(std::size_t i) const {
        char quote = 0;
        for (auto k = i; k < text_.size(); ++k) {
            const char c = text_[k];
            if (c == '<') break;
            if (!quote && c == '>') return k;
            if (quote ? c == quote : c == '"' || c == '\'') quote = quote ? 0 : c;
        }
        const auto plain = text_.find_first_of("<>", i);
        return plain != std::string_view::npos && text_[plain] == '>' ? plain : std::string_view::npos;
    }

    void open(std::string_view name, std::string_view attributes) {
        if (!open_.empty() && open_.back() == name && ends_at_the_next(name)) close_last();
        (made_ += '<').append(name);
        const bool empty = attributes.ends_with('/') || stands_alone(name);
        for (std::size_t i = 0; i < attributes.size();) {
            const auto key = name_at(attributes, i);
            auto k = i + key.size();
            while (!key.empty() && k < attributes.size() && space(attributes[k])) ++k;
            if (key.empty() || k >= attributes.size() || attributes[k] != '=') {
                if (!space(attributes[i]) && attributes[i] != '/') mended();
                ++i;
                continue;
            }
            for (++k; k < attributes.size() && (space(attributes[k]) || attributes[k] == '\\');) ++k;
            const char quote = k < attributes.size() && (attributes[k] == '"' || attributes[k] == '\'') ? attributes[k] : 0;
            const auto begin = quote ? k + 1 : k;
            const auto end = std::min(quote ? attributes.find(quote, begin) : attributes.find_first_of(" \t\r\n/", begin), attributes.size());
            auto value = std::string(attributes.substr(begin, end - begin));
            while (value.ends_with('\\')) value.pop_back(), mended();
            std::replace(value.begin(), value.end(), '"', '\'');
            ((made_ += ' ').append(key) += "=\"") += value + '"';
            i = end + (quote ? 1 : 0);
        }
        made_ += empty ? "/>" : ">";
        if (!empty) open_.emplace_back(name);
    }

    void close(std::string_view name) {
        constexpr std::size_t far = 64;
        const auto same = [&](const std::string & o) { return o == name; };
        const auto nearest_ones = std::min(far, open_.size());
        if (!open_.empty() && !same(open_.back())) {
            mended();
            const bool meant = alike(name, open_.back());
            const auto in = std::find_if(open_.rbegin(), open_.rbegin() + static_cast<std::ptrdiff_t>(nearest_ones), same);
            if (meant && in == open_.rbegin() + static_cast<std::ptrdiff_t>(nearest_ones)) return close_last();
            if (in == open_.rbegin() + static_cast<std::ptrdiff_t>(nearest_ones)) return;
            while (!same(open_.back())) close_last();
        }
        if (open_.empty()) return mended();
        (made_ += "</").append(open_.back()) += '>';
        open_.pop_back();
    }

    std::string_view text_;
    opaque_parts opaque_;
    std::string made_;
    std::vector<std::string> open_;
    std::size_t at_ = 0, first_ = std::string_view::npos;
};

// --- tree ---

void append_escaped(std::string & to, std::string_view words) {
    for (const char c : words)
        if (c == '<') to += "&lt;";
        else if (c == '>') to += "&gt;";
        else if (c == '&') to += "&amp;";
        else to += c;
}

std::string_view local_name(pugi::xml_node of) {
    const std::string_view name = of.name();
    return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

// Walked without recursion, however deep; CDATA is markup, the text of elements is not.
void append_inner(std::string & to, pugi::xml_node of) {
    for (auto n = of.first_child(); n;) {
        if (n.type() == pugi::node_cdata) to += n.value();
        else if (n.type() == pugi::node_pcdata) append_escaped(to, n.value());
        else if (n.type() == pugi::node_element) {
            (to += '<').append(local_name(n)) += '>';
            if (const auto child = n.first_child()) {
                n = child;
                continue;
            }
            if (!stands_alone(local_name(n))) (to += "</").append(local_name(n)) += '>';
        }
        while (!n.next_sibling() && n.parent() != of) {
            n = n.parent();
            if (!stands_alone(local_name(n))) (to += "</").append(local_name(n)) += '>';
        }
        n = n.next_sibling();
    }
}

std::string inner_markup_of(const void * element) {
    std::string made;
    append_inner(made, pugi::xml_node(static_cast<pugi::xml_node_struct *>(const_cast<void *>(element))));
    return made;
}

bool is_html(std::string_view name) {
    static constexpr std::string_view inline_elements[] = {"span", "em", "i", "u", "font", "small", "sup", "sub", "code", "img", "label", "s", "strike", "o", "st1"};
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower != "title" && lower != "link" && (role_of(lower) != element_role::plain || std::find(std::begin(inline_elements), std::end(inline_elements), lower) != std::end(inline_elements));
}

class tree_builder {
public:
    tree_builder(tree & to, const read_limits & limits) : to_(to), limits_(limits) {}

    void add(pugi::xml_node from, place_in_tree at, std::uint32_t depth) {
        for (const auto a : from.attributes()) to_.add(at, to_.keep("@" + std::string(a.name())), a.value());
        bool elements = false;
        std::string_view words;
        std::string several;
        for (const auto child : from.children()) {
            if (child.type() == pugi::node_element) {
                elements = true;
                if (depth >= limits_.nesting) too_deep = true;
                else add(child, to_.add(at, child.name()), depth + 1);
            } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                const std::string_view more = child.value();
                if (words.empty()) words = more;
                else if (several.empty()) several = std::string(words).append(more);
                else several += more;
            }
        }
        if (!several.empty()) words = to_.keep(std::move(several));
        while (!words.empty() && space(words.front())) words.remove_prefix(1);
        while (!words.empty() && space(words.back())) words.remove_suffix(1);
        to_[at].text = words;
        if (elements) to_[at].markup = from.internal_object();
        else if (escaped_xml(words) && levels_ < limits_.containers) unfold(words, at, depth);
    }

    bool too_deep = false;

private:
    // A whole element, and none of HTML.
    static bool escaped_xml(std::string_view words) {
        const auto name = root_element(words);
        return !name.empty() && !is_html(name) && words.ends_with("</" + std::string(name) + ">");
    }

    void unfold(std::string_view words, place_in_tree at, std::uint32_t depth) {
        const auto inside = std::make_shared<pugi::xml_document>();
        if (!inside->load_buffer(words.data(), words.size(), how, pugi::encoding_utf8)) return;
        to_.hold(inside);
        to_[at].text = {};
        ++levels_;
        add(*inside, at, depth);
        --levels_;
    }

    tree & to_;
    const read_limits & limits_;
    std::uint32_t levels_ = 0;
};

}  // namespace

std::string_view root_element(std::string_view text) {
    opaque_parts opaque(text);
    std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (i < text.size()) {
        if (space(text[i])) ++i;
        else if (const auto n = text[i] == '<' ? opaque.at(i) : 0) i += n;
        else break;
    }
    return i < text.size() && text[i] == '<' ? name_at(text, i + 1) : std::string_view();
}

result<xml_reading> read_xml_text(std::string_view xml, const read_limits & limits) {
    // Each element takes four bytes or more: a short file need not be looked through.
    constexpr std::size_t smallest = 4;
    const auto elements = [&] {
        std::size_t n = 0;
        for (auto at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) n += xml.substr(at + 1, 1) != "/";
        return n;
    };
    if (xml.size() / smallest > limits.values && elements() > limits.values) return error{error_code::too_large, "expected at most " + std::to_string(limits.values) + " elements, found more"};
    xml_reading made;
    std::string clean(xml);
    std::replace(clean.begin(), clean.end(), '\0', ' ');
    const auto document = std::make_shared<pugi::xml_document>();
    auto parsed = document->load_buffer(clean.data(), clean.size(), how, pugi::encoding_utf8);
    auto first = first_raw_ampersand(xml);
    if (!parsed) {
        mender m(clean);
        const auto mended = m.mend();
        first = std::min({first, m.first(), static_cast<std::size_t>(parsed.offset)});
        parsed = document->load_buffer(mended.data(), mended.size(), how, pugi::encoding_utf8);
        if (!parsed) return error{error_code::bad_record, std::string("expected XML: ") + parsed.description(), {}, line_at(xml, first)};
    }
    // pugixml passes over what is wrong in the declaration.
    if (const auto declaration = xml.substr(0, xml.find("?>")); declaration.size() < xml.size() && declaration.find('\\') != std::string_view::npos) first = 0;
    if (first != std::string_view::npos) made.first_mend = line_at(xml, first);
    const auto head = xml.substr(0, xml.find("]>"));
    made.declares_entities = head.size() < xml.size() && head.find("<!DOCTYPE") != std::string_view::npos && head.find("<!ENTITY") != std::string_view::npos;
    made.fields.hold(document);
    made.fields.inner_markup = &inner_markup_of;
    tree_builder builder(made.fields, limits);
    builder.add(*document, tree::root, 0);
    made.too_deep = builder.too_deep;
    return made;
}

std::string declared_xml_encoding(std::string_view bytes) {
    constexpr std::size_t far = 200;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!bytes.starts_with("<?xml")) return {};
    const auto head = bytes.substr(0, std::min(bytes.find("?>"), far));
    auto at = head.find("encoding");
    if (at == std::string_view::npos) return {};
    at = head.find_first_of("'\"", at);
    const auto end = at == std::string_view::npos ? at : head.find_first_of("'\"\\", at + 1);
    return end == std::string_view::npos ? std::string() : std::string(head.substr(at + 1, end - at - 1));
}

}  // namespace rolewright::readers
