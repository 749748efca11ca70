#include "core/evidence.hpp"

#include <fmt/format.h>

namespace broadsheet {

void Evidence::say(std::string_view name, float part) {
    fmt::format_to(std::back_inserter(why_), "{}{} {:+.1f}", why_.empty() ? "" : ", ", name, part);
}

}  // namespace broadsheet
