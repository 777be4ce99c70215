// The one Spirit grammar of the query language. Rules put nodes into what the expression will own; after an expectation
// point stands a bare named rule, whose name is what the error says was expected.
#include "query/ast.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace rolewright::query {
namespace {

namespace x3 = boost::spirit::x3;
using iterator = std::string_view::const_iterator;

bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }
bool inner_byte(char c) { return c == '\'' || c == '.' || c == '-' || c == '&' || c == '/'; }

// What stands between words. (That of Spirit asks the locale of every byte.)
struct white_parser : x3::parser<white_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Iterator, class Context, class Rule, class Attribute>
    bool parse(Iterator & first, const Iterator & last, const Context &, Rule &, Attribute &) const {
        const auto from = first;
        while (first != last && white(*first)) ++first;
        return first != from;
    }
};
constexpr white_parser white_space{};

// Letters and digits with single marks inside ("e-mail", "Node.js", "R&D"), perhaps closed by + or # ("C++").
struct word_text_parser : x3::parser<word_text_parser> {
    using attribute_type = std::string;
    static constexpr bool has_attribute = true;

    template <class Iterator, class Context, class Rule, class Attribute>
    bool parse(Iterator & first, const Iterator & last, const Context & context, Rule &, Attribute & attribute) const {
        x3::skip_over(first, last, context);
        auto it = first;
        while (it != last && (word_byte(*it) || (it != first && inner_byte(*it) && std::next(it) != last && word_byte(*std::next(it))))) ++it;
        if (it == first) return false;
        while (it != last && (*it == '+' || *it == '#')) ++it;
        std::string text(first, it);
        if (text == "AND" || text == "NOT") return false;
        first = it;
        x3::traits::move_to(std::move(text), attribute);
        return true;
    }
};
constexpr word_text_parser word_text{};

// All nodes of one query.
using node_store = std::deque<node>;
struct store_tag;

template <class Context>
node_ptr make(Context & ctx, node n) {
    return &x3::get<store_tag>(ctx).get().emplace_back(std::move(n));
}

template <class Context>
node_ptr gather(Context & ctx, node_kind kind, node_ptr first, std::vector<node_ptr> more) {
    if (more.empty()) return first;
    more.insert(more.begin(), first);
    return make(ctx, {.kind = kind, .children = std::move(more)});
}

struct written_word {
    std::string text;
    char mark = 0;
};

const x3::rule<struct query_tag, node_ptr> whole = "a word, a list, a group or a scope";
const x3::rule<struct without_tag, node_ptr> without = "a word, a list or a group";
const x3::rule<struct alternatives_tag, node_ptr> alternatives = "a word, a list or a group";
const x3::rule<struct branch_tag, node_ptr> branch = "a word, a list or a group";
const x3::rule<struct gapped_tag, node_ptr> gapped = "a word, a list or a group";
const x3::rule<struct sequence_tag, node_ptr> sequence = "a word, a list or a group";
const x3::rule<struct item_tag, node_ptr> item = "a word";
const x3::rule<struct primary_tag, node_ptr> primary = "a word";
const x3::rule<struct word_tag, node_ptr> word = "a word";
const x3::rule<struct exact_tag, node_ptr> exact_word = "a word, words in quotation marks or '*'";
const x3::rule<struct quoted_tag, std::string> quoted = "words in quotation marks";
const x3::rule<struct name_tag, std::string> name = "a name";
const x3::rule<struct scope_tag, std::string> scope_name = "section:, act: or subject: and a name";
const x3::rule<struct closing_tag> closing = "')'";
const x3::rule<struct quote_tag> closing_quote = "a closing quotation mark";
const x3::rule<struct end_tag> end_of_query = "the end of the query, '|', '..', AND or NOT";
const x3::rule<struct distance_tag, int> distance = "..";

const auto and_word = x3::lexeme["AND" >> !x3::alnum];
const auto not_word = x3::lexeme["NOT" >> !x3::alnum];

const auto joined = [](node_kind kind) {
    return [kind](auto & ctx) { x3::_val(ctx) = gather(ctx, kind, boost::fusion::at_c<0>(x3::_attr(ctx)), std::move(boost::fusion::at_c<1>(x3::_attr(ctx)))); };
};
const auto take_gaps = [](auto & ctx) {
    const auto first = boost::fusion::at_c<0>(x3::_attr(ctx));
    auto & more = boost::fusion::at_c<1>(x3::_attr(ctx));
    if (more.empty()) {
        x3::_val(ctx) = first;
        return;
    }
    node n{.kind = node_kind::gap};
    n.children.push_back(first);
    for (auto & step : more) {
        n.gaps.push_back(boost::fusion::at_c<0>(step));
        n.children.push_back(boost::fusion::at_c<1>(step));
    }
    x3::_val(ctx) = make(ctx, std::move(n));
};
const auto take_branch = [](auto & ctx) {
    auto made = boost::fusion::at_c<1>(x3::_attr(ctx));
    const auto & scopes = boost::fusion::at_c<0>(x3::_attr(ctx));
    for (auto s = scopes.rbegin(); s != scopes.rend(); ++s) made = make(ctx, {.kind = node_kind::scope, .text = *s, .children = {made}});
    x3::_val(ctx) = made;
};
const auto take_item = [](auto & ctx) {
    const auto child = boost::fusion::at_c<0>(x3::_attr(ctx));
    x3::_val(ctx) = boost::fusion::at_c<1>(x3::_attr(ctx)) ? make(ctx, {.kind = node_kind::optional, .children = {child}}) : child;
};
const auto take_word = [](auto & ctx) {
    const auto & mark = boost::fusion::at_c<1>(x3::_attr(ctx));
    x3::_val(ctx) = make(ctx, {.text = std::move(boost::fusion::at_c<0>(x3::_attr(ctx))), .inflect = mark && *mark == '~', .prefix = mark && *mark == '*'});
};
const auto take_quoted = [](auto & ctx) { x3::_val(ctx) = make(ctx, {.text = x3::_attr(ctx), .quoted = true}); };
const auto take_exact = [](auto & ctx) { x3::_val(ctx) = make(ctx, {.text = x3::_attr(ctx), .exact = true}); };
const auto take_name = [](auto & ctx) { x3::_val(ctx) = make(ctx, {.kind = node_kind::name}); };
const auto take_list = [](auto & ctx) { x3::_val(ctx) = make(ctx, {.kind = node_kind::list, .text = x3::_attr(ctx)}); };
const auto take_child = [](auto & ctx) { x3::_val(ctx) = x3::_attr(ctx); };
const auto take_distance = [](auto & ctx) { x3::_val(ctx) = static_cast<int>(std::min(x3::_attr(ctx).value_or(default_gap), max_gap + 1u)); };

const auto closing_def = x3::lit(')');
const auto closing_quote_def = x3::lit('"');
const auto end_of_query_def = x3::eoi;
const auto quoted_def = x3::lexeme['"' >> +(x3::char_ - '"') > closing_quote];
const auto name_def = x3::lexeme[+(x3::alnum | x3::char_("_-"))];
const auto scope_name_def = x3::lexeme[x3::raw[(x3::lit("section:") | "act:" | "subject:") >> +(x3::alpha | x3::char_('-'))]];
const auto distance_def = x3::lexeme[".." >> -x3::uint_][take_distance];
const auto exact_word_def = x3::lit('*')[take_name] | quoted[take_exact] | word_text[take_exact];
const auto word_def = (word_text >> -x3::lexeme[x3::no_skip[x3::char_("~*")]])[take_word];
const auto primary_def = ('(' > whole > closing)[take_child] | (x3::lit('$') > name)[take_list] | ('=' > exact_word)[take_child] | quoted[take_quoted] | word[take_child];
const auto item_def = (primary >> x3::matches['?'])[take_item];
const auto sequence_def = (item >> *item)[joined(node_kind::sequence)];
const auto gapped_def = (sequence >> *(distance > sequence))[take_gaps];
const auto branch_def = (*('@' > scope_name) >> gapped)[take_branch];
const auto alternatives_def = (branch >> *('|' > branch))[joined(node_kind::alternatives)];
const auto without_def = (alternatives >> *(x3::omit[not_word] > alternatives))[joined(node_kind::without)];
const auto whole_def = (without >> *(x3::omit[and_word] > without))[joined(node_kind::both)];

BOOST_SPIRIT_DEFINE(whole, without, alternatives, branch, gapped, sequence, item, primary, word, exact_word, quoted, name, scope_name, closing, closing_quote, end_of_query, distance)

error bad_query(std::string_view text, std::size_t at, const std::string & message) {
    const auto before = text.substr(0, at);
    const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    error e{error_code::bad_query, message};
    e.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    e.column = 1;
    for (auto i = line_start; i < at; ++i) e.column += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    return e;
}

std::string found_at(std::string_view text, std::size_t at) {
    while (at < text.size() && white(text[at])) ++at;
    if (at >= text.size()) return "the end";
    auto end = at + 1;
    if (word_byte(text[at]))
        while (end < text.size() && end < at + 20 && word_byte(text[end])) ++end;
    return std::string("'").append(text.substr(at, end - at)).append("'");
}

std::optional<std::size_t> too_deep_at(std::string_view text) {
    int depth = 0;
    bool in_quotes = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        if (text[i] == '(' && ++depth > max_nesting) return i;
        if (text[i] == ')') --depth;
    }
    return std::nullopt;
}

bool is_boolean(const node & n) {
    if (n.kind == node_kind::both || n.kind == node_kind::without || n.kind == node_kind::scope) return true;
    return n.kind == node_kind::alternatives && std::any_of(n.children.begin(), n.children.end(), [](const auto & c) { return is_boolean(*c); });
}

// AND, NOT and scopes speak of the whole clause, so they cannot stand between words; a gap has its limit.
std::optional<std::string> broken_rule(const node & n) {
    const bool of_words = n.kind == node_kind::sequence || n.kind == node_kind::gap || n.kind == node_kind::optional;
    if (of_words && std::any_of(n.children.begin(), n.children.end(), [](const auto & c) { return is_boolean(*c); }))
        return "expected words, found AND, NOT or a scope inside a sequence: they hold for the whole clause";
    if (std::any_of(n.gaps.begin(), n.gaps.end(), [](int g) { return g > max_gap; })) return "expected a gap of at most " + std::to_string(max_gap) + " words, found more";
    for (const auto & c : n.children)
        if (auto broken = broken_rule(*c)) return broken;
    return std::nullopt;
}

}  // namespace

result<expression> parse(std::string_view text) {
    if (text.size() > max_query_bytes) return bad_query(text, 0, "expected at most " + std::to_string(max_query_bytes) + " bytes, found " + std::to_string(text.size()));
    if (const auto deep = too_deep_at(text)) return bad_query(text, *deep, "expected at most " + std::to_string(max_nesting) + " open groups, found more");
    const auto offset = [&](iterator it) { return static_cast<std::size_t>(it - text.begin()); };
    auto at = text.begin();
    const auto nodes = std::make_shared<node_store>();
    node_ptr root = nullptr;
    try {
        const bool parsed = x3::phrase_parse(at, text.end(), x3::with<store_tag>(std::ref(*nodes))[whole > end_of_query], white_space, root);
        if (!parsed) return bad_query(text, offset(at), "expected a word, a list, a group or a scope, found " + found_at(text, offset(at)));
    } catch (const x3::expectation_failure<iterator> & failure) {
        auto where = offset(failure.where());
        while (where < text.size() && white(text[where])) ++where;
        return bad_query(text, where, "expected " + failure.which() + ", found " + found_at(text, where));
    }
    if (const auto broken = broken_rule(*root)) return bad_query(text, 0, *broken);
    return expression(std::shared_ptr<const node>(nodes, root));
}

}  // namespace rolewright::query
