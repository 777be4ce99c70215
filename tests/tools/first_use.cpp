// Whatever sets itself up at its first use must do so for threads that come at once. One process has one first use, so
// many children of this one try it; a child that hangs is ended by its alarm.
#include <rolewright/rolewright.hpp>

#include <fmt/format.h>

#include <atomic>
#include <thread>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int children = 200, together = 4, most_seconds = 20;

int review_at_once(const rolewright::engine & engine) {
    alarm(most_seconds);
    std::atomic<int> ready = 0, failed = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < together; ++i)
        threads.emplace_back([&] {
            ++ready;
            while (ready < together) std::this_thread::yield();
            failed += !engine.review("<h1>Clerk</h1><p>You will maintain spreadsheets.</p>", {.input = "html"});
        });
    threads.clear();
    return failed;
}

}  // namespace

int main() {
    const auto engine = rolewright::engine::create();
    if (!engine) return fmt::print(stderr, "{}\n", engine.error().to_string()), 2;
    int bad = 0;
    for (int i = 0; i < children; ++i) {
        const auto child = fork();
        if (child == 0) _exit(review_at_once(*engine));
        int status = 0;
        bad += child < 0 || waitpid(child, &status, 0) != child || status != 0;
    }
    fmt::print("{} of {} processes in which {} threads began at once ended well\n", children - bad, children, together);
    return bad != 0;
}
