/// @file
/// Broadsheet: the raw text of newspaper pages back into articles. This header includes all others.
///
///     #include <broadsheet/broadsheet.hpp>
///
///     broadsheet::Document page = broadsheet::process(bytes);
///     for (const auto& article : page.articles)
///         for (auto block : article.blocks)
///             std::cout << broadsheet::render(page, page.blocks[block]) << '\n';
///
/// Each stage can be called by itself: read(), repair(), segment(), write(). All are pure functions of their
/// arguments: no globals, no locale, no clock; different documents may be processed in different threads.
#pragma once

#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/error.hpp"
#include "broadsheet/eval.hpp"
#include "broadsheet/export.hpp"
#include "broadsheet/issue.hpp"
#include "broadsheet/lexicon.hpp"
#include "broadsheet/named.hpp"
#include "broadsheet/pipe.hpp"
#include "broadsheet/read.hpp"
#include "broadsheet/repair.hpp"
#include "broadsheet/segment.hpp"
#include "broadsheet/version.hpp"
#include "broadsheet/write.hpp"

namespace broadsheet {

struct Options {
    ReadOptions read;
    RepairOptions repair;
    SegmentOptions segment;
};

/// read() + repair() + segment().
/// @throws Error as read() does.
[[nodiscard]] BROADSHEET_API Document process(std::string_view bytes, const Options& options = {});

/// The text that `broadsheet repair` prints: repaired, not segmented; repaired again it stays as it is.
/// @throws Error as read() does.
[[nodiscard]] BROADSHEET_API std::string repair_text(std::string_view bytes, const Options& options = {},
                                                     const RenderOptions& render = {});

}  // namespace broadsheet
