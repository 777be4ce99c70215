// The text is cut at the delimiters, which a template may change as it goes; what stands between them is read by a small
// Spirit grammar. A tag alone on its line takes the line with it, as the specification asks.
#include "improve/mustache.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/fusion/include/vector.hpp>
#include <boost/spirit/home/x3.hpp>

#include <algorithm>
#include <optional>

namespace rolewright::mustache {
namespace {

namespace x3 = boost::spirit::x3;

struct tag {
    char sigil = 0;  ///< 0: a name; otherwise # ^ / > < $ & ! { =
    std::string name;
    std::string open, close;  ///< sigil =
};

const auto name = x3::rule<struct name_tag, std::string>("a name") = x3::lexeme[+(x3::graph - x3::char_("{}"))];
const auto delimiter = x3::rule<struct delimiter_tag, std::string>("a delimiter") = x3::lexeme[+(x3::graph - '=')];

bool read_tag(std::string_view inside, tag & to) {
    auto at = inside.begin();
    const auto all = [&](const auto & grammar, auto &... attributes) {
        at = inside.begin();
        return x3::phrase_parse(at, inside.end(), grammar >> x3::eoi, x3::space, attributes...);
    };
    if (inside.starts_with('!')) return to.sigil = '!', true;
    boost::fusion::vector<std::string, std::string> delimiters;
    if (all('=' >> delimiter >> delimiter >> '=', delimiters)) {
        to.sigil = '=';
        to.open = boost::fusion::at_c<0>(delimiters);
        to.close = boost::fusion::at_c<1>(delimiters);
        return true;
    }
    boost::fusion::vector<char, std::string> marked;
    if (all(x3::char_("#^/><$&{") >> name, marked)) {
        to.sigil = boost::fusion::at_c<0>(marked);
        to.name = boost::fusion::at_c<1>(marked);
        return true;
    }
    return all(name, to.name);
}

error bad_template(std::string_view text, std::size_t at, const std::string & message) {
    const auto before = text.substr(0, at);
    error e{error_code::bad_template, message};
    e.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const auto line = before.rfind('\n');
    e.column = static_cast<std::uint32_t>(at - (line == std::string_view::npos ? 0 : line + 1)) + 1;
    return e;
}

class parser {
public:
    explicit parser(std::string_view text) : text_(text) { open_.push_back({}); }

    result<nodes> parse() {
        while (true) {
            const auto begin = text_.find(open_mark_, at_);
            if (begin == std::string_view::npos) break;
            if (auto problem = read(begin)) return *std::move(problem);
        }
        add_text(text_.substr(at_));
        if (open_.size() > 1) return bad_template(text_, open_.back().at, "expected the closing tag of '" + open_.back().of.name + "', found the end");
        return std::move(open_.front().of.children);
    }

private:
    struct opened {
        node of;
        std::size_t at = 0;
    };

    void add_text(std::string_view words) {
        if (!words.empty()) open_.back().of.children.push_back({.what = node::kind::text, .name = std::string(words)});
    }

    std::optional<error> read(std::size_t begin) {
        const auto inside = begin + open_mark_.size();
        const bool triple = text_.substr(inside, 1) == "{" && open_mark_ == "{{";
        const std::string close = triple ? "}}}" : close_mark_;
        const auto end = text_.find(close, inside);
        if (end == std::string_view::npos) return bad_template(text_, begin, "expected '" + close + "', found the end");
        tag t;
        if (!read_tag(text_.substr(inside, end - inside), t)) return bad_template(text_, inside, "expected a name or a sign and a name, found '" + std::string(text_.substr(inside, std::min<std::size_t>(end - inside, 20))) + "'");
        auto after = end + close.size();
        auto line_begin = begin;
        const bool may_stand_alone = t.sigil != 0 && t.sigil != '&' && t.sigil != '{';
        const bool alone = may_stand_alone && stands_alone(line_begin, after);
        const auto indent = alone ? std::string(text_.substr(line_begin, begin - line_begin)) : std::string();
        add_text(text_.substr(at_, (alone ? line_begin : begin) - at_));
        at_ = after;
        return take(t, begin, indent);
    }

    // Only white space around it on its line: then `begin` moves to the line's start and `after` past its end.
    bool stands_alone(std::size_t & begin, std::size_t & after) const {
        auto b = begin;
        while (b > at_ && (text_[b - 1] == ' ' || text_[b - 1] == '\t')) --b;
        if (b != 0 && text_[b - 1] != '\n') return false;
        auto a = after;
        while (a < text_.size() && (text_[a] == ' ' || text_[a] == '\t' || text_[a] == '\r')) ++a;
        if (a < text_.size() && text_[a] != '\n') return false;
        begin = b;
        after = std::min(a + 1, text_.size());
        return true;
    }

    std::optional<error> take(const tag & t, std::size_t at, const std::string & indent) {
        auto & here = open_.back().of.children;
        switch (t.sigil) {
            case 0: here.push_back({.what = node::kind::escaped, .name = t.name}); break;
            case '&':
            case '{': here.push_back({.what = node::kind::plain, .name = t.name}); break;
            case '>': here.push_back({.what = node::kind::partial, .name = t.name, .indent = indent}); break;
            case '#': open_.push_back({{.what = node::kind::section, .name = t.name}, at}); break;
            case '^': open_.push_back({{.what = node::kind::inverted, .name = t.name}, at}); break;
            case '<': open_.push_back({{.what = node::kind::parent, .name = t.name}, at}); break;
            case '$': open_.push_back({{.what = node::kind::block, .name = t.name}, at}); break;
            case '=':
                open_mark_ = t.open;
                close_mark_ = t.close;
                break;
            case '/': {
                if (open_.size() == 1) return bad_template(text_, at, "expected an open section, found the closing tag of '" + t.name + "'");
                if (open_.back().of.name != t.name) return bad_template(text_, at, "expected the closing tag of '" + open_.back().of.name + "', found that of '" + t.name + "'");
                auto closed = std::move(open_.back().of);
                open_.pop_back();
                open_.back().of.children.push_back(std::move(closed));
                break;
            }
            default: break;
        }
        return std::nullopt;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string open_mark_ = "{{", close_mark_ = "}}";
    std::vector<opened> open_;
};

}  // namespace

result<nodes> parse(std::string_view text) { return parser(text).parse(); }

}  // namespace rolewright::mustache
