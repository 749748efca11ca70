#include "language/damaged_jumps.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace broadsheet::language;

namespace {

// The jump line's characters, and "from" or "to" with the page's number.
std::u32string found(std::u32string_view line) {
    const auto jump = jump_line(line);
    return std::u32string(line.substr(jump.place.begin, jump.place.size()));
}

std::string says(std::u32string_view line) {
    const auto jump = jump_line(line);
    if (jump.place.empty()) return "";
    return (jump.from ? "from " : "to ") + std::to_string(jump.page);
}

}  // namespace

TEST_CASE("Jump lines with misread letters", "[language][jump]") {
    CHECK(says(U"Contlnued on Pagc A3") == "to 3");
    CHECK(says(U"Continucd frorn Page 1") == "from 1");
    CHECK(says(U"(Contiuued on Page 12)") == "to 12");
    CHECK(says(U"Fortsetznng auf Selte 4") == "to 4");
    CHECK(says(U"Fortsctzung von Seitc 1") == "from 1");
    CHECK(says(U"Continued from Page Al") == "from 0");  // the page's number cannot be read
    CHECK(says(U"(卜转第3版)") == "to 3");
    CHECK(says(U"（下转箔三版）") == "to 3");
    CHECK(says(U"（上按第1版）") == "from 1");
    CHECK(says(U"(下转第3脉)") == "to 3");
    CHECK(says(U"（上接筹二版）") == "from 2");
}

TEST_CASE("A misread jump line at a text's edge", "[language][jump]") {
    CHECK(found(U"the boat was late and the Contlnued on Page A3") == U"Contlnued on Page A3");
    CHECK(found(U"Contiuued from Page 1 harbour in the morning") == U"Contiuued from Page 1");
    CHECK(found(U"船在早上离（卜转第3版）") == U"（卜转第3版）");
    CHECK(found(U"（上按第1版）开港口，船工说") == U"（上按第1版）");
}

TEST_CASE("What only resembles a jump line is none", "[language][jump]") {
    for (const auto* line :
         {U"The talks continued on stage 3", U"Continued in 1875", U"Fortsetzung der Reihe 3", U"Continental, page 3",
          U"Continued from the page I", U"（全文共4版）", U"滴答一秒钟，能旋转3", U"（下午第3节）",
          U"会议定于下周第3版发布", U"A sequel to Page 3 was printed in 1902"})
        CHECK(says(line).empty());
}

TEST_CASE("Jump lines that point to another report", "[language][jump]") {
    CHECK(says(U"（转3版）") == "to 3");
    CHECK(says(U"（转A3）") == "to 3");
    CHECK(jump_line(U"See also Page 5").refers);
    CHECK(jump_line(U"（详见第3版）").refers);
    CHECK(jump_line(U"Siehe Seite 3").refers);
    CHECK_FALSE(jump_line(U"Continued on Page 5").refers);
    CHECK_FALSE(jump_line(U"（下转第3版）").refers);
    CHECK_FALSE(jump_line(U"Fortsetzung auf Seite 3").refers);
    CHECK_FALSE(jump_line(U"Suite page 2").refers);
}
