// Paragraphs become articles: all laws hold, and each block stands in one article.
#include "laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto input = fuzz::input_of(data, size);
    auto document = fuzz::read(input);
    if (!document) return 0;
    broadsheet::repair(*document);
    broadsheet::segment(*document);
    fuzz::check_blocks(*document, input.bytes);

    std::size_t placed = 0;
    for (const auto& article : document->articles) {
        fuzz::require(!article.id.empty(), "an article has an id");
        fuzz::require(!article.blocks.empty(), "an article has a block", article.id);
        placed += article.blocks.size();
    }
    fuzz::require(placed == document->blocks.size(), "each block stands in one article");
    return 0;
}
