// Layout files, whole and broken, through all stages: whatever the boxes say, each word is in one place.
#include "laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = fuzz::input_of(data, size);
    auto document = fuzz::read(input);
    if (!document) return 0;
    fuzz::check_lines(*document, input.bytes);
    for (const broadsheet::Line& line : document->lines) {
        fuzz::require(line.region == broadsheet::none || line.region < document->regions.size(), "a region is there");
        fuzz::require(line.box == broadsheet::none || line.box < document->boxes.size(), "a box is there");
    }
    for (const broadsheet::Box& box : document->boxes)
        fuzz::require(box.right > box.left && box.bottom > box.top, "a box has an area");

    broadsheet::repair(*document, input.options.repair);
    fuzz::check_blocks(*document, input.bytes);
    broadsheet::segment(*document, input.options.segment);
    fuzz::check_blocks(*document, input.bytes);
    return 0;
}
