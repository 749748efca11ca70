// For readers: the blocks of an article with a blank line between them.
#include "write/writers.hpp"

namespace broadsheet::write_detail {

std::string text(const Document& document, const Article& article, const WriteOptions& options) {
    std::string out;
    for (const auto block : article.blocks) {
        const std::string one = render(document, document.blocks[block], options.render);
        if (one.empty()) continue;
        if (!out.empty()) out += '\n';
        out += one;
        out += '\n';
    }
    return out;
}

}  // namespace broadsheet::write_detail
