// libarchive unpacks in pieces, each counted before it is kept, so that a bomb costs no more than the limit. What comes out
// is read as a file of its own; one entry that cannot be read is a note, none that can is an error.
#include "read/archive.hpp"

#include "read/shown.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace rolewright::readers {
namespace {

using archive_handle = std::unique_ptr<archive, decltype(&archive_read_free)>;

// Each entry costs something even if it is empty.
constexpr std::size_t cost_of_entry = 1024;
constexpr std::size_t piece = 1u << 16;

archive_handle opened(std::string_view bytes) {
    archive_handle made(archive_read_new(), &archive_read_free);
    archive_read_support_filter_gzip(made.get());
    archive_read_support_filter_xz(made.get());
    archive_read_support_filter_zstd(made.get());
    archive_read_support_filter_bzip2(made.get());
    archive_read_support_format_zip(made.get());
    archive_read_support_format_tar(made.get());
    archive_read_support_format_raw(made.get());
    if (archive_read_open_memory(made.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return {nullptr, &archive_read_free};
    return made;
}

error broken(archive * from, const std::string & name) {
    const char * why = from ? archive_error_string(from) : nullptr;
    if (from && archive_read_has_encrypted_entries(from) > 0) return {error_code::binary_input, "expected an archive, found one that is protected by a password"};
    return {error_code::binary_input, "expected an archive" + (name.empty() ? std::string() : " with '" + name + "'") + ", found a broken one" + (why ? ": " + shown(why) : std::string())};
}

error too_much(const read_limits & limits) { return {error_code::too_large, "expected an archive that unpacks to at most " + std::to_string(limits.expanded_bytes) + " bytes, found more"}; }

bool spend(unpacking & budget, std::size_t bytes, const read_limits & limits) {
    budget.bytes += bytes;
    return budget.bytes <= limits.expanded_bytes;
}

std::string name_of(archive_entry * entry, bool raw) {
    const char * name = raw ? nullptr : archive_entry_pathname_utf8(entry);
    if (!name && !raw) name = archive_entry_pathname(entry);
    return name ? shown(name) : std::string();
}

// Folders, and what operating systems leave beside the files.
bool is_clutter(std::string_view name) {
    const auto slash = name.rfind('/');
    const auto base = slash == std::string_view::npos ? name : name.substr(slash + 1);
    return base.empty() || base[0] == '.' || name.starts_with("__MACOSX/") || base == "Thumbs.db";
}

// ZIP files that are documents of other kinds.
std::string_view other_office_kind(std::string_view bytes) {
    constexpr std::size_t far = 200;
    bool content = false, manifest = false;
    for (const auto & name : names_in_zip(bytes, far)) {
        if (name == "xl/workbook.xml") return "an Excel workbook";
        if (name == "ppt/presentation.xml") return "a PowerPoint presentation";
        content = content || name == "content.xml";
        manifest = manifest || name == "META-INF/manifest.xml";
    }
    return content && manifest ? "an OpenDocument file that is no text" : "";
}

bool starts(std::string_view bytes, std::string_view magic) { return bytes.starts_with(magic); }
constexpr int certain = 95;

}  // namespace

result<std::vector<unpacked>> unpack(std::string_view bytes, const std::function<bool(std::string_view name)> & wanted, unpacking & budget, const read_limits & limits) {
    const auto from = opened(bytes);
    if (!from) return broken(nullptr, {});
    std::vector<unpacked> made;
    while (true) {
        archive_entry * entry = nullptr;
        const auto status = archive_read_next_header(from.get(), &entry);
        if (status == ARCHIVE_EOF) return made;
        if (status < ARCHIVE_WARN) return broken(from.get(), {});
        if (!spend(budget, cost_of_entry, limits)) return too_much(limits);
        const bool raw = archive_format(from.get()) == ARCHIVE_FORMAT_RAW;
        auto name = name_of(entry, raw);
        if (!raw && (archive_entry_filetype(entry) == AE_IFDIR || !wanted(name))) continue;
        // A size that is declared too large needs no unpacking to be refused.
        if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > 0 && static_cast<std::uint64_t>(archive_entry_size(entry)) > limits.expanded_bytes) return too_much(limits);
        if (archive_entry_is_encrypted(entry)) return error{error_code::binary_input, "expected an archive, found one that is protected by a password"};
        unpacked of{std::move(name), {}};
        std::string buffer(piece, '\0');
        while (const auto n = archive_read_data(from.get(), buffer.data(), buffer.size())) {
            if (n < 0) return broken(from.get(), of.name);
            if (!spend(budget, static_cast<std::size_t>(n), limits)) return too_much(limits);
            of.bytes.append(buffer, 0, static_cast<std::size_t>(n));
        }
        made.push_back(std::move(of));
    }
}

std::vector<std::string> names_in_zip(std::string_view bytes, std::size_t most) {
    std::vector<std::string> made;
    const auto from = opened(bytes);
    archive_entry * entry = nullptr;
    while (from && made.size() < most && archive_read_next_header(from.get(), &entry) >= ARCHIVE_WARN) {
        if ((archive_format(from.get()) & ARCHIVE_FORMAT_BASE_MASK) != ARCHIVE_FORMAT_ZIP) break;
        made.push_back(name_of(entry, false));
    }
    return made;
}

bool is_compressed(std::string_view bytes) { return sniff_gzip(bytes) || sniff_zstd(bytes) || sniff_xz(bytes) || sniff_bzip2(bytes); }

result<std::string> uncompressed(std::string_view bytes, const read_limits & limits) {
    unpacking budget;
    auto entries = unpack(bytes, [](std::string_view name) { return !is_clutter(name); }, budget, limits);
    if (!entries) return std::move(entries).error();
    std::string made;
    for (auto & e : *entries) {
        if (made.empty()) made = std::move(e.bytes);
        else made += e.bytes;
        if (!made.empty() && made.back() != '\n') made += '\n';
    }
    return made;
}

result<bool> read_archive(const input & in, reading & to) {
    if (const auto kind = other_office_kind(in.bytes); !kind.empty()) return error{error_code::binary_input, "expected text, a document or an archive of them, found " + std::string(kind)};
    auto entries = unpack(in.bytes, [](std::string_view name) { return !is_clutter(name); }, in.budget, in.limits);
    if (!entries) return std::move(entries).error();
    if (entries->empty()) return error{error_code::empty_input, "expected an archive with adverts, found an empty one"};
    std::optional<error> first;
    std::size_t read = 0;
    for (auto & e : *entries) {
        const auto before = to.documents.size();
        // One more, to see whether it is one too many.
        if (std::any_of(to.notes.begin(), to.notes.end(), [](const note & n) { return n.code == note_code::too_many_adverts; })) break;
        auto done = read_inside(e.bytes, in, to);
        e.bytes = {};
        if (done) {
            ++read;
            for (auto i = before; i < to.documents.size(); ++i) {
                auto & part = to.documents[i].part;
                part = e.name.empty() || part.empty() ? e.name + part : e.name + "/" + part;
            }
            continue;
        }
        // A limit is a limit of the whole input.
        if (done.error().code == error_code::too_large || entries->size() == 1) return std::move(done).error();
        to.notes.push_back({note_code::part_not_read, {e.name, done.error().message}});
        if (!first) first = std::move(done).error();
    }
    if (!read && first) return *std::move(first);
    return true;
}

int sniff_zip(std::string_view bytes) { return starts(bytes, "PK\x03\x04") || starts(bytes, "PK\x05\x06") ? certain : 0; }
int sniff_gzip(std::string_view bytes) { return starts(bytes, "\x1F\x8B") ? certain : 0; }
int sniff_zstd(std::string_view bytes) { return starts(bytes, "\x28\xB5\x2F\xFD") ? certain : 0; }
int sniff_xz(std::string_view bytes) { return starts(bytes, "\xFD" "7zXZ") ? certain : 0; }
int sniff_bzip2(std::string_view bytes) { return starts(bytes, "BZh") && bytes.size() > 10 && bytes.substr(4, 6) == "1AY&SY" ? certain : 0; }

}  // namespace rolewright::readers
