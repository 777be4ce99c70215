// fork and exec with resource limits set in between; only calls that are safe after a fork are made there. The input lies
// in a file without a name, so that nobody has to feed a pipe; the two outputs are read as they come, under a deadline.
#include "base/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace rolewright {
namespace {

class descriptor {
public:
    explicit descriptor(int fd = -1) : fd_(fd) {}
    descriptor(descriptor && other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
    descriptor & operator=(descriptor && other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~descriptor() { close(); }

    int get() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }
    void close() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

private:
    int fd_;
};

struct channel {
    descriptor from, to;
};

bool open_channel(channel & c) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    c.from = descriptor(ends[0]);
    c.to = descriptor(ends[1]);
    return true;
}

descriptor file_with(std::string_view bytes) {
    descriptor made(::memfd_create("rolewright-input", MFD_CLOEXEC));
    while (made && !bytes.empty()) {
        const auto n = ::write(made.get(), bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return descriptor();
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    if (made) ::lseek(made.get(), 0, SEEK_SET);
    return made;
}

std::string path_of(const std::string & program) {
    if (program.find('/') != std::string::npos) return ::access(program.c_str(), X_OK) == 0 ? program : std::string();
    const char * variable = std::getenv("PATH");
    std::string_view folders = variable ? variable : "/usr/local/bin:/usr/bin:/bin";
    while (!folders.empty()) {
        const auto end = std::min(folders.find(':'), folders.size());
        const auto path = std::string(folders.substr(0, end)) + "/" + program;
        folders.remove_prefix(std::min(end + 1, folders.size()));
        if (path.size() > program.size() + 1 && ::access(path.c_str(), X_OK) == 0) return path;
    }
    return {};
}

void limit(int what, std::size_t most) {
    const rlimit r{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(what), &r);
}

[[noreturn]] void become(const char * path, char * const * arguments, int input, int output, int messages, const child_limits & limits) {
    static char language[] = "LC_ALL=C.UTF-8";
    static char * environment[] = {language, nullptr};
    constexpr int failed = 127;
    if (::dup2(input, STDIN_FILENO) < 0 || ::dup2(output, STDOUT_FILENO) < 0 || ::dup2(messages, STDERR_FILENO) < 0) ::_exit(failed);
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    ::signal(SIGPIPE, SIG_DFL);
    ::execve(path, arguments, environment);
    ::_exit(failed);
}

error cannot_run(const std::string & program) { return {error_code::internal, "cannot run '" + program + "': " + std::strerror(errno)}; }

// Ends the child whatever happens, so that none is left behind.
class running {
public:
    explicit running(pid_t pid) : pid_(pid) {}
    ~running() {
        if (pid_ > 0) ::kill(pid_, SIGKILL), wait();
    }
    int wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
        pid_ = -1;
        return status;
    }

private:
    pid_t pid_;
};

}  // namespace

result<child_outcome> run_child(const std::string & program, const std::vector<std::string> & arguments, std::string_view input, const child_limits & limits) {
    const auto path = path_of(program);
    if (path.empty()) return error{error_code::missing_program, "cannot find the program '" + program + "'"};
    const auto file = file_with(input);
    channel output, messages;
    if (!file || !open_channel(output) || !open_channel(messages)) return cannot_run(program);
    std::vector<char *> words{const_cast<char *>(path.c_str())};
    for (const auto & a : arguments) words.push_back(const_cast<char *>(a.c_str()));
    words.push_back(nullptr);
    const auto pid = ::fork();
    if (pid < 0) return cannot_run(program);
    if (pid == 0) become(path.c_str(), words.data(), file.get(), output.to.get(), messages.to.get(), limits);
    running child(pid);
    output.to.close();
    messages.to.close();

    using clock = std::chrono::steady_clock;
    const auto deadline = clock::now() + std::chrono::seconds(limits.seconds);
    constexpr std::size_t most_messages = 4096;
    child_outcome made;
    std::array<char, 1u << 16> buffer;
    while (output.from || messages.from) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock::now()).count();
        if (left <= 0) return error{error_code::too_large, "expected '" + program + "' to need at most " + std::to_string(limits.seconds) + " seconds; it was ended"};
        std::array<pollfd, 2> waiting{pollfd{output.from.get(), POLLIN, 0}, pollfd{messages.from.get(), POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), static_cast<int>(std::min<long long>(left, 1000))) < 0 && errno != EINTR) return cannot_run(program);
        const auto drain = [&](channel & c, const pollfd & p, std::string & to, std::size_t most) {
            if (!c.from || !(p.revents & (POLLIN | POLLHUP | POLLERR))) return;
            const auto n = ::read(c.from.get(), buffer.data(), buffer.size());
            if (n == 0 || (n < 0 && errno != EINTR)) c.from.close();
            else if (n > 0) to.append(buffer.data(), std::min(static_cast<std::size_t>(n), most > to.size() ? most - to.size() : 0));
        };
        drain(output, waiting[0], made.output, limits.output + 1);
        drain(messages, waiting[1], made.messages, most_messages);
        if (made.output.size() > limits.output) return error{error_code::too_large, "expected '" + program + "' to write at most " + std::to_string(limits.output) + " bytes; it was ended"};
    }
    const int status = child.wait();
    if (WIFSIGNALED(status)) return error{error_code::too_large, "'" + program + "' was ended by signal " + std::to_string(WTERMSIG(status)) + ", perhaps at its limit of time or memory"};
    made.exit = WEXITSTATUS(status);
    return made;
}

}  // namespace rolewright
