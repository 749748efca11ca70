// The words of each line of a layout file, as indices [begin, end) into Document::words.
#pragma once

#include <vector>

#include "broadsheet/document.hpp"

namespace broadsheet::reading {

[[nodiscard]] inline std::vector<Run> words_of_lines(const Document& document) {
    const auto count = static_cast<std::uint32_t>(document.words.size());
    std::vector<Run> out;
    out.reserve(document.lines.size());
    std::uint32_t w = 0;
    for (const Line& line : document.lines) {
        while (w < count && document.words[w].text.begin < line.text.begin) ++w;
        const auto begin = w;
        while (w < count && document.words[w].text.end <= line.text.end) ++w;
        out.push_back({begin, w});
    }
    return out;
}

}  // namespace broadsheet::reading
