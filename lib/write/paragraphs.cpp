// What `broadsheet repair` prints.
#include "broadsheet/write.hpp"

namespace broadsheet {

std::string write_paragraphs(const Document& document, const RenderOptions& options) {
    std::string out;
    out.reserve(document.text.chars.size() * 3);
    for (const Block& block : document.blocks) {
        const std::string paragraph = render(document, block, options);
        if (paragraph.empty()) continue;
        if (!out.empty()) out += '\n';
        out += paragraph;
        out += '\n';
    }
    return out;
}

}  // namespace broadsheet
