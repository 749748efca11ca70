#include "batch.hpp"

#include <algorithm>
#include <optional>

#include "in_order.hpp"

namespace broadsheet::app {

void run_batch(std::size_t count, unsigned jobs, const Work& work, const Deliver& deliver) {
    constexpr std::size_t most_bytes = std::size_t{128} << 20U;
    std::size_t started = 0;
    const auto next = [&] { return started < count ? std::optional(started++) : std::nullopt; };
    const auto make_worker = [&] {
        return [&work, place = Workplace{}](std::size_t index) mutable { return work(index, place); };
    };
    run_in_order(static_cast<unsigned>(std::min<std::size_t>(jobs, count)), most_bytes, next, make_worker, deliver);
}

}  // namespace broadsheet::app
