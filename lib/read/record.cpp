// One JSON value is looked at in turn: as a record of ours, as JobPostings, through the map told, through the maps of formats.
#include "read/record.hpp"

#include "read/formats.hpp"
#include "read/jobposting.hpp"
#include "read/json_api.hpp"
#include "read/json_text.hpp"
#include "read/map_parts.hpp"

#include <algorithm>

namespace rolewright::readers {
namespace {

using simdjson::dom::element;

std::optional<std::string> text_member(const element & of, const char * name) {
    element value;
    if (!of.is_object() || of[name].get(value) != simdjson::SUCCESS) return std::nullopt;
    std::string_view words;
    if (value.get(words) == simdjson::SUCCESS) return std::string(words);
    if (value.is_number()) return simdjson::minify(value);
    return std::nullopt;
}

// {"text": …}; an ATS that calls the title "text" has categories beside it.
bool is_own_record(const element & item) {
    element value;
    if (!item.is_object() || item["categories"].get(value) == simdjson::SUCCESS) return false;
    for (const auto * name : {"text", "html"})
        if (item[name].get(value) == simdjson::SUCCESS && value.is_string()) return true;
    return false;
}

document own_record(const element & record, const read_limits & limits) {
    const auto words = text_member(record, "text"), html = text_member(record, "html");
    auto made = words ? text_document(*words, limits) : html_document(*html, limits);
    made.sources.clear();
    made.given = {text_member(record, "id"), text_member(record, "title"), text_member(record, "employer"), text_member(record, "country"), text_member(record, "language")};
    return made;
}

std::vector<element> items_of(const element & root) {
    simdjson::dom::array all;
    if (root.get(all) != simdjson::SUCCESS) return {root};
    return {all.begin(), all.end()};
}

// JSON Feed keeps a JobPosting beside each item.
std::vector<element> postings_of(const element & root) {
    auto made = job_postings_in(root);
    element items;
    if (!made.empty() || !root.is_object() || root["items"].get(items) != simdjson::SUCCESS || !items.is_array()) return made;
    for (const auto item : simdjson::dom::array(items)) {
        element posting;
        if (item.is_object() && item["_jobposting"].get(posting) == simdjson::SUCCESS && is_job_posting(posting)) made.push_back(posting);
    }
    return made;
}

document posting(const element & from, const read_limits & limits) {
    auto made = posting_document(from, limits);
    for (const auto * name : {"@id", "url"})
        if (!made.given.id) made.given.id = text_member(from, name);
    return made;
}

struct json_adverts {
    std::string format;
    std::vector<document> documents;
    bool too_many = false;
};

void map_into(const tree & fields, const field_map::parts & map, json_adverts & to, const read_limits & limits) {
    for (const auto at : adverts_in(fields, map)) {
        auto doc = mapped_document(fields, at, map, limits);
        if (doc.blocks.empty() && !doc.given.title) continue;
        if (to.documents.size() >= limits.adverts) {
            to.too_many = true;
            return;
        }
        to.documents.push_back(std::move(doc));
    }
}

int after_guards(std::string_view text, std::size_t i) {
    const auto skip = [&](std::string_view signs) { i = std::min(text.find_first_not_of(signs, i), text.size()); };
    skip(" \t\r\n");
    const char open = i < text.size() ? text[i] : '\0';
    if (open != '{' && open != '[') return 0;
    ++i;
    skip(" \t\r\n[");
    const char next = i < text.size() ? text[i] : '\0';
    constexpr int sure = 96;
    return open == '{' ? (next == '"' || next == '}' || next == '/' ? sure : 0) : (next == '{' || next == ']' ? sure : 0);
}

json_adverts adverts_of(const element & root, const field_map * map, const read_limits & limits) {
    json_adverts made;
    if (map) {
        made.format = map->inside().name.empty() ? "map" : map->inside().name;
        map_into(tree_of(root), map->inside(), made, limits);
        return made;
    }
    const auto items = items_of(root);
    if (!items.empty() && is_own_record(items.front())) {
        made.format = "record";
        for (const auto & item : items) {
            if (!is_own_record(item)) continue;
            if (made.documents.size() >= limits.adverts) return made.too_many = true, made;
            made.documents.push_back(own_record(item, limits));
        }
        return made;
    }
    if (const auto postings = postings_of(root); !postings.empty()) {
        made.format = "jobposting";
        for (const auto & p : postings) {
            if (made.documents.size() >= limits.adverts) return made.too_many = true, made;
            made.documents.push_back(posting(p, limits));
        }
        return made;
    }
    auto fields = tree_of(root);
    join_included(fields);
    for (const auto & known : format_maps()) {
        if (known.inside().container == "xml") continue;
        map_into(fields, known.inside(), made, limits);
        if (made.documents.empty()) continue;
        made.format = known.inside().name;
        break;
    }
    return made;
}

}  // namespace

record_reader::record_reader(const read_limits & limits, const field_map * map) : limits_(limits), map_(map), json_(std::make_unique<json_reader>(limits)) {}
record_reader::record_reader(record_reader &&) noexcept = default;
record_reader::~record_reader() = default;

result<std::vector<document>> record_reader::read(std::string_view line) {
    id_.reset();
    const auto root = json_->parse(line);
    if (!root) return root.error().code == error_code::bad_record ? error{error_code::bad_record, "expected a JSON object, found a line that is none: " + root.error().message} : root.error();
    if (!root->is_object()) return error{error_code::bad_record, "expected a JSON object, found another value"};
    id_ = text_member(*root, "id");
    auto made = adverts_of(*root, map_, limits_);
    if (made.documents.empty()) return error{error_code::bad_record, map_ ? "expected an advert where the map says, found none" : "expected a JobPosting, or a member \"text\" or \"html\" with a string, found none"};
    if (json_->mended())
        for (auto & doc : made.documents) doc.notes.push_back({note_code::json_mended});
    return std::move(made.documents);
}

std::vector<record_line> record_lines(std::string_view input) {
    if (input.starts_with("\xEF\xBB\xBF")) input.remove_prefix(3);
    std::vector<record_line> lines;
    for (std::size_t number = 1; !input.empty(); ++number) {
        const auto end = std::min(input.find('\n'), input.size());
        auto line = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
        if (!line.empty()) lines.push_back({line, number});
    }
    return lines;
}

bool looks_like_records(std::string_view input) {
    constexpr std::size_t first = 16;
    if (input.starts_with("\xEF\xBB\xBF")) input.remove_prefix(3);
    std::size_t lines = 0, objects = 0;
    bool first_opens = false;
    while (!input.empty() && lines < first) {
        const auto end = std::min(input.find('\n'), input.size());
        auto line = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
        const auto begin = line.find_first_not_of(" \t\r");
        if (begin == std::string_view::npos) continue;
        const auto last = line.find_last_not_of(" \t\r");
        if (++lines == 1) first_opens = line[begin] == '{';
        objects += line[begin] == '{' && line[last] == '}' && last > begin;
    }
    return objects >= (first_opens ? 1u : 2u) && objects * 2 >= lines;
}

result<bool> read_json(const input & in, reading & to) {
    json_reader json(in.limits);
    const auto root = json.parse(in.decoded->text);
    if (!root) return root.error();
    auto made = adverts_of(*root, in.options.map ? &*in.options.map : nullptr, in.limits);
    if (!made.format.empty()) to.format = made.format;
    if (json.mended()) to.notes.push_back({note_code::json_mended});
    if (made.too_many) to.notes.push_back({note_code::too_many_adverts, {std::to_string(in.limits.adverts)}});
    if (made.documents.empty()) to.notes.push_back({note_code::no_advert_fields});
    to.documents = std::move(made.documents);
    return true;
}

result<bool> read_records(const input & in, reading & to) {
    record_reader records(in.limits, in.options.map ? &*in.options.map : nullptr);
    for (const auto & line : record_lines(in.decoded->text)) {
        auto made = records.read(line.text);
        if (!made) {
            constexpr std::size_t enough = 100;
            if (to.notes.size() < enough) to.notes.push_back({note_code::record_not_read, {std::to_string(line.number), made.error().message}});
            continue;
        }
        for (auto & doc : *made) to.documents.push_back(std::move(doc));
        if (to.documents.size() < in.limits.adverts) continue;
        to.notes.push_back({note_code::too_many_adverts, {std::to_string(in.limits.adverts)}});
        break;
    }
    return true;
}

int sniff_json(std::string_view text) {
    std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    i = std::min(text.find_first_not_of(" \t\r\n", i), text.size());
    const auto rest = text.substr(i);
    if (rest.starts_with("//") || rest.starts_with("/*")) {
        const auto end = rest[1] == '/' ? rest.find('\n') : rest.find("*/");
        return end == std::string_view::npos ? 0 : after_guards(text, i + end + 2 - (rest[1] == '/'));
    }
    // ")]}'," and "callback(" stand before some services' answers.
    constexpr std::size_t longest = 64;
    if (rest.starts_with(")]}'")) return after_guards(text, i + rest.substr(0, longest).find_first_not_of(")]}',\n\r "));
    const auto name = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$");
    if (name != std::string_view::npos && name > 0 && name < longest && rest[name] == '(') return after_guards(text, i + name + 1);
    return after_guards(text, i);
}

int sniff_records(std::string_view text) {
    constexpr int sure = 97;
    // One line alone is JSON.
    const auto first = text.find('\n');
    return first != std::string_view::npos && text.find_first_not_of(" \t\r\n", first) != std::string_view::npos && looks_like_records(text) ? sure : 0;
}

}  // namespace rolewright::readers
