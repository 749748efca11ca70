#include "pipeline.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

using namespace broadsheet::app;

TEST_CASE("Results come in order, and no more is read than is wanted", "[pipe]") {
    for (const unsigned jobs : {1U, 2U, 5U}) {
        constexpr int count = 300;
        std::atomic<int> read{0};
        int delivered = 0;
        bool in_order = true, bounded = true;
        run_pipeline(
            jobs,
            [&]() -> std::optional<LineBatch> {
                if (read == count) return std::nullopt;
                return LineBatch{std::to_string(read++), {}};
            },
            [&](const LineBatch& batch) {
                if (std::stoi(batch.data) % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
                BatchResult out;
                out.records = batch.data;
                out.tally.records = 1;
                return out;
            },
            [&](BatchResult&& result) {
                in_order = in_order && result.records == std::to_string(delivered);
                ++delivered;
                if (delivered == 20) std::this_thread::sleep_for(std::chrono::milliseconds(30));
                bounded = bounded && read - delivered <= static_cast<int>(5 * jobs + 1);
            });
        CHECK(delivered == count);
        CHECK(in_order);
        CHECK(bounded);
    }
}

TEST_CASE("An error comes after all that was before it", "[pipe]") {
    for (const unsigned jobs : {1U, 3U}) {
        for (const bool while_reading : {true, false}) {
            int read = 0, delivered = 0;
            const auto run = [&] {
                run_pipeline(
                    jobs,
                    [&]() -> std::optional<LineBatch> {
                        if (read == 50 && while_reading) throw std::runtime_error("read");
                        return LineBatch{std::to_string(read++), {}};
                    },
                    [&](const LineBatch& batch) {
                        if (batch.data == "50") throw std::runtime_error("work");
                        return BatchResult{};
                    },
                    [&](BatchResult&&) { ++delivered; });
            };
            CHECK_THROWS_AS(run(), std::runtime_error);
            CHECK(delivered == 50);
        }
        CHECK_THROWS_AS(run_pipeline(
                            jobs, [] { return LineBatch{}; }, [](const LineBatch&) { return BatchResult{}; },
                            [](BatchResult&&) { throw std::runtime_error("deliver"); }),
                        std::runtime_error);
    }
}
