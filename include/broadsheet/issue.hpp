/// @file
/// Several files as one document: the pages of an issue, a PDF whose pages were read one by one.
#pragma once

#include <string>
#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

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
