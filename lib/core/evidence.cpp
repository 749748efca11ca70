#include "core/evidence.hpp"

#include <fmt/format.h>

#include <cmath>

namespace broadsheet {

std::string Evidence::why(float limit) const {
    std::string out;
    for (const Feature& part : said_)
        fmt::format_to(std::back_inserter(out), "{}{} {:+.1f}", out.empty() ? "" : ", ", part.name, part.weight);
    if (said_.size() < 2) return out;
    fmt::format_to(std::back_inserter(out), " = {:+.1f}", sum_);
    // The lightest one that is heavy enough: the decision hangs by it.
    const Feature* tips = nullptr;
    for (const Feature& part : said_)
        if ((sum_ > limit) != (sum_ - part.weight > limit) && (!tips || std::abs(part.weight) < std::abs(tips->weight)))
            tips = &part;
    if (tips) fmt::format_to(std::back_inserter(out), ", tipped by \"{}\"", tips->name);
    return out;
}

}  // namespace broadsheet
