// The C++ side of the vectors: reviews a file with name=value options and prints the JSON.
#include <rolewright/rolewright.hpp>

#include "engine/parts.hpp"
#include "render/render.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

int main(int argc, char ** argv) {
    if (argc < 2) return 2;
    rolewright::review_options options{.source = argv[1]};
    for (int i = 2; i < argc; ++i) {
        const std::string_view option = argv[i];
        const auto name = option.substr(0, option.find('=')), value = option.substr(option.find('=') + 1);
        if (name == "role") options.role = value;
        else if (name == "lang") options.language = value;
        else if (name == "country") options.country = value;
        else if (name == "date") options.date = value;
        else if (name == "with-text") options.with_text = value == "yes";
        else if (name == "tools") options.with_tools = value == "yes";
        else return 2;
    }
    std::ifstream in(argv[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto engine = rolewright::engine::create();
    if (!engine) return 2;
    const auto result = engine->review(bytes, options);
    if (!result) return std::fprintf(stderr, "%s\n", result.error().to_string().c_str()), 2;
    std::fputs(rolewright::rendering::review_json({&*result, 1}, {}, {engine->inside().packs, options}).c_str(), stdout);
}
