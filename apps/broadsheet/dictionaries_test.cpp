#include "dictionaries.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

using broadsheet::app::Dictionaries;

namespace {

const std::string folder = TESTDATA "/dictionaries";

}  // namespace

TEST_CASE("A language without a dictionary has no answer", "[dictionaries]") {
    Dictionaries none({}), missing({"/no/such/folder"}), some({folder});
    for (auto* dictionaries : {&none, &missing}) {
        CHECK_FALSE(dictionaries->spells("en", "harbour"));
        CHECK(dictionaries->warnings().empty());
    }
    CHECK_FALSE(some.spells("e", "harbour"));
    CHECK_FALSE(some.spells("", "harbour"));
    CHECK_FALSE(some.spells("zh-Hans", "港口"));
}

TEST_CASE("The dictionaries of a language are asked together", "[dictionaries]") {
    if (!Dictionaries::built_in()) return;
    Dictionaries dictionaries({folder});
    for (const auto* word : {"harbour", "harbours", "Harbour", "HARBOUR", "harbor"})
        CHECK(dictionaries.spells("en", word) == true);
    for (const auto* word : {"harborship", "harbo", "港口"}) CHECK(dictionaries.spells("en", word) == false);
    CHECK(dictionaries.warnings().empty());
}

TEST_CASE("A dictionary is asked in its own encoding", "[dictionaries]") {
    if (!Dictionaries::built_in()) return;
    Dictionaries dictionaries({folder});
    CHECK(dictionaries.spells("de", "Häfen") == true);
    CHECK(dictionaries.spells("de", "Straße") == true);
    CHECK(dictionaries.spells("de",
                              "H\xE4"
                              "fen") == false);          // no UTF-8
    CHECK(dictionaries.spells("de", "Hāfen") == false);  // not in that encoding
    CHECK(dictionaries.spells("de", "Schiff") == true);
    CHECK(dictionaries.warnings().empty());
}

TEST_CASE("A dictionary that cannot be used is passed over, and that is said once", "[dictionaries]") {
    if (!Dictionaries::built_in()) return;
    Dictionaries dictionaries({folder + "/broken"});
    CHECK(dictionaries.spells("en", "harbor") == true);
    CHECK(dictionaries.spells("en", "harbour") == false);
    const auto warnings = dictionaries.warnings();
    REQUIRE(warnings.size() == 4);
    using Catch::Matchers::Contains;
    CHECK_THAT(warnings[0], Contains("broken/en.dic: its first line is no number of words"));
    CHECK_THAT(warnings[1], Contains("broken/en_AU.aff: cannot be read"));
    CHECK_THAT(warnings[2], Contains("broken/en_GB.dic: its encoding, NONE-8, is not known"));
    CHECK_THAT(warnings[3], Contains("broken/en_NZ.dic: hunspell finds none of its words"));
}

TEST_CASE("Several threads ask one dictionary", "[dictionaries]") {
    if (!Dictionaries::built_in()) return;
    Dictionaries dictionaries({folder});
    std::atomic<unsigned> right{0};
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (unsigned i = 0; i < 200; ++i)
                right += dictionaries.spells("en", "harbour") == true &&
                         dictionaries.spells("de", "nichts" + std::to_string(i)) == false;
        });
    for (auto& thread : threads) thread.join();
    CHECK(right == 800);
}
