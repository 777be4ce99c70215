// Files are grouped into packs by folder; packs of later places replace those of the same id or add to the one they
// extend; then the packs of each language are read in the order language, criteria, roles, rules, messages and compiled.
#include "packs/load.hpp"

#include "base/embedded.hpp"
#include "base/files.hpp"
#include "base/hash.hpp"
#include "packs/kinds.hpp"
#include "packs/shape.hpp"
#include "packs/suggestions.hpp"

#include <algorithm>
#include <filesystem>

namespace rolewright::packs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_file_bytes = 16u << 20;
constexpr std::string_view kinds_in_order[] = {"language", "criteria", "roles", "rules", "messages"};

/// A pack before its elements are read.
struct raw_pack {
    std::string id, kind, language, version, licence, extends, origin;
    std::vector<pack_file> files;  ///< pack.xml first
};

[[noreturn]] void fail(error_code code, const std::string & message, const std::string & file) { throw broken_pack{{code, message, file}}; }

bool is_main(const std::string & path) { return path == "pack.xml" || path.ends_with("/pack.xml"); }

/// A file's path as messages show it: below the folder it came from, unless it is built in.
std::string shown(const std::string & path, const std::string & origin) { return origin == "built-in" ? path : origin + (origin.ends_with('/') ? "" : "/") + path; }

std::string folder_of(const std::string & path) {
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

raw_pack describe(std::vector<pack_file> files, const std::string & id, const std::string & origin) {
    std::sort(files.begin(), files.end(), [](const auto & a, const auto & b) {
        const bool a_first = is_main(a.path), b_first = is_main(b.path);
        return a_first != b_first ? a_first : a.path < b.path;
    });
    const xml_file file(shown(files.front().path, origin), files.front().bytes);
    const auto root = file.root();
    if (std::string_view(root.name()) != "pack") file.fail(root, "expected <pack>, found <" + std::string(root.name()) + ">");
    file.allow(root, {"kind", "lang", "version", "licence", "format", "extends", "id"});
    if (file.required(root, "format") != "1") file.fail(root, "expected format 1, found " + file.required(root, "format") + ": this engine reads 1");
    raw_pack made;
    made.id = root.attribute("id") ? root.attribute("id").value() : id;
    made.kind = file.required(root, "kind");
    if (elements_of(made.kind).empty())
        file.fail(root, "expected kind to be one of language, criteria, roles, rules, messages; found '" + made.kind + "'");
    made.language = file.required(root, "lang");
    made.version = file.required(root, "version");
    made.licence = file.required(root, "licence");
    made.extends = root.attribute("extends").as_string();
    made.origin = origin;
    made.files = std::move(files);
    return made;
}

/// The packs among `files`: each folder with a pack.xml is one.
std::vector<raw_pack> packs_among(const std::vector<pack_file> & files, const std::string & origin, const std::string & name_of_root) {
    std::map<std::string, std::vector<pack_file>> by_folder;
    for (const auto & f : files)
        if (f.path.ends_with(".xml")) by_folder[folder_of(f.path)].push_back(f);
    std::vector<raw_pack> made;
    for (auto & [folder, inside] : by_folder) {
        const auto named = folder.empty() ? "pack.xml" : folder + "/pack.xml";
        if (std::none_of(inside.begin(), inside.end(), [&](const auto & f) { return f.path == named; })) fail(error_code::bad_pack, "expected a pack.xml in the folder, found none", origin + "/" + folder);
        made.push_back(describe(std::move(inside), folder.empty() ? name_of_root : folder, origin));
    }
    return made;
}

std::vector<pack_file> files_below(const fs::path & folder, std::string_view extension) {
    std::error_code problem;
    if (!fs::is_directory(folder, problem)) fail(error_code::cannot_read_file, "expected a folder, found none", folder.string());
    std::vector<pack_file> made;
    for (const auto & entry : fs::recursive_directory_iterator(folder, problem)) {
        if (!entry.is_regular_file() || (!extension.empty() && entry.path().extension() != extension)) continue;
        auto bytes = read_file(entry.path().string(), most_file_bytes);
        if (!bytes) throw broken_pack{bytes.error()};
        made.push_back({fs::relative(entry.path(), folder).generic_string(), *std::move(bytes)});
    }
    if (problem) fail(error_code::cannot_read_file, "cannot read the folder: " + problem.message(), folder.string());
    if (made.empty()) fail(error_code::bad_pack, "expected files in the folder, found none", folder.string());
    return made;
}

void put(std::vector<raw_pack> & all, raw_pack pack) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto & p) { return p.id == pack.id; });
    if (same == all.end()) all.push_back(std::move(pack));
    else *same = std::move(pack);
}

void read_elements(const raw_pack & pack, reading_state & state, bool good_queries) {
    for (const auto & f : pack.files) {
        const xml_file file(shown(f.path, pack.origin), f.bytes, good_queries);
        const auto root = file.root();
        const bool main = is_main(f.path);
        if (!main && std::string_view(root.name()) != "part") file.fail(root, "expected <part>, found <" + std::string(root.name()) + ">");
        for (const auto node : root.children()) {
            if (node.type() != pugi::node_element) continue;
            check_shape(file, node, pack.kind);
            const std::string_view name = node.name();
            if (name == "source") {
                state.set.sources.push_back({file.required(node, "id"), file.required(node, "title"), node.attribute("year").as_string(), node.attribute("url").as_string(), file.at(node)});
            } else if (name == "list") {
                const auto list = file.required(node, "name");
                if (!state.set.lists.emplace(list, named_list{file.query_in(node), file.at(node)}).second) file.fail(node, "expected each list once, found '" + list + "' again");
            } else if (pack.kind == "language") read_language_element(file, node, state);
            else if (pack.kind == "criteria") read_criteria_element(file, node, state);
            else if (pack.kind == "roles") read_roles_element(file, node, state);
            else if (pack.kind == "rules") read_rules_element(file, node, state);
            else read_messages_element(file, node, state);
        }
    }
}

origin place_of(const packs::criterion &) { return {}; }
origin place_of(const queried & e) { return e.at; }
origin place_of(const suggestion & e) { return e.at; }

void refuse_unknown_implied(const criteria_pack & of) {
    for (const auto & c : of.criteria)
        for (const auto & id : c.implied_by)
            if (std::none_of(of.criteria.begin(), of.criteria.end(), [&](const auto & other) { return other.id == id; })) fail(error_code::bad_pack, "expected ids of criteria in implied-by of '" + c.id + "', found '" + id + "'", "");
}

template <class T>
void refuse_twice(const std::vector<T> & elements, std::string_view what) {
    std::map<std::string_view, const T *> seen;
    for (const auto & e : elements) {
        const auto [it, fresh] = seen.emplace(e.id, &e);
        if (fresh) continue;
        const auto at = place_of(e);
        error twice{error_code::bad_pack, "expected each " + std::string(what) + " id once, found '" + e.id + "' again", at.file};
        twice.line = at.line;
        twice.column = at.column;
        throw broken_pack{twice};
    }
}

void read_language(const std::string & tag, const std::vector<raw_pack> & all, language_set & set, std::optional<saved_language> saved) {
    reading_state state{set};
    set.language.tag = tag;
    for (const auto kind : kinds_in_order)
        for (const bool extending : {false, true})
            for (const auto & pack : all)
                if (pack.kind == kind && pack.language == tag && !pack.extends.empty() == extending) read_elements(pack, state, saved.has_value());
    refuse_twice(set.criteria.criteria, "criterion");
    refuse_twice(set.roles.families, "family");
    refuse_twice(set.criteria.evidence, "evidence");
    refuse_twice(set.criteria.traps, "trap");
    refuse_twice(set.criteria.suggestions, "suggestion");
    refuse_twice(set.language.cues, "cue");
    refuse_twice(set.rules.rules, "rule");
    refuse_twice(set.roles.roles, "role");
    refuse_unknown_implied(set.criteria);
    choose_suggestions(set.criteria);
    compile(set, std::move(saved));
}

std::string hash_of_files(std::span<const pack_file * const> files) {
    hasher h;
    for (const auto * f : files) {
        h.add(f->path);
        h.add(f->bytes);
    }
    return h.hex();
}

// A pack given by its own folder: "…/digital-skills/en" is the pack of that id where there is one, else "en" is new.
std::string id_of_folder(const fs::path & folder, const std::vector<raw_pack> & known) {
    const auto whole = folder.has_filename() ? folder : folder.parent_path();
    const auto id = (whole.parent_path().filename() / whole.filename()).generic_string();
    const bool there = std::any_of(known.begin(), known.end(), [&](const auto & p) { return p.id == id; });
    return there ? id : whole.filename().string();
}

pack_set build(std::vector<raw_pack> all) {
    std::sort(all.begin(), all.end(), [](const auto & a, const auto & b) { return a.id < b.id; });
    pack_set made;
    std::vector<const pack_file *> files;
    for (const auto & pack : all) {
        if (!pack.extends.empty() && std::none_of(all.begin(), all.end(), [&](const auto & p) { return p.id == pack.extends; }))
            fail(error_code::unknown_pack, "expected the id of a pack to extend, found '" + pack.extends + "'", pack.origin + "/" + pack.id);
        std::vector<const pack_file *> own;
        for (const auto & f : pack.files) own.push_back(&f);
        made.infos.push_back({pack.id, pack.kind, pack.language, pack.version, pack.licence, pack.origin, hash_of_files(own)});
        files.insert(files.end(), own.begin(), own.end());
        if (pack.kind == "language") made.languages.try_emplace(pack.language);
    }
    std::stable_sort(files.begin(), files.end(), [](const auto * a, const auto * b) { return a->path < b->path; });
    made.hash = hash_of_files(files);
    const auto built_in = embedded_below("saved");
    auto saved = restore(built_in.empty() ? std::string_view() : built_in.front().bytes, made.hash);
    for (auto & [tag, set] : made.languages) {
        const auto known = saved.find(tag);
        read_language(tag, all, set, known == saved.end() ? std::nullopt : std::optional(std::move(known->second)));
    }
    return made;
}

}  // namespace

const language_set * pack_set::find(std::string_view language) const {
    const auto found = languages.find(language.substr(0, language.find('-')));
    return found == languages.end() ? nullptr : &found->second;
}

result<std::vector<pack_file>> files_in(const std::string & folder) {
    try {
        return files_below(folder, {});
    } catch (broken_pack & broken) {
        return std::move(broken.error);
    }
}

result<pack_set> load(const engine_options & options) {
    try {
        std::vector<raw_pack> all;
        for (auto & pack : packs_among(embedded_files("criteria"), "built-in", "")) put(all, std::move(pack));
        if (!options.data_folder.empty())
            for (auto & pack : packs_among(files_below(fs::path(options.data_folder) / "criteria", ".xml"), "built-in", "")) put(all, std::move(pack));
        for (const auto & folder : options.packs) {
            const auto name = fs::path(folder).lexically_normal();
            for (auto & pack : packs_among(files_below(folder, ".xml"), folder, id_of_folder(name, all))) put(all, std::move(pack));
        }
        return build(std::move(all));
    } catch (broken_pack & broken) {
        return std::move(broken.error);
    } catch (const std::exception & e) {
        return error{error_code::bad_pack, e.what()};
    }
}

}  // namespace rolewright::packs
