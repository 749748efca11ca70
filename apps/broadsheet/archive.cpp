#include "archive.hpp"

#ifdef BROADSHEET_LIBARCHIVE

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "file_names.hpp"

namespace broadsheet::app {

namespace {

constexpr std::size_t most_members = 20000;         // an issue has a few hundred
constexpr std::size_t longest_name = 4096;          // bytes
constexpr std::uint64_t free_bytes = 64ULL << 20U;  // that any archive may give
constexpr std::uint64_t most_times = 200;           // its own size, beyond that: XML shrinks to a tenth or so

bool looks_packed(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("\x1F\x8B") ||
           (bytes.size() > 262 && bytes.substr(257, 5) == "ustar");
}

// As it is below the archive; empty for what leads out of it.
std::string plain_name(std::string_view name) {
    std::string out;
    if (name.starts_with('/') || name.size() > longest_name) return {};
    while (!name.empty()) {
        const auto part = name.substr(0, name.find_first_of("/\\"));
        name.remove_prefix(std::min(name.size(), part.size() + 1));
        if (part.empty() || part == ".") continue;
        if (part == "..") return {};
        out.append(out.empty() ? "" : "/").append(part);
    }
    return out;
}

struct Close {
    void operator()(archive* a) const { archive_read_free(a); }
};

}  // namespace

bool reads_archives() { return true; }

std::optional<Archive> unpack(std::string_view bytes, std::uint64_t most) {
    if (!looks_packed(bytes)) return std::nullopt;
    const std::unique_ptr<archive, Close> reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return std::nullopt;
    most = std::min(most, std::max(free_bytes, bytes.size() * most_times));
    Archive out;
    out.format = bytes.starts_with("PK") ? "zip" : "tar";
    std::uint64_t taken = 0;
    std::size_t seen = 0;
    std::vector<char> chunk(1U << 16U);
    while (true) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) break;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
            if (seen == 0) return std::nullopt;  // compressed, but no archive
            const char* why = archive_error_string(reader.get());
            out.fault = why ? why : "it is damaged";
            break;
        }
        if (++seen > most_members) {
            out.fault = fmt::format("it has more than {} members", most_members);
            break;
        }
        const char* raw = archive_entry_pathname_utf8(entry);
        if (!raw) raw = archive_entry_pathname(entry);
        const std::string name = plain_name(raw ? raw : "");
        if (name == "[Content_Types].xml" || name == "mimetype") return std::nullopt;  // a document
        // Links and devices have no place here; archives in archives stay closed.
        if (name.empty() || archive_entry_filetype(entry) != AE_IFREG || !may_be_page(name)) continue;
        std::string data;
        bool whole = true;
        while (true) {
            const auto n = archive_read_data(reader.get(), chunk.data(), chunk.size());
            if (n == 0) break;
            if (n < 0) {
                const char* why = archive_error_string(reader.get());
                out.fault = fmt::format("{}: {}", name, why ? why : "it is damaged");
                whole = false;
                break;
            }
            taken += static_cast<std::uint64_t>(n);
            if (taken > most) {
                out.fault = fmt::format("it holds more than {} bytes", most);
                whole = false;
                break;
            }
            data.append(chunk.data(), static_cast<std::size_t>(n));
        }
        if (taken > most) break;
        if (whole) out.members.emplace(name, std::move(data));  // the first of two of one name
    }
    return out;
}

}  // namespace broadsheet::app

#else

namespace broadsheet::app {

bool reads_archives() { return false; }
std::optional<Archive> unpack(std::string_view /*bytes*/, std::uint64_t /*most*/) { return std::nullopt; }

}  // namespace broadsheet::app

#endif
