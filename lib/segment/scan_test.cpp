#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "broadsheet/broadsheet.hpp"
#include "segment/noise.hpp"

using namespace broadsheet;

TEST_CASE("Specks and ornaments are told from text", "[segment]") {
    using segment_stage::is_noise;
    for (const auto* text : {U"i~", U"K \"", U".....ims...", U"_ _ _", U"•• • 0", U". I", U"* * *"})
        CHECK(is_noise(text));
    for (const auto* text : {U"Rye",    U"34 to 5", U"II.",   U"XIV",   U"A. M. Brown", U"圈”",   U"3-1 (2-0)", U"£12",
                             U"A. No.", U"Ja.",     U"No.",   U"“No.”", U"Hm!",         U"I do.", U"Mr. X",     U"U.S.",
                             U"“U.S.”", U"R.I.P.",  U"P. S.", U"J. K.", U"§ 13",        U"D. C."})
        CHECK_FALSE(is_noise(text));
}

namespace {

// A page of 1824's kind, as an OCR engine gives it: specks between the blocks, small headings in capitals.
std::string scanned_page(bool specks) {
    const std::string speck = specks ? "~ .\n\n" : "";
    return speck +
           "HARBOUR DUES.\n\nMr. FENN laid before the House a petition of boatmen of Port Elms, praying for "
           "relief.—Laid on "
           "the table.\n\n" +
           speck +
           "STATE OF THE ROADS.\n\nSir A. HOLT complained of the turnpike at Millford, and moved for returns.\n\n"
           "Mr. WARD seconded a motion of the like kind from the inhabitants of Upper Wend\n\n"
           "The Committee agreed to report upon the turnpikes, and the House rose at nine.\n\n" +
           speck +
           "CORN LAWS.\n\nLord BARE said a few words upon grain, which were not heard in the gallery.\n\n"
           "PRIVATE BILLS.\n\nThe canal bill was read a second time, and ordered to be printed.\n";
}

}  // namespace

TEST_CASE("Specks of a scan go to the dropped as noise", "[segment]") {
    const auto d = process(scanned_page(true));
    REQUIRE(check(d).empty());
    CHECK(std::count_if(d.dropped.begin(), d.dropped.end(),
                        [](const Dropped& x) { return x.reason == Reason::noise; }) == 3);
}

TEST_CASE("Where headlines are in capitals, a sentence without its stop is none", "[segment]") {
    for (const bool specks : {false, true}) {
        const auto d = process(scanned_page(specks));
        for (const auto& b : d.blocks)
            if (render(d, b).find("Upper Wend") != std::string::npos) CHECK(b.role == Role::paragraph);
    }
}

TEST_CASE("The headings of a scan stay over their texts", "[segment]") {
    const auto d = process(scanned_page(true));
    std::vector<std::string> order;
    for (const auto& a : d.articles)
        for (const auto b : a.blocks) order.push_back(render(d, d.blocks[b]).substr(0, 5));
    CHECK(order == std::vector<std::string>{"HARBO", "Mr. F", "STATE", "Sir A", "Mr. W", "The C", "CORN ", "Lord ",
                                            "PRIVA", "The c"});
}
