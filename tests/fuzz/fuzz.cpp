// libFuzzer's entry: fuzz_read --target=NAME [libFuzzer's own options] CORPUS…; --list prints the names.
#include "fuzz/targets.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

std::string target = "auto";

}  // namespace

extern "C" int LLVMFuzzerInitialize(int * argc, char *** argv) {
    for (int i = 1; i < *argc; ++i) {
        const std::string_view argument = (*argv)[i];
        constexpr std::string_view name = "--target=";
        if (argument.starts_with(name)) target = argument.substr(name.size());
        if (argument != "--list") continue;
        for (const auto & t : fuzz::targets()) std::puts(t.c_str());
        std::exit(0);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t * data, std::size_t size) {
    fuzz::run(target, {reinterpret_cast<const char *>(data), size});
    return 0;
}
