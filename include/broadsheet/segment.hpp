/// @file
/// Third stage: paragraphs become articles.
#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

struct SegmentOptions {
    std::string lang;      ///< BCP 47; empty: found by content
    bool explain = false;  ///< write a note of each decision and its evidence
    std::stop_token stop;  ///< as in ReadOptions
};

/// The languages whose cues (bylines, datelines, jump lines) are known, as BCP 47 tags.
[[nodiscard]] BROADSHEET_API std::span<const std::string_view> languages();

/// Takes Document::blocks, gives each its role and groups them into Document::articles. Blocks that turn out to
/// be furniture go to Document::dropped.
/// @throws Stopped
BROADSHEET_API void segment(Document& document, const SegmentOptions& options = {});

}  // namespace broadsheet
