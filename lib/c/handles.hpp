// What stands behind the opaque types of broadsheet.h, and how exceptions become statuses.
#pragma once

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "broadsheet/broadsheet.h"
#include "broadsheet/broadsheet.hpp"

// NOLINTBEGIN(readability-identifier-naming): names of the C interface
struct broadsheet_options {
    broadsheet::Options process;
    broadsheet::WriteOptions write;
    broadsheet::PipeOptions pipe;  // without those that `process` and `write` have
    std::chrono::seconds timeout{0};
};

struct broadsheet_document {
    // What walking needs; made when it is first asked for, since who only writes needs none of it.
    struct Walk {
        std::vector<std::string> texts;  // of Document::blocks
        std::vector<std::vector<broadsheet::Span>> spans;
    };

    broadsheet::Document document;
    broadsheet::RenderOptions render;
    mutable std::once_flag walked;
    mutable Walk walk;
};
// NOLINTEND(readability-identifier-naming)

namespace broadsheet::c {

// Allocated with malloc(), as broadsheet_text_free() wants it.
// @throws std::bad_alloc
[[nodiscard]] char* copy_of(std::string_view text);

// The status for what is being handled, and its message; to be called in a catch clause.
int failed(char** message) noexcept;

int bad_argument(char** message) noexcept;

// Runs what may throw.
template <typename Work>
int guarded(char** message, Work&& work) noexcept {
    if (message != nullptr) *message = nullptr;
    try {
        std::forward<Work>(work)();
        return BROADSHEET_OK;
    } catch (...) {
        return failed(message);
    }
}

}  // namespace broadsheet::c
