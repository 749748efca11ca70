// The readers of layout files: each turns the events of a markup parser into calls of a PageMaker.
#pragma once

#include <memory>
#include <string_view>

#include "broadsheet/document.hpp"
#include "broadsheet/read.hpp"
#include "read/layout/page_maker.hpp"
#include "read/layout/xml.hpp"

namespace broadsheet::reading {

// A parser's handler that is told when all has been seen.
class LayoutReader : public MarkupHandler {
public:
    // Reading order, links between blocks: what can be said only at the end.
    virtual void finish() {}
};

using MakeLayoutReader = std::unique_ptr<LayoutReader> (*)(Document& document, PageMaker& maker, const Markup& markup);

[[nodiscard]] std::unique_ptr<LayoutReader> make_alto_reader(Document& document, PageMaker& maker,
                                                             const Markup& markup);
[[nodiscard]] std::unique_ptr<LayoutReader> make_page_reader(Document& document, PageMaker& maker,
                                                             const Markup& markup);

[[nodiscard]] std::unique_ptr<LayoutReader> make_hocr_reader(Document& document, PageMaker& maker,
                                                             const Markup& markup);
[[nodiscard]] std::unique_ptr<LayoutReader> make_bbox_reader(Document& document, PageMaker& maker,
                                                             const Markup& markup);

// A table of words is no markup.
[[nodiscard]] bool is_tsv(std::string_view head);
void read_tsv(Document& document, PageMaker& maker, const Markup& markup);

// The name of the layout format of these bytes, or "mets"; empty: none that is known.
[[nodiscard]] std::string_view layout_format(std::string_view bytes);
[[nodiscard]] bool is_layout_format(std::string_view name);

// Reads it; all but Document::source is filled, and its encoding. What is not well-formed is a note.
void read_layout(Document& document, std::string_view bytes, std::string_view format, const ReadOptions& options);

}  // namespace broadsheet::reading
