#include "read/markdown_front_matter.hpp"

#include <algorithm>

#include "core/chars.hpp"
#include "read/markdown_rows.hpp"

namespace broadsheet::reading {

std::size_t front_matter(const Text& text, const std::vector<Row>& rows, std::size_t first) {
    const auto view = [&](std::size_t i) { return text.view(rows[i].run); };
    constexpr std::size_t most = 100, least_keys = 3;
    if (first >= rows.size() || trimmed(view(first)) != U"---") return 0;
    if (first > 0 && !trimmed(view(first - 1)).empty()) return 0;
    std::size_t keys = 0;
    for (std::size_t i = first + 1; i < std::min(rows.size(), first + most); ++i) {
        const auto line = trimmed(view(i));
        if (line == U"---" || line == U"...") return keys >= (first == 0 ? 1 : least_keys) ? i + 1 - first : 0;
        if (is_yaml_key(line) && (first == 0 || has_yaml_value(line)))
            ++keys;
        else if (first > 0 || (!line.empty() && line[0] != U'-' && line[0] != U'#' && view(i)[0] != U' '))
            return 0;
    }
    return 0;
}

}  // namespace broadsheet::reading
