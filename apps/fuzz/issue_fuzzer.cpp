// METS and the pages that it names, through all stages: whatever it says of places, each word is in one of them. What
// stands behind the METS in the input is each of its pages; where nothing does, a small ALTO is.
#include <string>

#include "laws.hpp"

namespace {

constexpr std::string_view small_page =
    "<alto><Layout><Page><PrintSpace><TextBlock ID='B1'><TextLine ID='L1' HPOS='1' VPOS='1' WIDTH='50' HEIGHT='9'>"
    "<String ID='S1' HPOS='1' VPOS='1' WIDTH='20' HEIGHT='9' CONTENT='One'/>"
    "<String ID='S2' HPOS='30' VPOS='1' WIDTH='20' HEIGHT='9' CONTENT='two.'/></TextLine></TextBlock>"
    "<TextBlock ID='B2'><TextLine ID='L2' HPOS='1' VPOS='20' WIDTH='50' HEIGHT='9'>"
    "<String ID='S3' HPOS='1' VPOS='20' WIDTH='50' HEIGHT='9' CONTENT='Three.'/></TextLine></TextBlock>"
    "</PrintSpace></Page></Layout></alto>";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto input = fuzz::input_of(data, size);
    std::string_view page = small_page;
    if (const auto end = input.bytes.rfind("mets>"); end != std::string_view::npos && input.bytes.size() - end > 8) {
        page = input.bytes.substr(end + 5);
        input.bytes = input.bytes.substr(0, end + 5);
    }
    input.options.read.open = [&](std::string_view path) -> std::optional<broadsheet::IssueFile> {
        return broadsheet::IssueFile{std::string(path), std::string(page)};
    };
    auto document = fuzz::read(input);
    if (!document) return 0;
    broadsheet::repair(*document, input.options.repair);
    broadsheet::segment(*document, input.options.segment);
    const auto fault = broadsheet::check(*document);
    fuzz::require(fault.empty(), "check() has nothing to say", fault);
    for (const auto& block : document->blocks)
        for (const auto& span : broadsheet::spans(*document, block)) {
            fuzz::require(span.file <= document->files.size(), "a span is of a file that is there");
            fuzz::require(span.begin < span.end && span.end <= (span.file == 0 ? input.bytes : page).size(),
                          "a span lies in its file");
        }
    return 0;
}
