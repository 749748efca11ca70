// Batches of lines through several threads, results in the order of the batches.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "record_lines.hpp"

namespace broadsheet::app {

// Counts, which add up over batches and shards.
struct Tally {
    std::uint64_t records = 0;   // lines that are not blank
    std::uint64_t articles = 0;  // written
    std::uint64_t empty = 0;     // good records without an article
    std::uint64_t errors = 0;    // bad records
    std::uint64_t bytes = 0;     // of the lines, unpacked

    Tally& operator+=(const Tally& more);
};

// What became of a batch: the lines of each stream, and those for standard error.
struct BatchResult {
    std::string records, provenance, attributes, errors, messages;
    Tally tally;

    [[nodiscard]] std::size_t held() const {
        return records.size() + provenance.size() + attributes.size() + errors.size() + messages.size();
    }
};

using NextBatch = std::function<std::optional<LineBatch>()>;
using WorkOnBatch = std::function<BatchResult(const LineBatch&)>;
using DeliverBatch = std::function<void(BatchResult&&)>;

// As run_in_order(), with at most 64 MB under way.
void run_pipeline(unsigned jobs, const NextBatch& next, const WorkOnBatch& work, const DeliverBatch& deliver);

}  // namespace broadsheet::app
