// Files that are not text, by the bytes that they begin with.
#pragma once

#include <string_view>

namespace broadsheet::reading {

struct Foreign {
    std::string_view what;    // "a PDF"; empty: nothing that is known
    std::string_view remedy;  // what the user can do
};

[[nodiscard]] Foreign foreign(std::string_view bytes);

}  // namespace broadsheet::reading
