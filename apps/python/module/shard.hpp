// Shards, as `broadsheet pipe -o` works on them, one at a time.
#pragma once

#include <string>
#include <vector>

#include "pipeline.hpp"

namespace broadsheet::python {

struct Shard {
    std::string path;
    std::string relative;  // its place below the folder of the output
};

struct ShardCounts {
    unsigned complete = 0;  // 1: an earlier run did it
    app::Tally tally;
};

// @param arguments of `broadsheet pipe`, with -o and without inputs
// @throws Error (option)
[[nodiscard]] std::vector<Shard> find_shards(const std::vector<std::string>& arguments,
                                             const std::vector<std::string>& inputs);

// @throws Error (option, io), whatever was wrong
[[nodiscard]] ShardCounts process_shard(const std::vector<std::string>& arguments, const Shard& shard);

}  // namespace broadsheet::python
