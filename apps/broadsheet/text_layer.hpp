// The pages in what `pdftotext -bbox-layout` prints.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet::app {

struct LayerPage {
    std::string_view bytes;  // from <page to </page>
    float width = 0, height = 0;
    std::size_t chars = 0;  // that are letters, digits, marks
    std::size_t odd = 0;    // that mean nothing: a font without names for its characters

    // True for a page that somebody set or recognised. Others have no text at all, or the stamp of a library, specks
    // and signs that stand for nothing.
    [[nodiscard]] bool has_text() const { return chars >= 200 && odd * 4 < chars; }
};

[[nodiscard]] std::vector<LayerPage> pages_of(std::string_view bbox);

}  // namespace broadsheet::app
