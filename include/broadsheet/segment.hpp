/// @file
/// Third stage: paragraphs become articles.
#pragma once

#include <string>

#include "broadsheet/document.hpp"
#include "broadsheet/export.hpp"

namespace broadsheet {

struct SegmentOptions {
    std::string lang;      ///< BCP 47; empty: found by content
    bool explain = false;  ///< write a note of each decision and its evidence
};

/// Takes Document::blocks, gives each its role and groups them into Document::articles. Blocks that turn out to
/// be furniture go to Document::dropped.
BROADSHEET_API void segment(Document& document, const SegmentOptions& options = {});

}  // namespace broadsheet
