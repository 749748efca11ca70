#include "pipeline.hpp"

#include "in_order.hpp"

namespace broadsheet::app {

Tally& Tally::operator+=(const Tally& more) {
    records += more.records;
    articles += more.articles;
    empty += more.empty;
    errors += more.errors;
    bytes += more.bytes;
    return *this;
}

void run_pipeline(unsigned jobs, const NextBatch& next, const WorkOnBatch& work, const DeliverBatch& deliver) {
    constexpr std::size_t most_bytes = std::size_t{64} << 20U;
    const auto make_worker = [&] { return [&](const LineBatch& batch) { return work(batch); }; };
    run_in_order(jobs, most_bytes, next, make_worker, deliver);
}

}  // namespace broadsheet::app
