// Many short texts looked for in a long one, in one pass for each length.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace broadsheet::eval {

// The probes that stand in the text; an empty one always does.
[[nodiscard]] std::unordered_set<std::u32string_view> present(std::u32string_view text,
                                                              const std::vector<std::u32string>& probes);

}  // namespace broadsheet::eval
