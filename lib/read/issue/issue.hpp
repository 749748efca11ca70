// Issues: several files that are read as one document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/read.hpp"
#include "read/issue/mets.hpp"

namespace broadsheet::reading {

// A METS with all that it names.
[[nodiscard]] Document read_mets_issue(std::string_view bytes, const ReadOptions& options);

// An area of an article in one file.
struct GivenArea {
    std::uint32_t article = 0;
    std::uint32_t order = 0;  // among all areas of the issue
    const MetsArea* area = nullptr;
};

// Says of each region of a page, read from these bytes, which article it is of (none: of none); regions of which only a
// part is of an article are parted. Areas that the file does not have are counted.
struct Followed {
    std::vector<std::uint32_t> articles;  // by region
    std::uint32_t lost = 0;
    std::string_view first_lost;
};
[[nodiscard]] Followed follow_areas(Document& page, std::string_view bytes, const ReadOptions& options,
                                    const std::vector<GivenArea>& areas);

// p2 before p10.
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

// A path below a folder ("" or with a slash at its end) without "." and ".."; empty where it leads out of all folders,
// or is absolute.
[[nodiscard]] std::string plain_path(std::string_view folder, std::string_view path);

}  // namespace broadsheet::reading
