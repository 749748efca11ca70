#include "segment/page_labels.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "broadsheet/broadsheet.hpp"

using namespace broadsheet;
using segment_stage::PageLabels;

namespace {

PageLabels labels_of(const std::string& text) { return PageLabels(process(text)); }

const std::string body =
    "\n\nFerry starts again\n\nThe ferry to the outer islands starts again on Monday, the harbour board said.\n";

}  // namespace

TEST_CASE("A page bears the number of its folio", "[segment][jump]") {
    const auto labels = labels_of("THE ELM COURIER, MONDAY, MAY 3, 2021   PAGE A5" + body +
                                  "\fTHE ELM COURIER, MONDAY, MAY 3, 2021   PAGE B1" + body);
    CHECK(labels.agrees(1, {U'A', 5}) == 1);
    CHECK(labels.agrees(1, {0, 5}) == 1);
    CHECK(labels.agrees(1, {0, 1}) == -1);
    CHECK(labels.agrees(2, {U'B', 1}) == 1);
    CHECK(labels.agrees(2, {U'A', 1}) == -1);
    CHECK(labels.agrees(2, {0, 0}) == 0);  // a number that cannot be read
}

TEST_CASE("A folio that was misread is known by the others", "[segment][jump]") {
    const auto labels =
        labels_of("江岸日报　2021年5月3日 星期一　第5版" + body + "\f江岸日报　2021年5月3日 星期一　第8版" + body +
                  "\f江岸日报　2021年5月3日 星期一　第7版" + body);
    CHECK(labels.agrees(2, {0, 6}) == 1);
    CHECK(labels.agrees(3, {0, 7}) == 1);
    CHECK(labels.agrees(3, {0, 5}) == -1);
}

TEST_CASE("Without folios the place in the input is a guess", "[segment][jump]") {
    const auto labels = labels_of(body + "\f" + body);
    CHECK(labels.agrees(2, {0, 2}) == 1);
    const auto other = labels.agrees(2, {0, 6});
    CHECK(other < 0);
    CHECK(other > -1);
}
