// What `broadsheet repair` prints.
#include <algorithm>

#include "broadsheet/write.hpp"

namespace broadsheet {

namespace {

bool is_furniture(Reason reason) {
    return reason == Reason::folio || reason == Reason::running_head || reason == Reason::furniture;
}

// Furniture in the order of the file.
std::vector<const Dropped*> furniture_of(const Document& document) {
    std::vector<const Dropped*> out;
    for (const Dropped& item : document.dropped)
        if (is_furniture(item.reason) && item.first < item.last) out.push_back(&item);
    std::stable_sort(out.begin(), out.end(), [&](const Dropped* a, const Dropped* b) {
        return document.pieces[a->first].text.begin < document.pieces[b->first].text.begin;
    });
    return out;
}

}  // namespace

std::string write_paragraphs(const Document& document, const RenderOptions& options, bool keep_furniture) {
    std::string out;
    out.reserve(document.text.chars.size() * 3);
    const auto add = [&out](const std::string& paragraph) {
        if (paragraph.empty()) return;
        if (!out.empty()) out += '\n';
        out += paragraph;
        out += '\n';
    };
    std::vector<const Dropped*> furniture;
    if (keep_furniture) furniture = furniture_of(document);
    std::size_t next = 0;
    for (const Block& block : document.blocks) {
        // Blocks are in reading order and furniture in that of the file: each piece of furniture goes before the
        // first block that begins after it.
        const auto begin = block.first < block.last ? document.pieces[block.first].text.begin : 0;
        while (next < furniture.size() && document.pieces[furniture[next]->first].text.begin < begin)
            add(render(document, *furniture[next++]));
        add(render(document, block, options));
    }
    while (next < furniture.size()) add(render(document, *furniture[next++]));
    return out;
}

}  // namespace broadsheet
