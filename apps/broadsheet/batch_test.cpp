#include "batch.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace broadsheet::app;

TEST_CASE("Results come in order from any number of threads", "[batch]") {
    for (const unsigned jobs : {1U, 2U, 7U}) {
        std::string got, expected;
        run_batch(
            200, jobs,
            [](std::size_t i, Workplace&) {
                if (i % 17 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
                Result out;
                out.data = std::to_string(i) + " ";
                return out;
            },
            [&](const Result& result) { got += result.data; });
        for (int i = 0; i < 200; ++i) expected += std::to_string(i) + " ";
        CHECK(got == expected);
    }
}

TEST_CASE("Work does not run far ahead of what is delivered", "[batch]") {
    std::atomic<std::size_t> started{0};
    std::size_t delivered = 0, farthest = 0;
    run_batch(
        100, 2,
        [&](std::size_t, Workplace&) {
            ++started;
            return Result{};
        },
        [&](const Result&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            farthest = std::max(farthest, started - delivered++);
        });
    CHECK(farthest <= 10);
}

TEST_CASE("An exception ends the batch", "[batch]") {
    for (const unsigned jobs : {1U, 3U}) {
        std::size_t delivered = 0;
        CHECK_THROWS_AS(run_batch(
                            1000, jobs,
                            [](std::size_t i, Workplace&) -> Result {
                                if (i == 5) throw std::runtime_error("full");
                                return {};
                            },
                            [&](const Result&) { ++delivered; }),
                        std::runtime_error);
        CHECK(delivered == 5);
        CHECK_THROWS(run_batch(
            1000, jobs, [](std::size_t, Workplace&) { return Result{}; },
            [](const Result&) { throw std::runtime_error("closed"); }));
    }
}
