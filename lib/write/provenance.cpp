#include "write/provenance.hpp"

#include <algorithm>

#include "core/chars.hpp"

namespace broadsheet::write_detail {

namespace {

std::size_t marks_in(const Text& text, Run run) {
    std::size_t marks = 0;
    for (const char32_t c : text.view(run)) marks += is(c, cls::space) ? 0 : 1;
    return marks;
}

}  // namespace

std::uint64_t count_code_points(std::string_view utf8) {
    return static_cast<std::uint64_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void append_origins(const Document& document, const Block& block, std::string_view rendered, std::uint64_t offset,
                    std::vector<Origin>& out) {
    const std::u32string text = to_utf32(rendered);
    std::vector<std::uint64_t> marks;  // positions of the characters that are not white space
    marks.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!is(text[i], cls::space)) marks.push_back(i);

    const std::size_t first_row = out.size();
    std::size_t used = 0;
    bool counts_agree = true;
    for (const Span& span : spans(document, block)) {
        const std::size_t count = marks_in(document.text, span.text);
        if (count == 0) continue;
        counts_agree = counts_agree && used + count <= marks.size();
        if (counts_agree)
            out.push_back({offset + marks[used], offset + marks[used + count - 1] + 1, span});
        else
            out.push_back({0, 0, span});
        used += count;
    }
    if (counts_agree && used == marks.size()) return;
    for (std::size_t i = first_row; i < out.size(); ++i) {
        out[i].text_begin = offset;
        out[i].text_end = offset + text.size();
    }
}

}  // namespace broadsheet::write_detail
