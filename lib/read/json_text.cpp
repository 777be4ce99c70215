// simdjson is strict and quick; nearly all JSON passes it at once. The mending pass walks the text once and copies what it
// keeps.
#include "read/json_text.hpp"

#include "text/decode.hpp"

#include <algorithm>
#include <cstring>

namespace rolewright::readers {
namespace {

using simdjson::dom::element;

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

class mender {
public:
    explicit mender(std::string_view text) : text_(text) { made_.reserve(text.size() + 16); }

    std::string mend() {
        skip_what_is_before();
        int open = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"') string();
            else if (c == '/' && comment()) continue;
            else {
                if (c == '}' || c == ']') take_back_comma();
                if (!word()) made_ += c, ++at_;
                open += (c == '{' || c == '[') - (c == '}' || c == ']');
                // Whatever follows the value is none of it: ");", a second value.
                if (open == 0 && (c == '}' || c == ']')) break;
            }
        }
        return std::move(made_);
    }

private:
    bool starts(std::string_view with) const { return text_.substr(at_, with.size()) == with; }

    // ")]}'," of services that guard their answers, "callback(" of JSONP: the value begins at its first bracket.
    void skip_what_is_before() {
        while (at_ < text_.size() && text_[at_] != '{' && text_[at_] != '[') {
            if (text_[at_] == '/' && comment()) continue;
            ++at_;
        }
    }

    bool comment() {
        const auto end = starts("//") ? text_.find('\n', at_) : starts("/*") ? text_.find("*/", at_ + 2) : at_;
        if (end == at_) return false;
        at_ = end == std::string_view::npos ? text_.size() : end + (text_[end] == '*' ? 2 : 1);
        made_ += ' ';
        return true;
    }

    void take_back_comma() {
        auto end = made_.size();
        while (end > 0 && space(made_[end - 1])) --end;
        if (end > 0 && made_[end - 1] == ',') made_[end - 1] = ' ';
    }

    // Words of other languages for nothing.
    bool word() {
        for (const auto * none : {"undefined", "NaN", "None", "-Infinity", "Infinity"})
            if (starts(none)) return at_ += std::strlen(none), made_ += "null", true;
        return false;
    }

    bool surrogate(std::size_t i, char low, char high) const {
        if (i + 6 > text_.size() || text_[i] != '\\' || text_[i + 1] != 'u' || (text_[i + 2] | 32) != 'd') return false;
        const char c = static_cast<char>(text_[i + 3] | 32);
        return hex(text_[i + 3]) && hex(text_[i + 4]) && hex(text_[i + 5]) && c >= low && c <= high;
    }

    void copy(std::size_t n) { made_ += text_.substr(at_, n), at_ += n; }

    void string() {
        copy(1);
        while (at_ < text_.size() && text_[at_] != '"') {
            const char c = text_[at_];
            if (c == '\\') escape();
            else if (static_cast<unsigned char>(c) < 0x20) made_ += c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : " ", ++at_;
            else made_ += c, ++at_;
        }
        copy(std::min<std::size_t>(1, text_.size() - at_));
    }

    void escape() {
        const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        const bool first = surrogate(at_, '8', '9') || surrogate(at_, 'a', 'b'), second = surrogate(at_, 'c', 'f');
        if (first && surrogate(at_ + 6, 'c', 'f')) return copy(12);
        if (first || second) made_ += "\\uFFFD", at_ += 6;
        else if (c == 'u' && at_ + 6 <= text_.size() && std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(at_) + 2, text_.begin() + static_cast<std::ptrdiff_t>(at_) + 6, hex)) copy(6);
        else if (c && std::strchr("\"\\/bfnrt", c)) copy(2);
        else if (static_cast<unsigned char>(c) < 0x20 || c == 'u') made_ += "\\\\", ++at_;
        else ++at_;  // \' and its like
    }

    std::string_view text_;
    std::string made_;
    std::size_t at_ = 0;
};

std::size_t values_in(std::string_view bytes) {
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == ',' || c == '{' || c == '['; }));
}

void add_value(tree & to, place_in_tree at, const element & from) {
    switch (from.type()) {
        case simdjson::dom::element_type::OBJECT:
            for (const auto & [name, value] : simdjson::dom::object(from)) {
                if (!value.is_null()) add_value(to, to.add(at, name), value);
            }
            break;
        case simdjson::dom::element_type::ARRAY:
            to[at].list = true;
            for (const auto & value : simdjson::dom::array(from))
                if (!value.is_null()) add_value(to, to.add(at, {}), value);
            break;
        case simdjson::dom::element_type::STRING: to[at].text = std::string_view(from); break;
        case simdjson::dom::element_type::NULL_VALUE: break;
        default: to[at].text = to.keep(simdjson::minify(from));
    }
}

}  // namespace

result<element> json_reader::parse(std::string_view bytes) {
    mended_ = false;
    if (bytes.size() > limits_.bytes) return error{error_code::too_large, "expected at most " + std::to_string(limits_.bytes) + " bytes, found " + std::to_string(bytes.size())};
    if (values_in(bytes) > limits_.values) return error{error_code::too_large, "expected at most " + std::to_string(limits_.values) + " values, found more"};
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (parser_.capacity() == 0 && parser_.allocate(std::max<std::size_t>(bytes.size(), 4096), limits_.nesting)) return error{error_code::too_large, "expected JSON that fits into memory"};
    element made;
    const auto problem = parser_.parse(bytes.data(), bytes.size()).get(made);
    if (!problem) return made;
    if (problem == simdjson::DEPTH_ERROR) return error{error_code::too_large, "expected values at most " + std::to_string(limits_.nesting) + " deep, found deeper ones"};
    again_ = mender(text::decode(bytes).text).mend();
    mended_ = parser_.parse(again_).get(made) == simdjson::SUCCESS;
    if (mended_) return made;
    return error{error_code::bad_record, std::string("expected JSON: ") + simdjson::error_message(problem)};
}

tree tree_of(const element & from) {
    tree made;
    add_value(made, tree::root, from);
    return made;
}

}  // namespace rolewright::readers
