#pragma once
#include <rolewright/result.hpp>

#include <string>
#include <string_view>

namespace rolewright {

/// The bytes of a file; "-" is standard input. Folders, missing and unreadable files are errors that say so; a file
/// larger than `most_bytes` is `too_large`.
result<std::string> read_file(const std::string & path, std::size_t most_bytes);

/// Writes beside `path` and renames: a reader sees the old file or the whole new one. Holds `true` when done.
result<bool> write_file(const std::string & path, std::string_view bytes);

/// A file written piece by piece, beside its place; it takes its name only at `commit`, and is removed without it. What is no
/// file, as a device or a pipe, is written to as it is.
class file_writer {
public:
    static result<file_writer> open(const std::string & path);
    file_writer(file_writer && other) noexcept;
    file_writer & operator=(file_writer &&) = delete;
    ~file_writer();

    result<bool> write(std::string_view bytes);
    result<bool> commit();

private:
    file_writer(std::string path, std::string beside, int fd);
    std::string path_, beside_;
    int fd_ = -1;
};

}  // namespace rolewright
