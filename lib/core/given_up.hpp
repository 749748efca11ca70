// Searches that a stage gave up: none is swallowed in silence.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>

#include "broadsheet/document.hpp"
#include "core/regex.hpp"

namespace broadsheet {

// Made where a stage begins.
class GivenUp {
public:
    // Where the stage ends: a warning, if there is anything to warn of.
    void note(Document& document, const std::string& stage) const {
        const auto count = Pattern::given_up() - before_;
        if (count == 0) return;
        document.notes.push_back({Severity::warning, stage, 0, 0,
                                  fmt::format("{} search{} for names, dates and jump lines took too long and {} given "
                                              "up as if nothing were there (a bug: please report the page)",
                                              count, count == 1 ? "" : "es", count == 1 ? "was" : "were")});
    }

private:
    std::uint64_t before_ = Pattern::given_up();
};

}  // namespace broadsheet
