// One walk over the text that copies what it keeps. What follows the value is left out, and so is what stands before it.
#include "read/json_repair.hpp"

#include "text/decode.hpp"

#include <algorithm>
#include <cstring>

namespace rolewright::readers {
namespace {

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

constexpr std::string_view cdata = "<![CDATA[";

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
            at_ += starts(cdata) ? cdata.size() : 1;
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

}  // namespace

std::string repaired_json(std::string_view text) { return mender(text::decode(text).text).mend(); }

}  // namespace rolewright::readers
