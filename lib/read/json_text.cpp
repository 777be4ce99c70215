// simdjson is strict and quick; nearly all JSON passes it at once.
#include "read/json_text.hpp"

#include "read/json_repair.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

using simdjson::dom::element;

std::size_t values_in(std::string_view bytes) {
    return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == ',' || c == '{' || c == '['; }));
}

void add_value(tree & to, place_in_tree at, const element & from) {
    switch (from.type()) {
        case simdjson::dom::element_type::OBJECT:
            for (const auto & [name, value] : simdjson::dom::object(from)) {
                if (!value.is_null()) add_value(to, to.add(at, name), value);
            }
            break;
        case simdjson::dom::element_type::ARRAY:
            to[at].list = true;
            for (const auto & value : simdjson::dom::array(from))
                if (!value.is_null()) add_value(to, to.add(at, {}), value);
            break;
        case simdjson::dom::element_type::STRING: to[at].text = std::string_view(from); break;
        case simdjson::dom::element_type::NULL_VALUE: break;
        default: to[at].text = to.keep(simdjson::minify(from));
    }
}

}  // namespace

result<element> json_reader::parse(std::string_view bytes) {
    mended_ = false;
    if (bytes.size() > limits_.bytes) return error{error_code::too_large, "expected at most " + std::to_string(limits_.bytes) + " bytes, found " + std::to_string(bytes.size())};
    // Each value takes a byte or more: a short text need not be looked through.
    if (bytes.size() > limits_.values && values_in(bytes) > limits_.values) return error{error_code::too_large, "expected at most " + std::to_string(limits_.values) + " values, found more"};
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (parser_.capacity() == 0 && parser_.allocate(std::max<std::size_t>(bytes.size(), 4096), limits_.nesting)) return error{error_code::too_large, "expected JSON that fits into memory"};
    element made;
    const auto problem = parser_.parse(bytes.data(), bytes.size()).get(made);
    if (!problem) return made;
    if (problem == simdjson::DEPTH_ERROR) return error{error_code::too_large, "expected values at most " + std::to_string(limits_.nesting) + " deep, found deeper ones"};
    again_ = repaired_json(bytes);
    mended_ = parser_.parse(again_).get(made) == simdjson::SUCCESS;
    if (mended_) return made;
    return error{error_code::bad_record, std::string("expected JSON: ") + simdjson::error_message(problem)};
}

tree tree_of(const element & from) {
    tree made;
    add_value(made, tree::root, from);
    return made;
}

}  // namespace rolewright::readers
