#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace rolewright::readers {

/// The headers of HTTP that were saved in front of a page: "HTTP/1.1 200 OK", fields, an empty line.
struct http_headers {
    std::size_t size = 0;  ///< 0: there are none
    std::string charset;   ///< as they say; may be empty
};
http_headers http_headers_of(std::string_view bytes);

}  // namespace rolewright::readers
