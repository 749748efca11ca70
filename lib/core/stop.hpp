// Where a stage may stop on request: between pages, passes and lines, never in the middle of a small step.
#pragma once

#include <stop_token>
#include <string>

#include "broadsheet/error.hpp"

namespace broadsheet {

// @throws Stopped
inline void stop_if_asked(const std::stop_token& stop, const std::string& source) {
    if (stop.stop_requested()) throw Stopped(source);
}

}  // namespace broadsheet
