// Many records, several threads, results in the order of the records.
#pragma once

#include <broadsheet/pipe.hpp>
#include <functional>
#include <string_view>
#include <vector>

namespace broadsheet::python {

// pipe_record() of each line in `threads` threads. Ten times a second `pause` is called in the calling thread; what it
// throws ends the work and is thrown on.
// @param first the number of the first line
// @param timeout seconds that each record may take; 0: as long as it wants
[[nodiscard]] std::vector<PipedRecord> pipe_many(const std::vector<std::string_view>& lines, std::uint64_t first,
                                                 unsigned threads, unsigned timeout, const PipeOptions& options,
                                                 const std::function<void()>& pause);

}  // namespace broadsheet::python
