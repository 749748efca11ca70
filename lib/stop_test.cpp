// A stage stops where that is requested, and says so; never a document half done.
#include <broadsheet/broadsheet.hpp>
#include <catch2/catch.hpp>
#include <stop_token>
#include <string>

using namespace broadsheet;

namespace {

const std::string page =
    "BRIDGE OPENED\n\nThe mayor came to the river on Mon-\nday and cut the ribbon. It was a sunny after-\nnoon.\n";

std::stop_token stopped() {
    const std::stop_source source = [] {
        std::stop_source made;
        made.request_stop();
        return made;
    }();
    return source.get_token();
}

}  // namespace

TEST_CASE("each stage stops on request", "[stop]") {
    ReadOptions reading;
    reading.name = "page.txt";
    Document document = read(page, reading);
    reading.stop = stopped();
    try {
        (void)read(page, reading);
        FAIL("it was read");
    } catch (const Stopped& error) {
        CHECK(error.code() == Error::Code::limit);
        CHECK(std::string(error.what()) == "page.txt: it was stopped before it was done");
    }
    RepairOptions repairing;
    repairing.stop = stopped();
    CHECK_THROWS_AS(repair(document, repairing), Stopped);
    document = read(page);
    repair(document);
    SegmentOptions segmenting;
    segmenting.stop = stopped();
    CHECK_THROWS_AS(segment(document, segmenting), Stopped);
}

TEST_CASE("a pass that has begun stops too", "[stop]") {
    std::stop_source source;
    Options options;
    options.repair.stop = options.segment.stop = source.get_token();
    options.repair.spells = [&](std::string_view, std::string_view) -> std::optional<bool> {
        source.request_stop();
        return {};
    };
    CHECK_THROWS_AS(process(page, options), Stopped);
}

TEST_CASE("the pages of an issue stop with it", "[stop]") {
    // A page that cannot be read is a note; one that was stopped is not.
    std::stop_source source;
    ReadOptions options;
    options.stop = source.get_token();
    options.open = [&](std::string_view path) -> std::optional<IssueFile> {
        source.request_stop();
        return IssueFile{std::string(path), "<alto><Layout/></alto>"};
    };
    const std::string mets =
        "<mets xmlns='http://www.loc.gov/METS/' xmlns:xlink='http://www.w3.org/1999/xlink'><fileSec><fileGrp><file "
        "ID='F1'><FLocat xlink:href='1.xml'/></file></fileGrp></fileSec><structMap TYPE='PHYSICAL'><div><div "
        "TYPE='PAGE'><fptr FILEID='F1'/></div></div></structMap></mets>";
    CHECK_THROWS_AS(read(mets, options), Stopped);
}

TEST_CASE("a record that was stopped is an error record", "[stop]") {
    PipeOptions options;
    options.segment.stop = stopped();
    const auto out = pipe_record(R"({"id":"a","text":"Some text."})", 1, options);
    CHECK(out.records.empty());
    CHECK(out.error.find(R"("id":"a","code":"timeout")") != std::string::npos);
}
