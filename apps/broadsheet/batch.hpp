// Many inputs, several threads, results in the order of the inputs.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "files.hpp"

namespace broadsheet::app {

// What became of one input.
struct Result {
    std::string data;      // for standard output
    std::string messages;  // whole lines for standard error
    std::string entry;     // what the index of reports says of it
    std::string fault;     // why it failed
    bool failed = false;
    std::size_t bytes = 0;  // of the input

    [[nodiscard]] std::size_t held() const { return data.size(); }
};

// What a thread keeps from one input to the next.
struct Workplace {
    Buffer buffer;
};

using Work = std::function<Result(std::size_t index, Workplace& place)>;
using Deliver = std::function<void(Result result)>;

// Calls work(0) ... work(count - 1) in up to `jobs` threads and deliver() for each result in that order, as
// run_in_order() does.
void run_batch(std::size_t count, unsigned jobs, const Work& work, const Deliver& deliver);

}  // namespace broadsheet::app
