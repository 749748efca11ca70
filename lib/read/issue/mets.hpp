// METS: which files are the pages of an issue, in which order, and which parts of them are an article.
// https://www.loc.gov/standards/mets/
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

struct MetsFile {
    std::string id;
    std::string href;  // as it stands
    int rank = 0;      // how well it serves as a page's text: ALTO before plain text; 0: not said; -1: an image
};

// Elements of a file, from the one with this id to the one with that, or what stands in a rectangle.
struct MetsArea {
    std::uint32_t file = none;
    std::string begin, end;        // `end` is empty where one element is all
    std::optional<Box> rectangle;  // in place of `begin`, in pixels
    RegionKind kind = RegionKind::text;
};

struct MetsArticle {
    GivenArticle name;
    std::vector<MetsArea> areas;  // in the order of the source
};

struct Mets {
    std::vector<MetsFile> files;
    std::vector<std::uint32_t> pages;  // of the files, in order; each once
    std::vector<MetsArticle> articles;
    std::uint32_t by_page = 0;  // articles of which no more is said than their page
    std::uint32_t maps = 0;     // other maps that name articles: passed over
    std::string fault;          // what is wrong with its XML; empty: nothing
    std::uint32_t fault_line = 0;
    std::string encoding;
};

[[nodiscard]] bool is_mets(std::string_view head);
[[nodiscard]] Mets read_mets(std::string_view bytes, const std::string& encoding);

// What a reference means as a path with slashes: percent escapes and back slashes resolved, file:// taken off. Empty
// for what is no file (http:, mailto: ...).
[[nodiscard]] std::string path_of(std::string_view href);

}  // namespace broadsheet::reading
