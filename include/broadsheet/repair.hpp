/// @file
/// Second stage: lines become paragraphs in reading order.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"
#include "broadsheet/lexicon.hpp"
#include "broadsheet/named.hpp"

namespace broadsheet {

/// The direction in which the page is written.
enum class Writing : std::uint8_t {
    detect,      ///< found by content (the default)
    horizontal,  ///< no run of short lines is a vertical column
    vertical,    ///< each run of lines of one to three characters, most of them ideographs, is one, however long
};

inline constexpr Named<Writing> writing_names[] = {{"horizontal", Writing::horizontal},
                                                   {"vertical", Writing::vertical}};

struct RepairOptions {
    Writing writing = Writing::detect;
    std::vector<std::string> skip;  ///< names of passes that are not to run
    bool explain = false;           ///< write a note of each decision and its evidence
    /// The words of the collection that the page is of, or none: evidence for hyphens at line ends.
    std::shared_ptr<const Lexicon> lexicon;
    /// Asks a dictionary whether a language (BCP 47: "en") has a word (UTF-8): yes, no, or nothing where it has no
    /// dictionary of that language. Evidence for hyphens at line ends; asked of few words. Must be safe to call from
    /// several threads if documents are processed in several.
    std::function<std::optional<bool>(std::string_view language, std::string_view word)> spells;
    std::stop_token stop;  ///< as in ReadOptions
};

/// One row of the table of passes, in running order.
struct Pass {
    std::string_view name;     ///< "columns"
    std::string_view summary;  ///< one line for `broadsheet list passes`
};

[[nodiscard]] BROADSHEET_API std::span<const Pass> passes();

/// Takes Document::lines and gives Document::blocks: each a paragraph, a headline, a caption... as one row of
/// pieces, with no role yet, in reading order. Furniture and second copies go to Document::dropped.
/// @throws Error (option) for a pass that does not exist; Stopped.
BROADSHEET_API void repair(Document& document, const RepairOptions& options = {});

}  // namespace broadsheet
