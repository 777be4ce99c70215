#pragma once
#include "read/formats.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rolewright::readers {

struct unpacked {
    std::string name;   ///< path within the archive; empty for a file that was only compressed
    std::string bytes;
};

/// Unpacks what `wanted` says yes to, in the archive's own order: ZIP and tar, and whatever gzip, zstd, xz or bzip2 hold.
/// What all unpacking of one input adds up to is counted in `budget`; more than the limit is an error.
result<std::vector<unpacked>> unpack(std::string_view bytes, const std::function<bool(std::string_view name)> & wanted, unpacking & budget, const read_limits & limits);

/// The names of the first entries of a ZIP.
std::vector<std::string> names_in_zip(std::string_view bytes, std::size_t most);

/// Whether a file was compressed with gzip, zstd, xz or bzip2.
bool is_compressed(std::string_view bytes);
/// What such a file holds, with a line end at its end. For streams of records.
result<std::string> uncompressed(std::string_view bytes, const read_limits & limits);

result<bool> read_archive(const input & in, reading & to);
int sniff_zip(std::string_view bytes);
int sniff_gzip(std::string_view bytes);
int sniff_zstd(std::string_view bytes);
int sniff_xz(std::string_view bytes);
int sniff_bzip2(std::string_view bytes);

}  // namespace rolewright::readers
