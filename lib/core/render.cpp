#include <cstddef>

#include "broadsheet/document.hpp"
#include "core/chars.hpp"

namespace broadsheet {

// To be written: spacing, width, vertical forms.
std::string render(const Document& d, const Block& block, const RenderOptions& /*options*/) {
    std::string out;
    for (auto i = block.first; i < block.last; ++i) {
        const Piece& p = d.pieces[i];
        Run run = p.text;
        const bool last = i + 1 == block.last;
        if (!last && p.after == Joint::unhyphen && !run.empty()) --run.end;
        for (const char32_t c : d.text.view(run)) append_utf8(out, c);
        if (last) break;
        if (p.after == Joint::space) out.push_back(' ');
        if (p.after == Joint::line) out.push_back('\n');
    }
    return out;
}

std::string render(const Document& d, const Dropped& dropped) {
    std::string out;
    for (auto i = dropped.first; i < dropped.last; ++i) {
        if (i != dropped.first) out.push_back(' ');
        for (const char32_t c : d.text.view(d.pieces[i].text)) append_utf8(out, c);
    }
    return out;
}

}  // namespace broadsheet
