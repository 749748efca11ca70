// The writers, one function each, and what they share. The table is in writers.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/write.hpp"

namespace broadsheet::write_detail {

// The page document of the contract.
[[nodiscard]] std::string json(const Document& document, const WriteOptions& options);
[[nodiscard]] std::string json(const Document& document, const Article& article, const WriteOptions& options);

// The record of a pipeline.
[[nodiscard]] std::string jsonl(const Document& document, const WriteOptions& options);
[[nodiscard]] std::string jsonl(const Document& document, const Article& article, const WriteOptions& options);

// For people. Article by article; the caller puts `between` between two of them.
[[nodiscard]] std::string text(const Document& document, const Article& article, const WriteOptions& options);
[[nodiscard]] std::string markdown(const Document& document, const Article& article, const WriteOptions& options);

// What gives back a layout, or a file for a whole input. `only`: of this article alone.
[[nodiscard]] std::string tei(const Document& document, const Article* only, const WriteOptions& options);
[[nodiscard]] std::string alto(const Document& document, const Article* only, const WriteOptions& options);
[[nodiscard]] std::string page(const Document& document, const Article* only, const WriteOptions& options);
[[nodiscard]] std::string html(const Document& document, const Article* only, const WriteOptions& options);
[[nodiscard]] std::string impresso(const Document& document, const Article* only, const WriteOptions& options);

// The files of a writer that makes more than one of a document.
[[nodiscard]] std::vector<WrittenFile> page_files(const Document& document, const Article* only,
                                                  const WriteOptions& options);
[[nodiscard]] std::vector<WrittenFile> alto2txt_files(const Document& document, const WriteOptions& options);

// The flags of an article by the names of the contract.
[[nodiscard]] std::vector<std::string_view> flags(const Article& article);

// Sorted, each once: the pages and the physical lines that an article's text stands on.
struct Places {
    std::vector<std::uint32_t> pages;
    std::vector<std::uint32_t> lines;
};
[[nodiscard]] Places places(const Document& document, const Article& article);

// The headline in one line.
[[nodiscard]] std::string title_of(const Document& document, const Article& article);

// The text of all blocks of a role in one line, for a title or a field; `rendered` holds the text of each block of
// the article.
[[nodiscard]] std::string in_one_line(const Document& document, const Article& article, Role role,
                                      const std::vector<std::string>& rendered);

// The text of each block of the article.
[[nodiscard]] std::vector<std::string> render_blocks(const Document& document, const Article& article,
                                                     const RenderOptions& options);

// "A; B; C"
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace broadsheet::write_detail
