/// @file
/// First stage: bytes become a Document of lines.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"
#include "broadsheet/issue.hpp"
#include "broadsheet/named.hpp"

namespace broadsheet {

/// Whence articles are known.
enum class Articles : std::uint8_t {
    source,  ///< from the source, where it names any (the default)
    detect,  ///< found; what the source names is not read
};

inline constexpr Named<Articles> articles_names[] = {{"source", Articles::source}, {"detect", Articles::detect}};

struct ReadOptions {
    std::string name = "-";                            ///< what messages and the output call this input
    std::string from;                                  ///< name of a reader; empty: found by content
    std::string encoding;                              ///< name of an encoding; empty: found by content
    std::uint64_t max_bytes = std::uint64_t{1} << 31;  ///< a larger input is an Error (limit)
    Articles articles = Articles::source;
    OpenFile open;  ///< the files that a METS names; without it an issue has no pages
    /// Asked between pages, passes and lines; where a stop was requested the stage throws Stopped. The library has no
    /// clock: who calls it sets the limit.
    std::stop_token stop;
};

/// One row of the table of readers.
struct Reader {
    std::string_view name;     ///< "text"
    std::string_view summary;  ///< one line for `broadsheet list readers`
};

/// All readers, in the order in which they are listed.
[[nodiscard]] BROADSHEET_API std::span<const Reader> readers();

/// Decodes the bytes and finds their lines. Bytes that decode to nothing go to `dropped` as noise, marks of
/// Markdown as markup. Broken input is a note, never an exception.
/// @throws Error (format) for a binary file, (encoding) and (option) for names that are not known, (limit); Stopped.
[[nodiscard]] BROADSHEET_API Document read(std::string_view bytes, const ReadOptions& options = {});

}  // namespace broadsheet
