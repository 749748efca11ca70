// Inputs of several files: what a METS names, folders that are one issue, archives.
#pragma once

#include <broadsheet/broadsheet.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace broadsheet::app {

// Opens files of this folder and of those below it, and no others: not by "..", not by an absolute path that leads
// elsewhere, not by links to folders. Only files that are whole and no larger than `max_bytes`.
[[nodiscard]] OpenFile open_below(const std::string& folder, std::uint64_t max_bytes);

// For a METS with this path: the files beside it. Nothing for standard input.
[[nodiscard]] OpenFile open_beside(const std::string& mets, std::uint64_t max_bytes);

// An input of one file: a page, a METS, an archive. `options.name` is its path; unless `options.open` is set, a METS
// may name the files beside it.
[[nodiscard]] Document read_file(std::string_view bytes, ReadOptions options);

// A folder that is one issue.
[[nodiscard]] Document read_folder(const std::string& path, ReadOptions options);

// What `broadsheet repair` prints of several files: a text like any other, repaired until nothing changes.
[[nodiscard]] std::string repair_issue_text(Document document, const Options& options, const RenderOptions& render);

// The first bytes of a file show a METS.
[[nodiscard]] bool holds_mets(const std::string& path);

}  // namespace broadsheet::app
