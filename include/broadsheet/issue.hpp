/// @file
/// Several files as one document: the pages of an issue, a PDF whose pages were read one by one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

struct ReadOptions;

/// A file that belongs to an issue.
struct IssueFile {
    std::string name;  ///< as messages and the output call it
    std::string bytes;
};

/// Opens a file by its path, or gives nothing where there is none (or none that may be opened). Paths have slashes and
/// are as the source has them: relative to a METS, or absolute; "..", too, may be in them. The library opens no files
/// by itself, so what may be opened is the caller's to decide.
using OpenFile = std::function<std::optional<IssueFile>(std::string_view path)>;

/// The files of a folder or an archive as one document: the METS among them with what it names, or, without one, all
/// that are pages, in the natural order of their names (p2 before p10). What no reader takes is passed over with a
/// note.
/// @param format what the whole is: "folder", "zip"; options.name is its name
/// @param bytes  its own, for their number and their digest; none of a folder
/// @param names  paths with slashes below the whole, which options.open takes
[[nodiscard]] BROADSHEET_API Document read_issue(const std::string& format, std::string_view bytes,
                                                 std::vector<std::string> names, const ReadOptions& options);

/// Puts the pages of `more` behind those of `document`. `more.source` becomes one of `document.files`, and its pages
/// name it; `document.source` stays what it is: the METS file, the archive, the PDF, or a name for the whole. A
/// document to start with may be empty but for its source.
///
/// Both must come from read() and have gone through no other stage.
BROADSHEET_API void append(Document& document, Document&& more);

/// What a document says of a file that no reader takes: a PDF, an image, an archive.
/// @param format what it is: "pdf"
[[nodiscard]] BROADSHEET_API Source describe(std::string_view bytes, std::string name, std::string format);

}  // namespace broadsheet
