#pragma once
#include <rolewright/engine.hpp>

#include <functional>

namespace rolewright {

struct batch_options {
    review_options review;
    unsigned jobs = 1;  ///< worker threads; the output is the same whatever their number
};

struct batch_counts {
    std::uint64_t records = 0, errors = 0;
    std::uint64_t none = 0, vague = 0, specific = 0, unjudged = 0;
};

/// Reviews many adverts: one result line for each advert of `input`, in its order, whatever format it is in. A record of
/// NDJSON that cannot be read becomes a line with "error", and the run goes on. `write` gets whole lines; it returns false
/// to stop. Starts `jobs` threads.
result<batch_counts> batch(const engine & with, std::string_view input, const batch_options & options,
                           const std::function<bool(std::string_view)> & write);

/// The line that stands for an input or a record that could not be read.
std::string batch_error_line(const std::string & id, const std::string & source, const error & e);

}  // namespace rolewright
