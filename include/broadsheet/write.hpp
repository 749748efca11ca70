/// @file
/// Last stage: a Document becomes text for people or for machines.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

/// A picture of a page, for the report (html).
struct PageImage {
    std::uint32_t page = 1;
    std::string media_type;  ///< one that browsers show: image/png, image/jpeg ...
    std::string bytes;
};

struct WriteOptions {
    std::string to = "text";         ///< name of a writer
    bool pretty = false;             ///< json: indented
    bool inline_provenance = false;  ///< jsonl: the spans of each record inside its metadata
    std::string added;               ///< jsonl: value of "added"; page, impresso: when
    std::string created;             ///< jsonl: value of "created"; impresso, alto2txt: the issue's day
    std::string source;              ///< jsonl: value of "source"; impresso: the alias; empty: the name of the input
    std::vector<PageImage> images;   ///< html: laid under the boxes of their pages, stretched to the page's size
    std::string index;               ///< html: a link to the page of all reports; empty: none
    RenderOptions render;
};

/// One row of the table of writers.
struct Writer {
    std::string_view name;       ///< "json"
    std::string_view extension;  ///< ".json"
    std::string_view summary;    ///< one line for `broadsheet list writers`
    bool has_folder;             ///< under -o DIR a folder for each input, with the files of write_files()
    std::string_view between;    ///< what stands between two documents on one stream
};

/// One of the files that a document becomes.
struct WrittenFile {
    std::string name;  ///< letters, digits, - and _, with the ending of its kind
    std::string text;
};

[[nodiscard]] BROADSHEET_API std::span<const Writer> writers();

/// The whole document in UTF-8, with a newline at its end.
/// @throws Error (option) for a writer that does not exist.
[[nodiscard]] BROADSHEET_API std::string write(const Document& document, const WriteOptions& options = {});

/// One article in UTF-8, with a newline at its end.
[[nodiscard]] BROADSHEET_API std::string write(const Document& document, const Article& article,
                                               const WriteOptions& options = {});

/// The document as files, for a writer with a folder for each input: articles (text, markdown), pages (page), an
/// article and what is known of it (alto2txt). For any other writer its one file.
/// @throws Error (option) for a writer that does not exist.
[[nodiscard]] BROADSHEET_API std::vector<WrittenFile> write_files(const Document& document,
                                                                  const WriteOptions& options = {});

/// What index_page() says of one report.
/// @param path  of the report, seen from the index
/// @param brief without drawings and titles: for an index of thousands
[[nodiscard]] BROADSHEET_API std::string index_entry(const Document& document, std::string_view path,
                                                     bool brief = false);

/// The same of an input that could not be read.
[[nodiscard]] BROADSHEET_API std::string index_entry(std::string_view name, std::string_view fault);

/// A page of HTML that leads to reports (html).
/// @param entries what index_entry() gave, one after another
[[nodiscard]] BROADSHEET_API std::string index_page(std::string_view title, std::string_view entries,
                                                    std::uint64_t count);

/// The page's paragraphs in reading order with a blank line between them, without roles and articles: what one round
/// of repair_text() gives. Reads Document::blocks as repair() left them.
[[nodiscard]] BROADSHEET_API std::string write_paragraphs(const Document& document, const RenderOptions& options = {});

}  // namespace broadsheet
