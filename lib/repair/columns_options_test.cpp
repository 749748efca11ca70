#include "repair/columns_options.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::repair_stage;

TEST_CASE("Options come from the cheapest one on, as far as the beam is wide", "[repair][columns]") {
    const std::vector<Option> options = {{3, 5, Move::begin, 0},
                                         {-1.5F, 7, Move::go_on, 2},
                                         {3, 4, Move::alone, 0},
                                         {3, 4, Move::go_on, 9},
                                         {0, 1, Move::go_on_end, 1},
                                         {-1.25F, 0, Move::alone, 0},
                                         {weight::beam_width - 1.5F, 2, Move::begin, 0}};
    Sorter sorter;
    for (int again = 0; again < 2; ++again) {
        sorter.start(options, -1.5F);
        for (const std::size_t state : {7U, 0U, 1U, 4U, 4U, 5U}) {
            const Option* next = sorter.next();
            REQUIRE(next);
            CHECK(next->state() == state);
        }
        CHECK_FALSE(sorter.next());
    }
    sorter.start({}, 0);
    CHECK_FALSE(sorter.next());
}

TEST_CASE("An option keeps what it was made of", "[repair][columns]") {
    const Option option(-0.75F, 63, Move::go_on_end, 9);
    CHECK(option.cost() == -0.75F);
    CHECK(option.state() == 63);
    CHECK(option.move() == Move::go_on_end);
    CHECK(option.rank() == 9);
    CHECK(Option(0.0F, 1, Move::go_on, 0).cost() == 0);
    CHECK(Option(-0.0F, 0, Move::go_on, 0) < Option(0.0F, 1, Move::go_on, 0));
}
