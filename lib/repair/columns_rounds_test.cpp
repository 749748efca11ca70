#include "repair/columns_rounds.hpp"

#include <catch2/catch.hpp>

using namespace broadsheet::repair_stage;

namespace {

Rounds two_columns() {
    Rounds rounds;
    rounds.begin(0, false, false);
    rounds.begin(1, false, false);
    rounds.new_row();
    return rounds;
}

}  // namespace

TEST_CASE("where gutters are narrow, lines that came right before left once come so again", "[repair][columns]") {
    Rounds rounds = two_columns();
    CHECK(rounds.passing(1, true, true) == weight::passed);
    rounds.go_on(1, 2, false, true);
    rounds.go_on(0, 3, false, true);
    CHECK(rounds.passing(1, true, true) == weight::passed_again);
    // Where each line holds one column their order is always the same.
    CHECK(rounds.passing(1, true, false) == weight::passed);
}

TEST_CASE("columns have just begun until one of them has some lines", "[repair][columns]") {
    Rounds rounds = two_columns();
    CHECK(rounds.young());
    rounds.go_on(0, 2, false, true);
    rounds.go_on(1, 3, false, true);
    CHECK(rounds.young());
    rounds.go_on(0, 4, false, true);
    CHECK_FALSE(rounds.young());
}

TEST_CASE("a column of one line costs less to end if it is the tail of a text", "[repair][columns]") {
    for (const bool tail : {false, true}) {
        Rounds rounds;
        rounds.begin(0, false, false);
        rounds.begin(1, false, tail);
        rounds.go_on(0, 2, false, true);
        CHECK(rounds.passing(0, false, false) == weight::column_ends + (tail ? 0 : weight::single_cell));
    }
}
