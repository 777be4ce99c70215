// POSIX calls, because they say why something cannot be done.
#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace rolewright {
namespace {

error cannot_read(const std::string & path, const char * why) { return {error_code::cannot_read_file, std::string("cannot read the file: ") + why, path}; }
error cannot_write(const std::string & path, const char * why) { return {error_code::cannot_write_file, std::string("cannot write the file: ") + why, path}; }

}  // namespace

result<std::string> read_file(const std::string & path, std::size_t most_bytes) {
    const bool standard_input = path == "-";
    const int fd = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return cannot_read(path, std::strerror(errno));
    struct closer {
        int fd;
        ~closer() {
            if (fd != STDIN_FILENO) ::close(fd);
        }
    } closing{fd};
    struct stat info {};
    if (::fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) return cannot_read(path, "it is a folder");
    std::string bytes;
    constexpr std::size_t piece = 1u << 18;
    while (true) {
        const auto before = bytes.size();
        bytes.resize(before + piece);
        const auto n = ::read(fd, bytes.data() + before, piece);
        if (n < 0 && errno == EINTR) {
            bytes.resize(before);
            continue;
        }
        if (n < 0) return cannot_read(path, std::strerror(errno));
        bytes.resize(before + static_cast<std::size_t>(n));
        if (n == 0) break;
        if (bytes.size() > most_bytes)
            return error{error_code::too_large, "expected at most " + std::to_string(most_bytes) + " bytes, found more", path};
    }
    return bytes;
}

file_writer::file_writer(std::string path, std::string beside, int fd) : path_(std::move(path)), beside_(std::move(beside)), fd_(fd) {}

file_writer::file_writer(file_writer && other) noexcept : path_(std::move(other.path_)), beside_(std::move(other.beside_)), fd_(other.fd_) { other.fd_ = -1; }

file_writer::~file_writer() {
    if (fd_ < 0) return;
    ::close(fd_);
    if (!beside_.empty()) ::unlink(beside_.c_str());
}

result<file_writer> file_writer::open(const std::string & path) {
    struct stat info {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) return cannot_write(path, "it is a folder");
    if (exists && !S_ISREG(info.st_mode)) {
        // A device or a pipe is written to; a file put in its place would take it away from everybody.
        const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (fd < 0) return cannot_write(path, std::strerror(errno));
        return file_writer(path, {}, fd);
    }
    auto beside = path + ".XXXXXX";
    const int fd = ::mkstemp(beside.data());
    if (fd < 0) return cannot_write(path, std::strerror(errno));
    const auto mask = ::umask(0);
    ::umask(mask);
    ::fchmod(fd, exists ? info.st_mode & 07777 : 0666 & ~mask);
    return file_writer(path, beside, fd);
}

result<bool> file_writer::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto n = ::write(fd_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return cannot_write(path_, std::strerror(errno));
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

result<bool> file_writer::commit() {
    if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) return cannot_write(path_, std::strerror(errno));
    if (!beside_.empty() && std::rename(beside_.c_str(), path_.c_str()) != 0) return cannot_write(path_, std::strerror(errno));
    ::close(fd_);
    fd_ = -1;
    return true;
}

result<bool> write_file(const std::string & path, std::string_view bytes) {
    auto file = file_writer::open(path);
    if (!file) return file.error();
    if (auto written = file->write(bytes); !written) return written.error();
    return file->commit();
}

}  // namespace rolewright
