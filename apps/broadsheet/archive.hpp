// Archives, read in memory: nothing of them is ever written to disk.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::app {

struct Archive {
    std::string format;                          // "zip", "tar"
    std::map<std::string, std::string> members;  // plain relative paths; only what may be a page or a METS
    std::string fault;                           // why it was not read to its end; empty: it was
};

// True where libarchive was there when the program was built.
[[nodiscard]] bool reads_archives();

// ZIP, and tar whether compressed or not; nothing for any other file, and for documents that are ZIP files by chance
// (of Word, EPUB).
// @param most bytes that are unpacked: what goes beyond is not read, and told
[[nodiscard]] std::optional<Archive> unpack(std::string_view bytes, std::uint64_t most);

}  // namespace broadsheet::app
