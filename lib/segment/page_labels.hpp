// What number a page bears: its folio says so, or the folios of the others, or its place in the input.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::segment_stage {

// "A3", "第三版".
struct PageLabel {
    char32_t section = 0;  // 0: none
    std::uint32_t number = 0;
};

// The letter right before a page's number: "Page A3".
[[nodiscard]] char32_t section_in(std::u32string_view text);

class PageLabels {
public:
    explicit PageLabels(const Document& document);

    // From 1 (the page bears this number) over 0 (it is not known) to -1 (it bears another).
    [[nodiscard]] float agrees(std::uint32_t page, const PageLabel& label) const;

private:
    struct Labels {
        std::uint32_t page = 0;
        PageLabel read;             // from its own folio
        std::uint32_t counted = 0;  // from the folios of most pages
    };
    std::vector<Labels> pages_;  // in the order of their numbers
};

}  // namespace broadsheet::segment_stage
