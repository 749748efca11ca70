/// @file
/// Last stage: a Document becomes text for people or for machines.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

struct WriteOptions {
    std::string to = "text";         ///< name of a writer
    bool pretty = false;             ///< json: indented
    bool inline_provenance = false;  ///< jsonl: the spans of each record inside its metadata
    std::string added;               ///< jsonl: value of "added"
    std::string created;             ///< jsonl: value of "created"
    std::string source;              ///< jsonl: value of "source"; empty: the name of the input
    RenderOptions render;
};

/// One row of the table of writers.
struct Writer {
    std::string_view name;       ///< "json"
    std::string_view extension;  ///< ".json"
    std::string_view summary;    ///< one line for `broadsheet list writers`
    bool per_article;            ///< under -o DIR a file for each article, not one for each input
    std::string_view between;    ///< what stands between two documents on one stream
};

[[nodiscard]] BROADSHEET_API std::span<const Writer> writers();

/// The whole document in UTF-8, with a newline at its end.
/// @throws Error (option) for a writer that does not exist.
[[nodiscard]] BROADSHEET_API std::string write(const Document& document, const WriteOptions& options = {});

/// One article in UTF-8, with a newline at its end: what a writer with `per_article` puts into one file.
[[nodiscard]] BROADSHEET_API std::string write(const Document& document, const Article& article,
                                               const WriteOptions& options = {});

/// The page's paragraphs in reading order with a blank line between them, without roles and articles: what one round
/// of repair_text() gives. Reads Document::blocks as repair() left them.
[[nodiscard]] BROADSHEET_API std::string write_paragraphs(const Document& document, const RenderOptions& options = {});

}  // namespace broadsheet
