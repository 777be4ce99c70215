// Line by line, as long as lines look like headers; where a redirection was followed there are several heads.
#include "read/http_headers.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

bool of_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

bool is_field(std::string_view line) {
    const auto colon = line.find(':');
    return colon != std::string_view::npos && colon > 0 && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), of_name);
}

// "Content-Type: text/html; charset=utf-8": utf-8.
std::string charset_in(std::string_view field) {
    std::string lower(field);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::string_view name = "charset=";
    const auto at = lower.find(name);
    if (!lower.starts_with("content-type:") || at == std::string::npos) return {};
    auto value = lower.substr(at + name.size());
    value.resize(std::min(value.find_first_of("; \""), value.size()));
    return value;
}

}  // namespace

http_headers http_headers_of(std::string_view bytes) {
    constexpr std::string_view opener = "HTTP/";
    constexpr std::size_t far = 1 << 16;
    http_headers made;
    std::size_t at = 0;
    while (bytes.substr(at).starts_with(opener) && bytes.size() > at + opener.size() && bytes[at + opener.size()] >= '0' && bytes[at + opener.size()] <= '9') {
        std::string charset;
        bool whole = false;
        for (bool first = true; at < std::min(bytes.size(), far); first = false) {
            const auto end = bytes.find('\n', at);
            if (end == std::string_view::npos) return made;
            auto line = bytes.substr(at, end - at);
            if (line.ends_with('\r')) line.remove_suffix(1);
            at = end + 1;
            if (line.empty()) {
                whole = true;
                break;
            }
            const bool folded = line[0] == ' ' || line[0] == '\t';
            if (!first && !folded && !is_field(line)) return made;
            if (auto named = charset_in(line); !named.empty()) charset = std::move(named);
        }
        if (!whole) return made;
        made = {at, charset};
    }
    return made;
}

}  // namespace rolewright::readers
