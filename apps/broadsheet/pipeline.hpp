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

    [[nodiscard]] std::size_t size() const {
        return records.size() + provenance.size() + attributes.size() + errors.size() + messages.size();
    }
};

using NextBatch = std::function<std::optional<LineBatch>()>;
using WorkOnBatch = std::function<BatchResult(const LineBatch&)>;
using DeliverBatch = std::function<void(BatchResult&&)>;

// Calls next() until it gives nothing, never twice at a time; work() in up to `jobs` threads; deliver() in the order of
// the batches and in the calling thread, as soon as a result is ready. What is under way is bounded in number and in
// bytes: where deliver() is slow, next() is not called. An exception from any of them stops the work and is thrown on,
// after all that came before it has been delivered.
void run_pipeline(unsigned jobs, const NextBatch& next, const WorkOnBatch& work, const DeliverBatch& deliver);

}  // namespace broadsheet::app
