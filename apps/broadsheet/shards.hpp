// Shards below a folder: a run that was killed goes on where it was.
#pragma once

#include <broadsheet/pipe.hpp>
#include <string>
#include <vector>

#include "inputs.hpp"
#include "pipeline.hpp"
#include "settings.hpp"
#include "watch.hpp"

namespace broadsheet::app {

struct ShardsResult {
    Tally tally;  // also of shards that were done before
    std::uint64_t shards = 0;
    std::uint64_t complete = 0;         // were done before
    std::vector<std::string> failures;  // inputs that could not be read, and why; they were told
};

// @param options_digest of all that the output depends on, but for the version
// @throws UsageError, OutputError
[[nodiscard]] ShardsResult run_shards(const Settings& settings, const PipeOptions& options,
                                      const std::string& options_digest, const std::vector<Input>& inputs,
                                      unsigned jobs);

// Works on each line of the batch, each watched by itself.
[[nodiscard]] BatchResult work_on_batch(const LineBatch& batch, const PipeOptions& with, Watch& watch);

}  // namespace broadsheet::app
