// Bytes become lines: nothing lost, nothing twice, and the same each time.
#include "laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = fuzz::input_of(data, size);
    const auto document = fuzz::read(input);
    if (!document) return 0;
    fuzz::check_lines(*document, input.bytes);

    const auto again = fuzz::read(input);
    fuzz::require(again && again->text.chars == document->text.chars && again->lines.size() == document->lines.size() &&
                      again->source.encoding == document->source.encoding,
                  "the same bytes are read in the same way");
    return 0;
}
