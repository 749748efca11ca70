/// @file
/// Second stage: lines become paragraphs in reading order.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

/// The direction in which the page is written.
enum class Writing : std::uint8_t {
    detect,      ///< found by content (the default)
    horizontal,  ///< no run of short lines is a vertical column
    vertical,    ///< each run of lines of one to three characters, most of them ideographs, is one, however long
};

struct RepairOptions {
    Writing writing = Writing::detect;
    std::vector<std::string> skip;  ///< names of passes that are not to run
    bool explain = false;           ///< write a note of each decision and its evidence
};

/// One row of the table of passes, in running order.
struct Pass {
    std::string_view name;     ///< "columns"
    std::string_view summary;  ///< one line for `broadsheet list passes`
};

[[nodiscard]] BROADSHEET_API std::span<const Pass> passes();

/// Takes Document::lines and gives Document::blocks: each a paragraph, a headline, a caption... as one row of
/// pieces, with no role yet, in reading order. Furniture and second copies go to Document::dropped.
/// @throws Error (option) for a pass that does not exist.
BROADSHEET_API void repair(Document& document, const RepairOptions& options = {});

}  // namespace broadsheet
