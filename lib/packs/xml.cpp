// A thin layer over pugixml that knows where everything stands.
#include "packs/xml.hpp"

#include <algorithm>
#include <charconv>

namespace rolewright::packs {
namespace {

bool space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

void append_folded(std::string & to, std::string_view text) {
    for (const char c : text)
        if (!space(c)) to += c;
        else if (!to.empty() && to.back() != ' ') to += ' ';
}

example example_of(const xml_file & file, pugi::xml_node node, bool yes) {
    example made{.yes = yes, .at = file.at(node)};
    for (const auto child : node.children()) {
        const bool marked = std::string_view(child.name()) == "m";
        if (marked && !made.marked.empty()) file.fail(child, "expected one <m> in a <yes>, found another");
        const auto begin = static_cast<std::uint32_t>(made.text.size());
        append_folded(made.text, marked ? child.text().get() : child.value());
        if (marked) made.marked = {begin, static_cast<std::uint32_t>(made.text.size())};
    }
    while (!made.text.empty() && made.text.back() == ' ') made.text.pop_back();
    return made;
}

}  // namespace

xml_file::xml_file(std::string path, std::string_view bytes, bool good_queries) : path_(std::move(path)), bytes_(bytes), good_queries_(good_queries), lines_{0} {
    for (auto end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1)) lines_.push_back(end + 1);
    const auto parsed = document_.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (parsed) return;
    const auto where = at(parsed.offset);
    error e{error_code::bad_pack, std::string("expected well-formed XML: ") + parsed.description(), path_};
    e.line = where.line;
    e.column = where.column;
    std::transform(e.message.begin() + 25, e.message.end(), e.message.begin() + 25, [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    throw broken_pack{e};
}

origin xml_file::at(std::ptrdiff_t offset) const {
    const auto place = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(bytes_.size())));
    const auto line = std::prev(std::upper_bound(lines_.begin(), lines_.end(), place));
    origin made{path_, static_cast<std::uint32_t>(line - lines_.begin() + 1), 1};
    for (const char c : bytes_.substr(*line, place - *line)) made.column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return made;
}

void xml_file::fail(pugi::xml_node node, const std::string & message) const {
    const auto where = at(node);
    error e{error_code::bad_pack, message, path_};
    e.line = where.line;
    e.column = where.column;
    throw broken_pack{e};
}

void xml_file::fail_word(pugi::xml_node node, const char * attribute, const std::string & text, std::span<const std::string_view> names) const {
    std::string known;
    for (const auto n : names) known += (known.empty() ? "" : ", ") + std::string(n);
    fail(node, "expected " + std::string(attribute) + " to be one of " + known + "; found '" + text + "'");
}

std::string xml_file::required(pugi::xml_node node, const char * attribute) const {
    const auto found = node.attribute(attribute);
    if (!found || !*found.value()) fail(node, "expected the attribute " + std::string(attribute) + " in <" + node.name() + ">, found none");
    return found.value();
}

std::string xml_file::text_of(pugi::xml_node node) const {
    std::string made;
    append_folded(made, node.text().get());
    while (!made.empty() && made.back() == ' ') made.pop_back();
    return made;
}

double xml_file::number(pugi::xml_node node, const char * attribute) const {
    const auto text = required(node, attribute);
    double value = 0;
    const auto end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value).ptr != end) fail(node, "expected a number in " + std::string(attribute) + ", found '" + text + "'");
    return value;
}

std::uint32_t xml_file::count(pugi::xml_node node, const char * attribute) const {
    const double value = number(node, attribute);
    if (value < 0 || value > 1e6 || value != static_cast<std::uint32_t>(value)) fail(node, "expected a whole number in " + std::string(attribute) + ", found '" + node.attribute(attribute).value() + "'");
    return static_cast<std::uint32_t>(value);
}

void xml_file::allow(pugi::xml_node node, std::initializer_list<std::string_view> attributes) const {
    for (const auto a : node.attributes())
        if (std::find(attributes.begin(), attributes.end(), std::string_view(a.name())) == attributes.end())
            fail(node, "unexpected attribute " + std::string(a.name()) + " in <" + node.name() + ">");
}

void xml_file::unexpected(pugi::xml_node node, std::string_view expected) const {
    fail(node, "unexpected <" + std::string(node.name()) + "> in <" + node.parent().name() + ">, expected " + std::string(expected));
}

bool xml_file::flag(pugi::xml_node node, const char * attribute, bool otherwise) const {
    const auto found = node.attribute(attribute);
    if (!found) return otherwise;
    const std::string_view text = found.value();
    if (text != "yes" && text != "no") fail(node, "expected " + std::string(attribute) + " to be yes or no, found '" + std::string(text) + "'");
    return text == "yes";
}

query::expression xml_file::query_in(pugi::xml_node node) const {
    const std::string_view text = node.text().get();
    if (good_queries_) return query::expression::unread(text);
    auto parsed = query::parse(text);
    if (parsed) return *std::move(parsed);
    // A query's own line and column, moved to where its text begins in the file. (Escapes such as &lt; shift columns.)
    auto e = parsed.error();
    const auto start = at(node.first_child() ? node.first_child().offset_debug() : node.offset_debug());
    e.column = e.line == 1 ? start.column + e.column - 1 : e.column;
    e.line += start.line - 1;
    e.file = path_;
    throw broken_pack{e};
}

bool xml_file::read_queried(pugi::xml_node child, queried & to) const {
    const std::string_view name = child.name();
    if (name == "query") {
        to.places.push_back(at(child));
        to.queries.push_back(query_in(child));
    } else if (name == "yes" || name == "no") to.examples.push_back(example_of(*this, child, name == "yes"));
    else return false;
    return true;
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (!space(c)) {
            word += c;
            continue;
        }
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

}  // namespace rolewright::packs
